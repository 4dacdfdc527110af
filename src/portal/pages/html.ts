/** Templates that escape what they are given; whole pages without a script. */

/** Markup that is safe as it stands. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** `<b>` → `&lt;b&gt;`; characters that a page may not hold go. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"']/g, (sign) => signs[sign]!)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

type Value = Html | string | number | false | null | undefined | readonly Value[];

function written(value: Value): string {
  if (value instanceof Html) return value.text;
  if (value === false || value === undefined || value === null) return '';
  if (typeof value === 'object') return value.map(written).join('');
  return escaped(String(value));
}

/** `html\`<p>${text}</p>\``: every value is escaped, unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(parts.reduce((out, part, i) => out + written(values[i - 1]) + part));
}

/** An address with parameters; what is empty is left out. */
export function address(
  path: string,
  parameters: Readonly<Record<string, string | number | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') query.set(name, String(value).toWellFormed());
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Text with marked ranges. */
export function marked(text: string, marks: readonly (readonly [number, number])[]): Html {
  const out: Html[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    out.push(html`${text.slice(at, start)}<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  out.push(html`${text.slice(at)}`);
  return html`${out}`;
}
