// Sets the reader's colour scheme before the first paint. A classic script on purpose: a module
// would run after the page has been shown, and a dark page would flash white. It does nothing else: what a page
// shows or hides because of a script, that script's own module says, once it works (see ready.js).
(function () {
  var root = document.documentElement;
  try {
    var scheme = localStorage.getItem("doing-with:scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  } catch (error) {
    // Storage can be switched off: the device's own scheme then applies.
  }
})();
