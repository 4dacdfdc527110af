/**
 * The panel in which a reader chooses the size of the text, the colours and the mode for elder readers. What is chosen is
 * kept in this browser alone, and set before a page is drawn by `public/display.js`. Loaded when the panel is first opened.
 */
const key = 'gongbao-display';

/** Attributes of the root that the style sheets know (`data-size`), their values, and what those are called. */
const choices = [
  { name: 'size', title: '字号', values: { '': '标准', large: '大', largest: '特大' } },
  { name: 'theme', title: '明暗', values: { '': '随系统', light: '浅色', dark: '深色' } },
  { name: 'mode', title: '长者模式', values: { '': '关', elder: '开' } },
] as const;

const root = document.documentElement;

/** Applies a choice and keeps what is chosen; where the browser keeps nothing, it holds for this page. */
function choose(name: string, value: string): void {
  if (value === '') delete root.dataset[name];
  else root.dataset[name] = value;
  const chosen = Object.fromEntries(choices.map(({ name: each }) => [each, root.dataset[each] ?? '']));
  try {
    localStorage.setItem(key, JSON.stringify(chosen));
  } catch {
    // A private window: nothing is lost but the memory of it.
  }
}

function group({ name, title, values }: (typeof choices)[number]): HTMLFieldSetElement {
  const set = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = title;
  set.append(legend);
  for (const [value, words] of Object.entries(values)) {
    const [label, input] = [document.createElement('label'), document.createElement('input')];
    input.type = 'radio';
    input.name = name;
    input.checked = (root.dataset[name] ?? '') === value;
    input.addEventListener('change', () => choose(name, value));
    label.append(input, words);
    set.append(label);
  }
  return set;
}

let panel: HTMLDialogElement | undefined;

function build(): HTMLDialogElement {
  const made = document.createElement('dialog');
  made.className = 'display-panel';
  made.setAttribute('aria-label', '字号与明暗');
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = '好';
  close.addEventListener('click', () => made.close());
  const said = document.createElement('p');
  said.textContent = '只记在这个浏览器里。';
  made.append(...choices.map(group), said, close);
  made.addEventListener('click', (event) => {
    if (event.target === made) made.close();
  });
  document.body.append(made);
  return made;
}

/** Opens the panel above everything else on the page. */
export function openDisplay(): void {
  panel ??= build();
  panel.showModal();
}
