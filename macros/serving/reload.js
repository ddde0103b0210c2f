// Part of the preview only: loads the page anew when it would show something else.
const page = new URLSearchParams({ page: location.pathname });
new EventSource(`/__preview/events?${page}`).addEventListener("built", () => location.reload());
