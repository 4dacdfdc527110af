// Before anything is drawn: that there are scripts, whether the address asks something, and the size of the text and the
// colours as the reader has chosen them.
(function () {
  var root = document.documentElement;
  root.setAttribute('data-scripts', '');
  if (/[?&]q=[^&]/.test(location.search)) root.setAttribute('data-asked', '');
  try {
    var kept = JSON.parse(localStorage.getItem('gongbao-display')) || {};
    for (var name in kept) if (kept[name]) root.setAttribute('data-' + name, kept[name]);
  } catch (error) {}
})();
