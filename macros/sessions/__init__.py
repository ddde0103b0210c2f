"""Session plans: how a trainer shares out 30, 60 or 90 minutes round a webinar or along a learning path."""
