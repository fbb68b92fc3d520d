"""The page setter: a manuscript and its layout become pages of placed text, without Qt."""
