"""The pages as they will be printed: on the screen, on paper and as PDF."""
