/** 本办法, 附件, 前款, 第三条: references of a text into itself, or into what prints it or is printed with it. */
import type { Version } from '../model.ts';
import { rulingNouns, titleNoun } from '../names/index.ts';
import { parseNumeral } from '../text/numerals.ts';
import type { FoundReference } from './found.ts';
import { markTarget } from './marks.ts';
import { annexOutcome, inOwnText, inText, type Outcome, type Resolver, span, treeOf } from './outcome.ts';
import { answersTo } from './self-words.ts';
import { type Library, versionAt } from './text-meant.ts';

/** 下列, 上述, 另行制定; undefined where the word points at nothing: 以下 without a list. */
export function resolveMark(found: FoundReference, { version, cache }: Resolver): Outcome | undefined {
  const index = treeOf(version, found.inAnnex, cache);
  const here = index.byId.get(found.eId);
  const pointed = here && markTarget(index, found.mark!, here);
  if (!pointed || 'reason' in pointed) return pointed;
  return span(version, pointed.first.eId, pointed.last.eId);
}

/** 附件, 附件2: an annex of the text itself, or of the notice that prints it, where the text has none. */
export function resolveAnnex(found: FoundReference, { version, library }: Resolver): Outcome {
  const own = annexIn(found, version);
  const { carriedBy, annexes } = version.instrument;
  const carrier = carriedBy === undefined ? undefined : library.register.works.get(carriedBy);
  const printed = carrier && (versionAt(library, carrier, version.date) ?? carrier.versions[0]);
  if (own.target || annexes.length > 0 || !printed) return own;
  const outcome = annexIn(found, printed);
  return outcome.target ? { ...outcome, note: `附在《${carrier.title}》之后` } : own;
}

function annexIn(found: FoundReference, version: Version): Outcome {
  // 附录 is none of 附件1 and 附表: only 附件 is said of all of them.
  const word = found.text.slice(0, 2);
  const annexes = version.instrument.annexes.filter(
    ({ label }) => word === '附件' || label === '' || label.startsWith(word),
  );
  const number = found.annex === '' ? undefined : parseNumeral(found.annex!);
  // In an annex 附件 without a number is the annex that says it.
  if (number === undefined && found.annex !== '') return { reason: `本文没有${found.text}` };
  if (number === undefined && found.inAnnex !== undefined)
    return annexOutcome(version.instrument.annexes[found.inAnnex]!, version);
  const numbered = annexes.filter(({ label }) => parseNumeral(label.replace(/[\s附件表录]/g, '')) === number);
  const hits = number === undefined ? annexes : numbered;
  if (hits.length === 1) return annexOutcome(hits[0]!, version);
  if (annexes.length === 0) return { reason: `本文未附${word}` };
  if (number === undefined) return { reason: `本文有${annexes.length}个附件，未写明是哪一个` };
  return { reason: `本文没有${word}${number}` };
}

/** 本办法: the text itself; 本通知 in what a 通知 prints: the 通知; 本法 in a 办法: the text itself, with a note. */
export function resolveSelf(found: FoundReference, { version, library }: Resolver): Outcome {
  const noun = found.noun!;
  const { instrument } = version;
  const own = { target: { work: version.work, version: version.date } };
  const annex = found.inAnnex === undefined ? undefined : instrument.annexes[found.inAnnex];
  if (annex && answersTo(annex.title, noun)) return annexOutcome(annex, version);
  if (answersTo(instrument.title, noun)) return own;
  const carrier =
    instrument.carriedBy === undefined ? undefined : library.register.works.get(instrument.carriedBy);
  if (carrier && answersTo(carrier.title, noun)) {
    const printed = versionAt(library, carrier, version.date) ?? carrier.versions[0];
    return { target: { work: carrier.id, ...(printed ? { version: printed.date } : {}) } };
  }
  if (found.quoting !== undefined) return quotedLaw(found, version, library);
  const title = titleNoun(instrument.title);
  if (rulingNouns.has(noun) && title !== undefined && rulingNouns.has(title)) {
    return { ...own, note: `原文作“本${noun}”，本文为“${title}”，按所在文件解` };
  }
  return { reason: `“本${noun}”与本文文种不合，所指不能确定` };
}

/** 本法 in the words of the law that the sentence explains. */
function quotedLaw({ noun, quoting }: FoundReference, { date }: Version, library: Library): Outcome {
  const looked = library.register.lookUp({ title: quoting!, bare: true });
  if (!looked.work) return { reason: `“本${noun}”是所引《${quoting}》的自称，${looked.reason}` };
  const text = versionAt(library, looked.work, date);
  const target = { work: looked.work.id, ...(text ? { version: text.date } : {}) };
  return { target, note: `引述《${looked.work.title}》的文字，“本${noun}”是该文件的自称` };
}

/** 第三条, 前款, 本办法第三条: an address without another document's name. */
export function resolveOwn(found: FoundReference, resolver: Resolver): Outcome {
  const { version, library, cache } = resolver;
  const names =
    found.inAnnex === undefined ? version.instrument.title : version.instrument.annexes[found.inAnnex]!.title;
  // 本通知第三条 in the 办法 that the 通知 prints: the noun says which text.
  if (found.noun !== undefined && !answersTo(names, found.noun)) {
    const { target, ...rest } = resolveSelf(found, resolver);
    if (!target) return rest;
    const other = library.register.works
      .get(target.work)
      ?.versions.find(({ date }) => date === target.version);
    if (other && (other.work !== version.work || found.inAnnex !== undefined))
      return inText(found, other, cache);
    return { ...inOwnText(found, resolver), ...(rest.note ? { note: rest.note } : {}) };
  }
  if (found.carried) return resolveCarried(found, found.carried, resolver);
  return found.locator!.former ? resolveFormer(found, resolver) : inOwnText(found, resolver);
}

/** A bare 第二款 after 第十条第一款: of the two readings the one that is there; where both are, neither. */
function resolveCarried(
  found: FoundReference,
  { locator, under, weight }: NonNullable<FoundReference['carried']>,
  resolver: Resolver,
): Outcome {
  const own = inOwnText(found, resolver);
  const carried = inOwnText({ ...found, locator }, resolver);
  if (!carried.target || (own.target && sameSpan(own, carried))) return own;
  if (weight === 'none' || (weight === 'equal' && own.target))
    return { reason: `“${found.text}”未写明是本条的，还是前文“${under}”的` };
  return { ...carried, locator, note: '承前省略条款号' };
}

function sameSpan(one: Outcome, other: Outcome): boolean {
  return JSON.stringify([one.target, one.through]) === JSON.stringify([other.target, other.through]);
}

/** 原第三款 in a text: counted before its last change. */
function resolveFormer(found: FoundReference, { version, library, cache }: Resolver): Outcome {
  const before = library.register.works
    .get(version.work)
    ?.versions.findLast(({ date }) => date < version.date);
  return before ? inText(found, before, cache) : { reason: `“${found.text}”指修改前的文本，本档案未收录` };
}
