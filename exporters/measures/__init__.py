"""Where the elements of a 公文 stand, in numbers: one arithmetic for the Word file and for our own pages."""
