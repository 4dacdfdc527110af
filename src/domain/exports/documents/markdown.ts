/** A text as Markdown (CommonMark, tables as GitHub has them), with its facts in a YAML block. */
import type { HeldText, Holding } from '../holding.ts';
import { writable } from '../xml.ts';
import { aboutText } from './about.ts';
import { type Block, blocksOf, wordsOf } from './blocks.ts';

/** What Markdown would take for its own. */
const marks = /[\\`*_[\]<>#|~&$]/g;

/**
 * Words on one line, so that they are read as they are.
 *
 * `1. *甲*` → `1\. \*甲\*`
 */
export function escapeMarkdown(text: string): string {
  return writable(text)
    .replace(/[\s\u2028\u2029]*[\n\r\u2028\u2029][\s\u2028\u2029]*/g, ' ')
    .replace(/^[ \t]+|[ \t]+$/g, '')
    .replace(marks, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1');
}

/** A value of the YAML block: JSON is YAML. */
const yamlValue = (value: unknown): string =>
  JSON.stringify(value, (_, each) => (typeof each === 'string' ? writable(each) : each));

/** Fields as a YAML block; what has no value has no line. */
export function frontMatter(fields: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${yamlValue(value)}\n`],
  );
  return `---\n${lines.join('')}---\n\n`;
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const line = (row: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, i) => escapeMarkdown(row[i] ?? '')).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n');
}

/** A label in bold; one that begins or ends with a mark is left plain, since Markdown may not take it for bold. */
function bold(label: string): string {
  const words = escapeMarkdown(label);
  return /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u.test(label) ? `**${words}**` : words;
}

function blockOf(block: Block): string {
  switch (block.type) {
    case 'title':
      return `# ${escapeMarkdown(block.text)}`;
    case 'heading':
      return `${'#'.repeat(block.depth + 1)} ${escapeMarkdown(block.text)}`;
    case 'annex':
      return `## ${escapeMarkdown([block.label, block.text].filter((part) => part !== '').join(' '))}${block.missing ? '\n\n*（原文未载）*' : ''}`;
    case 'missing':
      return '*（原文未载）*';
    case 'table':
      return tableOf(block.rows);
    case 'words':
      if (block.kind !== 'article') return escapeMarkdown(wordsOf(block));
      return [
        bold(block.label),
        escapeMarkdown([block.heading, block.text].filter((part) => part !== '').join('　')),
      ]
        .filter((part) => part !== '')
        .join('　');
    default:
      return escapeMarkdown(block.text);
  }
}

/** Headings and paragraphs alone, without facts. */
export function markdownBody(text: HeldText): string {
  return blocksOf(text)
    .map(blockOf)
    .filter((block) => block !== '' && !/^#+ *$/.test(block))
    .map((block) => `${block}\n\n`)
    .join('');
}

export function markdownText(holding: Holding, text: HeldText): string {
  const { work, version, status, gaps, address } = text;
  const { instrument } = version;
  const facts = frontMatter({
    title: instrument.title,
    work: work.id,
    version: version.date || undefined,
    documentNumber: instrument.documentNumber ?? work.documentNumber,
    issuer: instrument.issuer ?? work.issuer,
    origin: version.origin,
    state: status.state,
    basis: status.basis,
    at: status.at || undefined,
    horizon: status.horizon || undefined,
    reason: status.reason,
    gaps: gaps.length > 0 ? gaps.map((gap) => gap.reason) : undefined,
    address,
  });
  const about = aboutText(holding, text).map(
    ({ term, words }) => `> ${escapeMarkdown(`${term}：${words}`)}\n`,
  );
  return `${facts}${markdownBody(text)}${about.join('>\n')}`;
}
