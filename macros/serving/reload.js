// Part of the preview only: loads the page anew when the site has been built anew.
new EventSource("/__preview/events").addEventListener("built", () => location.reload());
