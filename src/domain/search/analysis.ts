/**
 * The one normaliser of search: the build, the browser and the query use it alike.
 *
 * `湛府［2020］68 号` → `湛府(2020)68号` · `５Ｇ　IPv6` → `5g ipv6` · `網約車` → `网约车`
 *
 * NFKC, lower case, traditional → simplified, one form for each family of brackets, quotes, dashes and dots; zero-width
 * and control characters go; spaces go unless they part two Latin words or numbers. The result holds UTF-16 units, and
 * a match in it can be mapped back to the printed text.
 */
import { simplifiedForms } from '../text/simplify.ts';

/** A normalised text with its way back: unit `i` comes from `[starts[i], ends[i])` of the printed text. */
export interface MappedText {
  text: string;
  starts: Uint32Array;
  ends: Uint32Array;
}

/** Families of signs that print the same thing. Each line: the form kept, then the forms folded into it. */
const families: readonly (readonly [string, string])[] = [
  ['(', '〔［[【〖﹝❲〘⟨'],
  [')', '〕］]】〗﹞❳〙⟩'],
  ['《', '〈⟪'],
  ['》', '〉⟫'],
  ['"', '“”„‟″〝〞〟「」『』﹁﹂﹃﹄'],
  ["'", '‘’‚‛′'],
  ['-', '‐‑‒–—―−─━﹘﹣⁃'],
  ['~', '∼〜∽'],
  ['·', '•‧∙⋅・･⸱'],
  ['〇', '○◯⭕'],
];

const kindOf = { unknown: 0, single: 1, space: 2, drop: 3, many: 4, pair: 5 } as const;
const kinds = new Uint8Array(65536);
const singles = new Uint16Array(65536);
const many = new Map<number, string>();

const folded = new Map<string, string>();
for (const [form, others] of families) for (const other of others) folded.set(other, form);
for (const [form, simple] of simplifiedForms) folded.set(form, simple);

const spaces = /^[\s\u2800\u3164]$/u;
const dropped = /^[\p{Cc}\p{Cf}\p{Variation_Selector}\u115f\u1160\ufff0-\ufff8\ufffe\uffff]$/u;
const marks = /^[\p{M}\uff9e\uff9f]$/u;

/** A character (or a base with its combining marks) in normal form; empty where it prints nothing. */
function fold(cluster: string): string {
  let out = '';
  for (const c of cluster.normalize('NFKC')) {
    // NFKC takes a spacing accent apart into a space and a mark: the space is none that was printed.
    if (dropped.test(c) || spaces.test(c)) continue;
    const lower = (folded.get(c) ?? c).toLowerCase();
    const unit = lower.length === c.length ? lower : c;
    out += folded.get(unit) ?? unit;
  }
  return out;
}

function classify(code: number): number {
  const c = String.fromCharCode(code);
  let kind: number = kindOf.single;
  if (code >= 0xd800 && code <= 0xdfff) kind = kindOf.pair;
  else if (spaces.test(c)) kind = kindOf.space;
  else if (dropped.test(c)) kind = kindOf.drop;
  else {
    const form = fold(c);
    if (form.length === 1 && !spaces.test(form)) singles[code] = form.charCodeAt(0);
    else {
      kind = kindOf.many;
      many.set(code, form);
    }
  }
  kinds[code] = kind;
  return kind;
}

function isWordUnit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);
}

/** Written once, for the plain and the mapped form: `starts` and `ends` are filled only where given. */
function run(text: string, units: number[], starts?: number[], ends?: number[]): void {
  let spaceAt = -1;
  const push = (code: number, start: number, end: number): void => {
    if (spaceAt >= 0) {
      if (units.length > 0 && isWordUnit(units[units.length - 1]!) && isWordUnit(code)) {
        units.push(0x20);
        starts?.push(spaceAt);
        ends?.push(start);
      }
      spaceAt = -1;
    }
    units.push(code);
    starts?.push(start);
    ends?.push(end);
  };
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    const kind = kinds[code] || classify(code);
    const next = text.charCodeAt(i + 1);
    // Combining marks are rare: one comparison keeps them off the common path.
    const marked = next >= 0x300 && !(next >= 0x2e80 && next < 0xa000) && marks.test(text[i + 1]!);
    if (kind === kindOf.single && !marked) push(singles[code]!, i, ++i);
    else if (kind === kindOf.space) {
      if (spaceAt < 0) spaceAt = i;
      i++;
    } else if (kind === kindOf.drop) i++;
    else {
      const end = clusterEnd(text, i);
      const cluster = text.slice(i, end);
      const form = end === i + 1 ? (many.get(code) ?? fold(cluster)) : fold(cluster);
      for (let j = 0; j < form.length; j++) push(form.charCodeAt(j), i, end);
      i = end;
    }
  }
}

/** End of the character that begins at `start`: a surrogate pair is one, and combining marks belong to it. */
function clusterEnd(text: string, start: number): number {
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length && marks.test(text[end]!)) end++;
  return end;
}

function toText(units: readonly number[]): string {
  if (units.length < 8192) return String.fromCharCode.apply(null, units as number[]);
  let out = '';
  for (let i = 0; i < units.length; i += 8192) {
    out += String.fromCharCode.apply(null, units.slice(i, i + 8192) as number[]);
  }
  return out;
}

/** A text in the form that is indexed, compared and searched. Any string is accepted, lone surrogates too. */
export function normalise(text: string): string {
  const units: number[] = [];
  run(text, units);
  return toText(units);
}

/** The same with the place of every unit in the printed text. */
export function normaliseMapped(text: string): MappedText {
  const units: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  run(text, units, starts, ends);
  return { text: toText(units), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** Letters and digits alone: how a title or 文号 reads with every sign left out. `湛府〔2020〕68号` → `湛府202068号` */
export function skeleton(text: string): string {
  return normalise(text).replace(/[^\p{L}\p{N}]/gu, '');
}
