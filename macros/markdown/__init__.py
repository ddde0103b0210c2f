"""What the guides need beyond Markdown: see extension.py, which the engines load."""
