// Runs before the first paint (a plain script in the head), so that a chosen theme doesn't flash the other one first.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('instead.theme');
  } catch (e) {
    chosen = null; // storage may be forbidden: then the system's theme is used
  }
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
})();
