"""The preview: serves the site and builds it anew on every change."""
