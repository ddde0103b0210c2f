"""All content of the project: read once, checked once, and handed to whoever needs it."""
