"""From the catalogue's objects to HTML: pure functions, with the templates in macros/templates/."""
