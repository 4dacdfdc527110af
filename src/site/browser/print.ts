/** The address and the day of retrieval, for the printed page. Only the reader's browser knows them. */
const address = document.querySelector('.print-only .address');
const retrieved = document.querySelector('.print-only .retrieved');
if (address && retrieved) {
  const day = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' });
  address.textContent = new URL(address.textContent ?? '', location.href).href;
  retrieved.textContent = `，${day.format(new Date())}`;
}

/** The state at the head of each printed page is that of the page, which scripts set to the reader's day. */
addEventListener('beforeprint', () => {
  const head = document.querySelector('.print-state');
  const state = document.querySelector('.text-head .state');
  if (head && state) head.textContent = `${state.textContent} ${state.nextElementSibling?.textContent ?? ''}`;
});
