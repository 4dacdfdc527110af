/** Markup as text, for pages without a script: whatever is put into it is escaped. */
import type { Make } from './make.ts';

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

/** Elements that hold nothing and have no end. */
const bare: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input']);

/** An element as text: a page of a server is made as one of a browser is. */
export const makeHtml: Make<Html> = (name, attributes, ...children) => {
  const said = Object.entries(attributes).map(
    ([key, value]) => value !== undefined && html` ${key}="${value}"`,
  );
  const open = `<${name}${html`${said}`.text}>`;
  return new Html(bare.has(name) ? open : `${open}${html`${children}`.text}</${name}>`);
};
