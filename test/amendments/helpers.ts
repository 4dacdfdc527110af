import { VFile } from 'vfile';
import { amend, type DecisionLine, parseDecision } from '../../src/domain/amendments/index.ts';
import type {
  Destination,
  Instrument,
  Locator,
  Occurrence,
  Operation,
  Target,
  WordChange,
} from '../../src/domain/model.ts';
import { formatLocator } from '../../src/domain/references/locator.ts';
import { parseInstruments, serializeProvisions } from '../../src/domain/structure/index.ts';
import { readText } from '../../src/domain/text/index.ts';

/**
 * Lines of a bare text, with places counted in it.
 *
 * `"一、…\n二、…"` → two lines, at 1:1 and 2:1; empty lines are left out
 */
export function decisionLines(source: string): DecisionLine[] {
  const lines: DecisionLine[] = [];
  let offset = 0;
  for (const [index, raw] of source.split('\n').entries()) {
    const text = raw.trim();
    if (text !== '') {
      const column = raw.indexOf(text[0]!);
      const start = { line: index + 1, column: column + 1, offset: offset + column };
      const end = {
        line: index + 1,
        column: column + 1 + text.length,
        offset: offset + column + text.length,
      };
      lines.push({ text, position: { start, end } });
    }
    offset += raw.length + 1;
  }
  return lines;
}

/** A text as a tree. */
export function law(text: string): Instrument {
  const file = new VFile({ path: 'base.md' });
  return parseInstruments(readText(text, file), file)[0]!;
}

/** Operations of a decision in short: `repeal 第六条第一款第三项`. */
export function read(decision: string, title?: string): string[] {
  return parseDecision(decisionLines(decision), title === undefined ? {} : { title }).operations.map(short);
}

/** Findings of reading: `quote-unclosed`. */
export function oddities(decision: string, title?: string): string[] {
  return parseDecision(decisionLines(decision), title === undefined ? {} : { title }).leftovers.map(
    ({ rule }) => rule,
  );
}

export function short(operation: Operation): string {
  const { op, targets, limit, doubt } = operation;
  const named = (locators: readonly Locator[]) => locators.map((locator) => formatLocator(locator)).join('&');
  const wording = 'wording' in operation ? operation.wording.flat() : [];
  const kind = targets.map(partOf).find(Boolean) ?? '';
  return [
    op,
    kind,
    named(targets.flatMap((target) => ('locator' in target ? [target.locator] : []))),
    'to' in operation ? destined(operation.to, named) : '',
    op === 'insert' ? operation.unit : '',
    op === 'replaceWords' ? changed(operation.change) : '',
    wording.length > 0 ? `“${wording.join('/')}”` : '',
    op === 'insert' && operation.covers.length > 0 ? `covers:${named(operation.covers)}` : '',
    op === 'general' ? operation.adjusts.join('+') : '',
    op === 'replaceWords' && operation.except.length > 0
      ? `except:${operation.except.map(({ place, words: left }) => `${place ? formatLocator(place) : ''}${left ?? ''}`).join('&')}`
      : '',
    limit ? `limit:${limit.words}` : '',
    doubt ? 'doubt' : '',
  ]
    .filter((word) => word !== '')
    .join(' ');
}

/** `sentence2`, `annex1`, `title`; nothing for a provision as such. */
function partOf(target: Target): string {
  if (target.kind === 'provision' || target.kind === 'text') return '';
  if (target.kind === 'annex') return `annex${target.name ?? ''}`;
  if (target.kind !== 'sentences') return target.kind;
  return `sentence${target.first === target.last ? target.first : `${target.first}:${target.last}`}`;
}

function destined(to: Destination | Locator[], named: (locators: readonly Locator[]) => string): string {
  if (Array.isArray(to)) return to.length > 0 ? `as:${named(to)}` : '';
  if (to.at === 'end') return 'end';
  return to.at === 'number' ? `as:${named(to.locators)}` : `${to.at}:${named([to.anchor])}`;
}

function changed(change: WordChange): string {
  const nth = 'which' in change ? occurring(change.which) : '';
  switch (change.kind) {
    case 'replace':
      return `[${change.from}]${nth}→[${change.to}]`;
    case 'strike':
      return `[${change.from}]${nth}→[]`;
    case 'add':
      return `[${change.anchor}]${nth}${change.side === 'after' ? '后' : '前'}+[${change.to}]`;
    case 'extend':
      return `${change.side} []→[${change.to}]`;
  }
}

/** `#2` the second, `×2` both, `§` a whole sentence. */
function occurring(which: Occurrence): string {
  if (which.is === 'nth') return `#${which.nth}`;
  if (which.is === 'counted') return `×${which.count}`;
  return which.is === 'sentence' ? '§' : '';
}

/** Lines of the amended text's body, the fates of the operations, and the findings. */
export function apply(base: string, decision: string, expected?: string) {
  const result = amend(
    { text: base, name: 'base.md' },
    { text: decision, name: 'decision.md' },
    expected === undefined ? undefined : { text: expected, name: 'new.md' },
  );
  return {
    result,
    lines: serializeProvisions(result.instrument.provisions),
    fates: result.operations.map(({ op, fate, reason }) => (fate === 'applied' ? op : `${op}: ${reason}`)),
    findings: result.findings.map(({ rule, reason }) => `${rule}: ${reason}`),
    remarks: result.remarks.map(({ rule }) => rule),
  };
}

/** 一 for 1, 十一 for 11: enough for the samples here. */
export function han(number: number): string {
  const digits = '零一二三四五六七八九';
  if (number < 10) return digits[number]!;
  const tens = Math.floor(number / 10);
  return `${tens > 1 ? digits[tens] : ''}十${number % 10 === 0 ? '' : digits[number % 10]}`;
}

/** A law of n articles of one paragraph each, `第N条 甲N。` */
export function plainLaw(count: number, more: Record<number, string> = {}): string {
  const articles = Array.from(
    { length: count },
    (_, i) => `第${han(i + 1)}条　${more[i + 1] ?? `第${i + 1}号内容甲。`}`,
  );
  return `示例条例\n\n${articles.join('\n\n')}\n`;
}
