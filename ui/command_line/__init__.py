"""The program without a window; imports no Qt."""
