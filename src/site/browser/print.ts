/** The day of retrieval, for the printed page. Only the reader's browser knows it. */
const retrieved = document.querySelector('.retrieved');
const today = new Date();
if (retrieved) {
  retrieved.textContent = `，${today.getFullYear()}年${today.getMonth() + 1}月${today.getDate()}日`;
}
