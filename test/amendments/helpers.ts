import { VFile } from 'vfile';
import { amend, decisionLines, parseDecision } from '../../src/domain/amendments/index.ts';
import type { Instrument, Operation } from '../../src/domain/model.ts';
import { formatLocator } from '../../src/domain/references/locator.ts';
import { parseInstruments, serializeProvisions } from '../../src/domain/structure/index.ts';
import { readText } from '../../src/domain/text/index.ts';

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
  const {
    op,
    targets,
    destination,
    unit,
    content,
    words,
    part,
    partNumber,
    adjusts,
    covers,
    limit,
    except,
    doubt,
  } = operation;
  const where = targets.map((target) => formatLocator(target)).join('&');
  const to = destination?.locator
    ? [destination.locator, ...(destination.also ?? [])].map((target) => formatLocator(target)).join('&')
    : '';
  const changes = words?.map((change) => {
    if (change.after !== undefined) return `[${change.after}]后+[${change.to}]`;
    if (change.before !== undefined) return `[${change.before}]前+[${change.to}]`;
    return `[${change.from}]→[${change.to}]`;
  });
  return [
    op,
    part === undefined ? '' : `${part}${partNumber ?? ''}`,
    where,
    destination ? `${destination.position}${to === '' ? '' : `:${to}`}` : '',
    unit ?? '',
    changes?.join(' ') ?? '',
    content ? `“${content.join('/')}”` : '',
    covers ? `covers:${covers.map((target) => formatLocator(target)).join('&')}` : '',
    adjusts?.join('+') ?? '',
    except
      ? `except:${except.map(({ place, words: left }) => `${place ? formatLocator(place) : ''}${left ?? ''}`).join('&')}`
      : '',
    limit ? `limit:${limit.words}` : '',
    doubt ? 'doubt' : '',
  ]
    .filter((word) => word !== '')
    .join(' ');
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
