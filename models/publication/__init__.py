"""What a 公开版 must not say, listed for the clerk, and taken out where it is so decided."""
