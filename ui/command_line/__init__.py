"""The program without a window: words in, Chinese text or JSON and an exit status out; knows no Qt."""
