/** Offers to look for words in a long text. What does the looking is loaded when it is first wanted. */
import { takenAlong } from './take-along.ts';

/** Characters from which a text is worth it; below, one sees it all. */
const long = 1500;

const article = document.querySelector<HTMLElement>('main article');
const query = takenAlong();

if (article && (article.textContent ?? '').length >= long) offer(article);

function offer(article: HTMLElement): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'find-button';
  button.textContent = '查找';
  button.title = '在这份文件里查找';
  document.body.append(button);
  const open = async (typed: string): Promise<void> => {
    const { openFind } = await import('./find.ts');
    openFind(article, button, typed);
  };
  button.addEventListener('click', () => open(''));
  if (query.trim() !== '') void open(query);
}
