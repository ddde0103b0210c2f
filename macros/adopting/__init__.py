"""Makes the project somebody else's own: its settings, and what stays of the content that it comes with."""
