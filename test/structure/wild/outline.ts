/** An instrument as a few lines of text: what golden files of layouts hold, and what a person can check by eye. */
import type { Instrument, Message, Provision } from '../../../src/domain/model.ts';

const longest = 24;
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

function provisionLines(provisions: Provision[], depth: number, out: string[]): void {
  for (const node of provisions) {
    const parts = [
      `${node.type} ${node.number}`.trim(),
      node.label && `«${node.label}»`,
      node.heading && `{${node.heading}}`,
      node.rows ? node.rows.map((row) => row.join(' | ')).join(' / ') : cut(node.text),
      node.quoted && '(quoted)',
    ];
    out.push('  '.repeat(depth) + parts.filter((part) => part).join(' '));
    provisionLines(node.children, depth + 1, out);
  }
}

/** Every field that a layout can upset, every line of the frame, the tree, the messages. */
export function outline(
  instruments: Instrument[],
  messages: Pick<Message, 'line' | 'rule' | 'reason'>[],
): string {
  const out: string[] = [];
  for (const { title, kind, grammar, ...rest } of instruments) {
    out.push(`# ${title} [${kind}, ${grammar}]`);
    const { documentNumber, issuer, signatory, addressees, dates, caption, contents, carriedBy } = rest;
    const fields = {
      documentNumber,
      issuer,
      signatory: signatory && `${signatory.post} ${signatory.name}`,
      addressees,
      ...dates,
      caption: caption?.events.map(({ event, date }) => `${event} ${date}`).join(', '),
      contents: contents?.map(({ target }) => target ?? '-').join(' '),
      carried: carriedBy && 'yes',
    };
    for (const [name, value] of Object.entries(fields)) if (value) out.push(`${name}: ${value}`);
    for (const { role, text, after } of rest.frame) out.push(`${after ? '>' : '<'} ${role} ${cut(text)}`);
    provisionLines(rest.provisions, 1, out);
    for (const annex of rest.annexes) {
      out.push(`+ ${annex.label} ${annex.title}${annex.missing ? ' (missing)' : ''}`);
      provisionLines(annex.provisions, 2, out);
    }
  }
  for (const { line, rule, reason } of messages) out.push(`! ${line} ${rule} ${reason}`);
  return `${out.join('\n')}\n`;
}
