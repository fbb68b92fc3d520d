"""The small grammar that checks and importers share."""
