/** The list that is asked on the home page goes to the desk in the fragment of its address, which stays in the browser. */
import { listFragment } from './list-address.ts';

const form = document.querySelector<HTMLFormElement>('form[data-desk]');
form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const list = form.querySelector('input')?.value ?? '';
  location.assign(form.action + (await listFragment(list)));
});
