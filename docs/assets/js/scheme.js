// Sets the reader's colour scheme before the first paint. A classic script on purpose: a module
// would run after the page has been shown, and a dark page would flash white.
(function () {
  var root = document.documentElement;
  root.className = "js";
  try {
    var scheme = localStorage.getItem("doing-with:scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  } catch (error) {
    // Storage can be switched off: the device's own scheme then applies.
  }
})();
