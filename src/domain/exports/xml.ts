/** Writing XML 1.0: whatever a text holds, what is written is well-formed. */

/** Characters that no XML document can hold (XML 1.0 §2.2): C0 controls, halves of pairs, U+FFFE, U+FFFF. */
const unwritable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A text without what XML cannot hold; U+FFFD stands where something was, so that the loss is seen.
 *
 * `甲\u0008乙` → `甲\ufffd乙`
 */
export function writable(text: string): string {
  return text.replace(unwritable, '\ufffd');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text between tags. `a < b\r` → `a &lt; b&#13;` */
export function xmlText(text: string): string {
  return writable(text).replace(/[&<>\r]/g, (character) => entities[character]!);
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

function attributesOf(attributes: Attributes): string {
  let written = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    written += ` ${name}="${writable(String(value)).replace(/[&<>"\t\n\r]/g, (character) => entities[character]!)}"`;
  }
  return written;
}

/**
 * An element; `content` is XML already, as `xmlText` and `xml` give it.
 *
 * `xml('num', { class: 'a' }, xmlText('第一条'))` → `<num class="a">第一条</num>` · `xml('br', {})` → `<br/>`
 */
export function xml(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const inner = content.join('');
  return inner === ''
    ? `<${name}${attributesOf(attributes)}/>`
    : `<${name}${attributesOf(attributes)}>${inner}</${name}>`;
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n';
