// Tells old browsers so, in what they know.
(function () {
  try {
    new RegExp('(?<=a)b');
    if ([].findLast) return;
  } catch (error) {}
  var words = document.createElement('p');
  words.className = 'old-browser';
  words.textContent =
    '浏览器版本过旧：检索、核对等用不了，正文仍可阅读。请改用 Chrome、Edge 109，Firefox 115，Safari 16.4 或更新的版本。';
  document.body.insertBefore(words, document.body.firstChild);
})();
