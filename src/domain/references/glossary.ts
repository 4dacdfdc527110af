/** The terms that a text defines, where it does so, how far they reach, and where they are used. */
import type { Instrument, Provision } from '../model.ts';
import { findTitles } from '../names/index.ts';
import { type Definition, findDefinitions, type TermForm } from './definitions.ts';
import { ancestorOf, contains, indexProvisions, type ProvisionIndex } from './provision-index.ts';
import { type TextUnit, textUnits } from './texts.ts';

/** A defined term. */
export interface Term {
  term: string;
  form: TermForm;
  /** What it means, in the text's own words. */
  meaning: string;
  /** Where it is defined: provision, and range of the term in its text (or heading). */
  eId: string;
  part?: TextUnit['part'];
  start: number;
  end: number;
  /** eId of the provision it holds in; absent: the whole text, a short name from where it is given. */
  scope?: string;
  /** False for words too common to be linked where they are used: 以上, 内. */
  linked: boolean;
}

/** A use of a term. */
export interface TermUse {
  term: Term;
  eId: string;
  part?: TextUnit['part'];
  cell?: [number, number];
  start: number;
  end: number;
}

const common: ReadonlySet<string> = new Set([
  '以上',
  '以下',
  '以内',
  '以外',
  '以前',
  '以后',
  '不满',
  '超过',
  '本级',
  '企业',
  '单位',
  '个人',
]);

/** Terms in order of definition. Of two definitions of one term in one scope the first stands. */
export function findTerms(instrument: Instrument): Term[] {
  const index = indexProvisions(instrument.provisions);
  const units = textUnits(instrument).filter(
    ({ part, quoted }) => !quoted && (part === undefined || part === 'heading'),
  );
  const own = new Map<string, Definition[]>();
  for (const unit of units) {
    own.set(
      key(unit),
      unit.part === undefined
        ? [...findDefinitions(unit.text), ...listed(unit, index), ...role(unit, index)]
        : [],
    );
  }
  named(units, own);
  headings(units, own);
  const terms: Term[] = [];
  const seen = new Set<string>();
  for (const unit of units) {
    for (const definition of own.get(key(unit))!.sort((a, b) => a.start - b.start)) {
      const term = termOf(definition, unit, index);
      if (term.meaning === '') continue;
      const id = `${term.term} ${term.scope ?? ''}`;
      if (seen.has(id)) continue;
      seen.add(id);
      terms.push(term);
    }
  }
  return terms;
}

function key({ eId, part }: TextUnit): string {
  return `${eId} ${part ?? ''}`;
}

function termOf(definition: Definition, unit: TextUnit, index: ProvisionIndex): Term {
  const { term, form, meaning, start, end, within } = definition;
  const scope = within && unit.provision ? ancestorOf(index, unit.provision, within)?.eId : undefined;
  return {
    term,
    form,
    meaning: withList(meaning.replace(/^[\s：:，,]+/, '').trim(), unit.provision),
    eId: unit.eId,
    ...(unit.part ? { part: unit.part } : {}),
    start,
    end,
    ...(scope ? { scope } : {}),
    linked: term.length > 1 && !common.has(term),
  };
}

/** 是指下列财产： goes on with the list under it. */
function withList(meaning: string, provision: Provision | undefined): string {
  if (!/[：:]$/.test(meaning) || !provision?.text.endsWith(meaning)) return meaning;
  const list = provision.children
    .filter(({ quoted }) => !quoted)
    .map(({ label, heading = '', text }) => `${label}${heading}${text}`);
  return `${meaning}${list.join('')}`;
}

const listHead = /(?:用语|术语|名词|概念)(?:的)?(?:含义|定义|解释|意义)|下列(?:用语|术语|名词)/;
const listEntry =
  /^[“"]?([^，。；：“”"（）]{1,20}?)[”"]?(?:（[^（）]{1,30}）)?[，：,:]?\s*(?:是指|系指|指的是|指|包括|：|:)(.+)$/s;

/** `（一）个人信息，是指…` under 本法下列用语的含义 */
function listed({ provision, text }: TextUnit, index: ProvisionIndex): Definition[] {
  const parent = provision && index.parentOf.get(provision);
  if (!provision || !parent || !listHead.test(parent.text)) return [];
  if (provision.type !== 'item' && provision.type !== 'point' && provision.type !== 'level') return [];
  const match = listEntry.exec(text);
  if (!match) return [];
  const start = text.indexOf(match[1]!);
  return [{ term: match[1]!, form: 'list', meaning: match[2]!.trim(), start, end: start + match[1]!.length }];
}

const rolePattern = /^([^，。；：（）“”]{2,8})（((?:[^（）]|（[^（）]*）){2,40})）。/;

/** `管理方（市政务服务数据管理局）。…` where two siblings or more are written so. */
function role({ provision, text }: TextUnit, index: ProvisionIndex): Definition[] {
  const match = provision && rolePattern.exec(text);
  if (!match) return [];
  const beside = index.parentOf.get(provision)?.children ?? index.roots;
  if (beside.filter((other) => rolePattern.test(other.text)).length < 2) return [];
  return [{ term: match[1]!, form: 'role', meaning: match[2]!, start: 0, end: match[1]!.length }];
}

/** 统一决策指挥中枢（湛江大脑）: a bracket that holds a name which the text quotes in a heading. */
function named(units: readonly TextUnit[], own: Map<string, Definition[]>): void {
  const quoted = new Set(
    units.filter(({ part }) => part === 'heading').flatMap(({ text }) => quotedWords(text)),
  );
  if (quoted.size === 0) return;
  for (const unit of units) {
    if (unit.part !== undefined) continue;
    for (const match of unit.text.matchAll(/([^，。；：、（）“”]{2,30})（([^（）]{2,12})）/g)) {
      const term = match[2]!;
      if (!quoted.has(term)) continue;
      const start = match.index + match[0].length - 1 - term.length;
      const meaning = match[1]!.slice(match[1]!.lastIndexOf('的') + 1);
      own.get(key(unit))!.push({ term, form: 'bracket', meaning, start, end: start + term.length });
    }
  }
}

function quotedWords(heading: string): string[] {
  return Array.from(heading.matchAll(/“([^”，。；、]{2,8})”/g), (match) => match[1]!);
}

/** 开展“一标三实”信息采集: a quoted name in a heading, explained by what stands under it, where nothing defines it. */
function headings(units: readonly TextUnit[], own: Map<string, Definition[]>): void {
  const defined = new Set([...own.values()].flat().map(({ term }) => term));
  for (const unit of units) {
    if (unit.part !== 'heading') continue;
    for (const term of quotedWords(unit.text)) {
      const meaning = firstSentence(unit.provision!);
      if (defined.has(term) || meaning === undefined) continue;
      defined.add(term);
      const start = unit.text.indexOf(term);
      own.get(key(unit))!.push({ term, form: 'heading', meaning, start, end: start + term.length });
    }
  }
}

function firstSentence(provision: Provision): string | undefined {
  const text = provision.text || provision.children[0]?.text || '';
  return /^[^。]*。?/.exec(text)?.[0] || undefined;
}

/** Every use of the terms, in reading order, the longest term first where two overlap; titles and definitions aside. */
export function findTermUses(instrument: Instrument, terms: readonly Term[]): TermUse[] {
  const linked = terms.filter((term) => term.linked);
  if (linked.length === 0) return [];
  const byName = new Map<string, Term[]>();
  for (const term of linked) byName.set(term.term, [...(byName.get(term.term) ?? []), term]);
  const names = [...byName.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  const index = indexProvisions(instrument.provisions);
  const uses: TermUse[] = [];
  const given = new Set<Term>();
  for (const unit of textUnits(instrument)) {
    if (unit.part === 'title' || unit.part === 'caption') continue;
    const titles = findTitles(unit.text);
    for (const match of unit.text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (titles.some((title) => start >= title.start && end <= title.end)) continue;
      const candidates = byName.get(match[0])!;
      const here = candidates.find((term) => isPlace(term, unit, start));
      if (here) {
        given.add(here);
        continue;
      }
      const term = candidates.findLast((one) => reaches(one, unit, index, given));
      if (!term) continue;
      const { eId, part, cell } = unit;
      uses.push({ term, eId, ...(part ? { part } : {}), ...(cell ? { cell } : {}), start, end });
    }
  }
  return uses;
}

function isPlace(term: Term, unit: TextUnit, start: number): boolean {
  return term.eId === unit.eId && term.part === unit.part && term.start === start;
}

/** A short name reaches from where it is given; a term of a chapter reaches over the chapter. */
function reaches(term: Term, unit: TextUnit, index: ProvisionIndex, given: ReadonlySet<Term>): boolean {
  if (term.form === 'short' && !given.has(term)) return false;
  if (term.scope === undefined) return true;
  const scope = index.byId.get(term.scope);
  return scope !== undefined && unit.provision !== undefined && contains(index, scope, unit.provision);
}
