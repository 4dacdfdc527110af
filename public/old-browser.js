/*
 * Says that a browser is too old for the scripts of this site. Written for such browsers: nothing newer than 2009 in it.
 * The texts are complete without scripts.
 */
(function () {
  function isOld() {
    try {
      new RegExp('(?<=a)b');
      return !('noModule' in document.createElement('script')) || ![].findLast || !window.structuredClone;
    } catch (error) {
      return true;
    }
  }
  function say() {
    var words = document.createElement('p');
    words.className = 'old-browser';
    words.setAttribute('role', 'note');
    words.appendChild(
      document.createTextNode(
        '浏览器版本过旧：检索、核对效力、复制引文等用不了，正文仍可全文阅读。请改用 Chrome、Edge 109，Firefox 115，Safari 16.4 或更新的版本。'
      )
    );
    document.body.insertBefore(words, document.body.firstChild);
  }
  if (isOld()) say();
})();
