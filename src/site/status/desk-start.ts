/** The desk's beginning: what is sent before the desk itself is there waits for it, and never goes to the server. */
import { soon } from '../browser/soon.ts';

const form = document.getElementById('desk') as HTMLFormElement;
const desk = soon(() => import('./desk.ts'));

const wait = (event: Event): void => {
  event.preventDefault();
  void desk().then(() => {
    form.removeEventListener('submit', wait);
    form.requestSubmit();
  });
};
form.addEventListener('submit', wait);
