"""The report and everything known about it; knows neither Qt nor Word."""
