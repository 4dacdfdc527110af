/** Opens all rows of a comparison, and prints it as the field does: old, new, grounds. */
const counts = document.querySelector('.counts');
const folded = document.querySelectorAll<HTMLDetailsElement>('details.same');

function button(words: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  made.addEventListener('click', act);
  return made;
}

const openAll = (): void => {
  for (const each of folded) each.open = true;
};
const tools = document.createElement('p');
tools.className = 'compare-tools';
if (folded.length > 0) tools.append(button('全部展开', openAll));
tools.append(button('打印对照表', () => print()));
counts?.after(tools);
