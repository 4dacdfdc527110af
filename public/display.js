// Size of the text and colours as the reader has chosen them, before anything is drawn.
(function () {
  var root = document.documentElement;
  root.setAttribute('data-scripts', '');
  try {
    var kept = JSON.parse(localStorage.getItem('gongbao-display')) || {};
    for (var name in kept) if (kept[name]) root.setAttribute('data-' + name, kept[name]);
  } catch (error) {}
})();
