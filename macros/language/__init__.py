"""What the words of a text are like: without markup, how hard to read, how spelt, and which to avoid."""
