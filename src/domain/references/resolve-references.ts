/**
 * References against works and versions: which text, which provision, or why none.
 *
 * A reference in a decision points into the text that the decision found; one in a text points into that text; one to
 * another document points into its text on the day of the citing one. A wrong link is worse than none.
 */
import type { Annex, Day, Instrument, Provision, Reference, Version, Work } from '../model.ts';
import { parseNumeral } from '../text/numerals.ts';
import { formatLocator } from './citation.ts';
import { findReferences } from './find-references.ts';
import type { FoundReference } from './found.ts';
import { markTarget } from './marks.ts';
import { titleKey } from './names.ts';
import { indexProvisions, type ProvisionIndex } from './provision-index.ts';
import { resolveLocator } from './resolve-locator.ts';
import { answersTo, normativeNouns, titleNoun } from './self-words.ts';
import { successorOf } from './successor.ts';
import { versionAfter, versionAt, versionBefore, type WorkIndex } from './work-index.ts';
import { lookUpWork, type WorkFound } from './work-lookup.ts';

type Outcome = Pick<Reference, 'target' | 'through' | 'reason' | 'note'>;

/** What a text is resolved with: one per version; provision indexes are shared between versions. */
interface Resolver {
  version: Version;
  works: WorkIndex;
  index(version: Version): ProvisionIndex;
}

/**
 * Every reference of a version, with target or reason, in reading order.
 * @param version the citing text
 * @param works index of all works of the archive (`indexWorks`)
 * @param cache shared between calls, so that a cited text is indexed once
 */
export function resolveReferences(
  version: Version,
  works: WorkIndex,
  cache: Map<Version, ProvisionIndex> = new Map(),
): Reference[] {
  const index = (of: Version): ProvisionIndex => {
    const known =
      cache.get(of) ??
      indexProvisions([
        ...of.instrument.provisions,
        ...of.instrument.annexes.flatMap((annex) => annex.provisions),
      ]);
    cache.set(of, known);
    return known;
  };
  const resolver = { version, works, index };
  return findReferences(version.instrument).flatMap((found) => {
    const outcome = resolve(found, resolver);
    return outcome ? [describe(found, version, outcome)] : [];
  });
}

function describe(found: FoundReference, version: Version, outcome: Outcome): Reference {
  const { eId, part, cell, start, end, text, kind, locator, title, documentNumber, note } = found;
  return {
    from: { work: version.work, version: version.date, eId },
    ...(part ? { part } : {}),
    ...(cell ? { cell } : {}),
    start,
    end,
    text,
    kind,
    ...(locator ? { locator } : {}),
    ...(title === undefined ? {} : { title }),
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(note ? { note } : {}),
    ...outcome,
  };
}

/** Undefined where what was found is no reference after all: 以下 without a list. */
function resolve(found: FoundReference, resolver: Resolver): Outcome | undefined {
  if (found.reason) return { reason: found.reason };
  if (found.mark) return resolveMark(found, resolver);
  if (found.annex !== undefined) return resolveAnnex(found, resolver.version);
  if (found.kind === 'self') return resolveSelf(found, resolver);
  if (found.side !== 'own' && found.locator) return resolveAmended(found, resolver);
  if (found.title !== undefined || found.documentNumber !== undefined) return resolveOther(found, resolver);
  return resolveOwn(found, resolver);
}

function resolveMark(found: FoundReference, { version, index }: Resolver): Outcome | undefined {
  const provisions = index(version);
  const here = provisions.byId.get(found.eId);
  if (!here) return undefined;
  const pointed = markTarget(provisions, found.mark!, here);
  if (!pointed || 'reason' in pointed) return pointed;
  return span(version, pointed.first, pointed.last);
}

function span({ work, date }: Version, first: { eId: string }, last: { eId: string }): Outcome {
  const target = { work, version: date, eId: first.eId };
  return first.eId === last.eId ? { target } : { target, through: last.eId };
}

/** 附件, 附件2: an annex of the text itself. */
function resolveAnnex(found: FoundReference, version: Version): Outcome {
  const { annexes } = version.instrument;
  const number = found.annex === '' ? undefined : parseNumeral(found.annex!);
  // In an annex 附件 without a number is the annex that says it.
  if (number === undefined && found.inAnnex !== undefined)
    return annexOutcome(annexes[found.inAnnex]!, version);
  const numbered = annexes.filter(({ label }) => parseNumeral(label.replace(/[\s附件表录]/g, '')) === number);
  const hits = number === undefined ? annexes : numbered;
  if (hits.length === 1) return annexOutcome(hits[0]!, version);
  if (annexes.length === 0) return { reason: '本文未附附件' };
  return {
    reason: number === undefined ? `本文有${annexes.length}个附件，未写明是哪一个` : `本文没有附件${number}`,
  };
}

function annexOutcome({ label, title, missing }: Annex, { work, date }: Version): Outcome {
  const name = label || title;
  return {
    target: { annex: name, work, version: date },
    ...(missing ? { reason: `附件“${title}”本刊未载` } : {}),
  };
}

/** 本办法: the text itself; 本通知 in what a 通知 prints: the 通知; 本法 in a 办法: the text itself, with a note. */
function resolveSelf(found: FoundReference, { version, works }: Resolver): Outcome {
  const noun = found.noun!;
  const { instrument } = version;
  if (found.side !== 'own' && found.of !== undefined) {
    if (answersTo(found.of, noun)) return resolveAmendedWork(found, version, works);
    if (!answersTo(instrument.title, noun))
      return { reason: `“本${noun}”在引号内，所指须由修改后的文本确定` };
  }
  const own = { target: { work: version.work, version: version.date } };
  const annex = found.inAnnex === undefined ? undefined : instrument.annexes[found.inAnnex];
  if (annex && answersTo(annex.title, noun)) return annexOutcome(annex, version);
  if (answersTo(instrument.title, noun)) return own;
  const carrier = instrument.carriedBy === undefined ? undefined : works.works.get(instrument.carriedBy);
  if (carrier && answersTo(carrier.title, noun)) {
    const printed = versionAt(carrier, version.date) ?? carrier.versions[0];
    return { target: { work: carrier.id, ...(printed ? { version: printed.date } : {}) } };
  }
  const title = titleNoun(instrument.title);
  if (normativeNouns.has(noun) && title !== undefined && normativeNouns.has(title)) {
    return { ...own, note: `原文作“本${noun}”，本文为“${title}”，按所在文件解` };
  }
  return { reason: `“本${noun}”与本文文种不合，所指不能确定` };
}

function resolveOwn(found: FoundReference, { version, index, works }: Resolver): Outcome {
  // 本办法第三条 in the 通知 that prints the 办法, or the other way round: the noun says which text.
  if (found.noun !== undefined && !answersTo(version.instrument.title, found.noun)) {
    const self = resolveSelf({ ...found, side: 'own' }, { version, index, works });
    if (!self.target) return self;
    const other = works.works
      .get(self.target.work)
      ?.versions.find(({ date }) => date === self.target!.version);
    if (other && other.work !== version.work) return inVersion(found, other, index(other), undefined);
    return {
      ...inVersion(found, version, index(version), found.eId),
      ...(self.note ? { note: self.note } : {}),
    };
  }
  if (found.locator!.former) return resolveFormer(found, version, works, index);
  return inVersion(found, version, index(version), found.eId);
}

/** 原第三款 in a text: counted before its last change. */
function resolveFormer(
  found: FoundReference,
  version: Version,
  works: WorkIndex,
  index: Resolver['index'],
): Outcome {
  const work = works.works.get(version.work);
  const before = work?.versions.findLast(({ date }) => date < version.date);
  if (!before) return { reason: `“${found.text}”指修改前的文本，本档案未收录` };
  return inVersion(found, before, index(before), undefined);
}

/** Bare addresses in a decision: counted in the amended text, before or after. */
function resolveAmended(found: FoundReference, { version, works, index }: Resolver): Outcome {
  if (found.of === undefined) return { reason: '本决定未写明此处修改哪一件文件，或者写有多件' };
  const looked = lookUpWork(works, { title: found.of });
  if (!looked.ok) return { reason: looked.reason };
  const { work } = looked;
  const side =
    found.side === 'before'
      ? versionBefore(work, version.work, version.date)
      : versionAfter(work, version.work, version.date);
  const when = found.side === 'before' ? '修改前' : '修改后';
  if (!side)
    return {
      target: { work: work.id },
      reason: `“${found.text}”指《${work.title}》${when}的文本，本档案未收录`,
    };
  const first = found.locator!.steps[0]!;
  if (found.side === 'after' && (first.relative !== undefined || first.type !== 'article')) {
    return {
      target: { work: work.id, version: side.date },
      reason: `“${found.text}”在新条文中，须由其在修改后文本中的位置确定`,
    };
  }
  return inVersion(found, side, index(side), undefined);
}

function resolveAmendedWork(found: FoundReference, version: Version, works: WorkIndex): Outcome {
  const looked = lookUpWork(works, { title: found.of! });
  if (!looked.ok) return { reason: looked.reason };
  const text = (found.side === 'after' ? versionAfter : versionBefore)(
    looked.work,
    version.work,
    version.date,
  );
  return { target: { work: looked.work.id, ...(text ? { version: text.date } : {}) } };
}

/** 《…》, 文号, and addresses in them. */
function resolveOther(found: FoundReference, { version, works, index }: Resolver): Outcome {
  const annex = found.locator ? undefined : annexNamed(found, version.instrument);
  if (annex) return annexOutcome(annex, version);
  const answer = lookUpWork(works, found.older ? { ...found, not: version.work } : found);
  const looked = answer.ok || found.older ? answer : (successorOf(answer.candidates, version.date) ?? answer);
  if (!looked.ok) return { reason: looked.reason };
  const { work } = looked;
  const note = looked.note ? { note: looked.note } : {};
  if (amends(found)) return amendedTitle(found, work, version, note);
  const cited = textOn(looked, version.date, found.part === 'caption');
  if (!cited.version)
    return { target: { work: work.id }, ...note, ...(cited.reason ? { reason: cited.reason } : {}) };
  if (!found.locator) return { target: { work: work.id, version: cited.version.date }, ...note };
  return { ...inVersion(found, cited.version, index(cited.version), undefined), ...note };
}

/** True for the title of the text that a decision amends, where the decision names it. */
function amends(found: FoundReference): boolean {
  return found.locator === undefined && found.of !== undefined;
}

/** The amended text as the decision found it, or as it leaves it: 《…》根据本决定作相应修改，重新公布. */
function amendedTitle(found: FoundReference, work: Work, version: Version, note: { note?: string }): Outcome {
  const text = (found.side === 'after' ? versionAfter : versionBefore)(work, version.work, version.date);
  const reason = `《${work.title}》${found.side === 'after' ? '修改后' : '修改前'}的文本本档案未收录`;
  return {
    target: { work: work.id, ...(text ? { version: text.date } : {}) },
    ...note,
    ...(text ? {} : { reason }),
  };
}

/** The text that a citation means: in a caption that of the order named, else the one of the citing day. */
function textOn(
  { work, date }: WorkFound,
  day: Day,
  original: boolean,
): { version?: Version; reason?: string } {
  if (work.versions.length === 0) return { reason: `《${work.title}》的文本本档案未收录` };
  if (date !== undefined && original) {
    const own = work.versions.find((version) => version.date === date);
    return own ? { version: own } : { reason: `${date}公布的文本本档案未收录` };
  }
  const version = versionAt(work, day);
  return version
    ? { version }
    : { reason: day === '' ? '引用之日不明，不能确定引用的是哪一文本' : `${day}时的文本本档案未收录` };
}

/** 《…申请表》 is an annex of the text where one has that title. */
function annexNamed({ title }: FoundReference, { annexes }: Instrument): Annex | undefined {
  if (title === undefined) return undefined;
  const hits = annexes.filter((annex) => annex.title !== '' && titleKey(annex.title) === titleKey(title));
  return hits.length === 1 ? hits[0] : undefined;
}

function inVersion(
  found: FoundReference,
  version: Version,
  index: ProvisionIndex,
  context: string | undefined,
): Outcome {
  const resolved = resolveLocator(
    index,
    found.locator!,
    context === undefined ? undefined : { eId: context },
  );
  const { work, date } = version;
  if (!resolved.ok) {
    const whole = context === undefined ? { target: { work, version: date } } : {};
    return { ...whole, reason: resolved.reason };
  }
  const { eIds } = resolved;
  const first = index.byId.get(eIds[0]!) as Provision;
  const missing = eIds.every((eId) => index.byId.get(eId)?.missing)
    ? { reason: `${formatLocator(found.locator!)}曾有条文，原文未载` }
    : {};
  return { ...span(version, first, { eId: eIds.at(-1)! }), ...missing };
}
