"""Makes a copy of the site that opens from a folder, without a server and without a network."""
