"""Jobs that need several layers at once; they print nothing."""
