/** 《…》, 文号, and addresses in other documents: into the text of the citing day. */
import type { Annex, Day, Instrument, Version, Work } from '../model.ts';
import { isGivenBy, type Meant, mayBeGivenBy, parseDocumentNumber, titleKey } from '../names/index.ts';
import type { FoundReference } from './found.ts';
import { annexOutcome, inText, type Outcome, type Resolver } from './outcome.ts';
import { amendedTitle } from './resolve-amended.ts';
import { successorOf } from './successor.ts';
import { type Library, versionAt } from './text-meant.ts';

/** A reference by name. */
export function resolveOther(found: FoundReference, { version, library, cache }: Resolver): Outcome {
  const annex = found.locator ? undefined : annexNamed(found, version.instrument);
  if (annex) return annexOutcome(annex, version);
  const { title, documentNumber: number, by: issuer, bare } = found;
  const answer = library.register.lookUp(
    {
      bare,
      ...(title === undefined ? {} : { title }),
      ...(number === undefined ? {} : { number }),
      ...(issuer === undefined ? {} : { issuer }),
    },
    (work) => (!found.older || work.id !== version.work) && mayBeOrderOf(work, version, number),
  );
  const looked =
    answer.work || found.older ? answer : (successorOf(library, answer.candidates, version.date) ?? answer);
  const name = looked.words === undefined ? {} : narrowed(found, looked.words);
  if (!looked.work) return { reason: looked.reason, ...name };
  const { work } = looked;
  const note = { ...(looked.note ? { note: looked.note } : {}), ...name };
  if (!found.locator && found.of !== undefined) return { ...amendedTitle(found, work, version), ...note };
  const cited = found.edition
    ? editionOf(looked.work, found.edition, version.date)
    : textOn(library, looked, version.date, found.part === 'caption');
  if ('reason' in cited) return { target: { work: work.id }, ...note, reason: cited.reason };
  if (!found.locator) return { target: { work: work.id, version: cited.date }, ...note };
  return { ...inText(found, cited, cache), ...note };
}

/** 令第3号 without its body is the order of the body that says it. */
function mayBeOrderOf(work: Work, { instrument }: Version, number: string | undefined): boolean {
  const parts = parseDocumentNumber(number ?? '');
  if (!parts || !isGivenBy(parts) || parts.organ !== '') return true;
  const promulgated = instrument.caption?.events.find(({ event }) => event === 'promulgated');
  const body = instrument.issuer ?? parseDocumentNumber(promulgated?.by ?? '')?.organ ?? '';
  return body === '' || mayBeGivenBy(work, { ...parts, organ: body });
}

/** 不影响刑法 → 刑法: the words before a bare name are not linked. */
function narrowed({ locator, end }: FoundReference, words: string): Partial<Outcome> {
  return locator ? { title: words } : { title: words, text: words, start: end - words.length };
}

/** The text that a citation means: in a caption that of the order named, else the one of the citing day. */
function textOn(
  library: Library,
  { work, date }: Meant<Work>,
  day: Day,
  original: boolean,
): Version | { reason: string } {
  if (work.versions.length === 0) return { reason: `《${work.title}》的文本本档案未收录` };
  if (date !== undefined && original) {
    return (
      work.versions.find((version) => version.date === date) ?? { reason: `${date}公布的文本本档案未收录` }
    );
  }
  const unknown = day === '' ? '引用之日不明，不能确定引用的是哪一文本' : `${day}时的文本本档案未收录`;
  return versionAt(library, work, day) ?? { reason: unknown };
}

/** 修订前的《…》 is not the text of the citing day; 《…》（2018年修正） is that of 2018. */
function editionOf(
  { title, versions }: Work,
  edition: 'former' | number,
  day: Day,
): Version | { reason: string } {
  if (versions.length === 0) return { reason: `《${title}》的文本本档案未收录` };
  if (edition === 'former') return { reason: `指《${title}》从前的文本，未写明是哪一天的` };
  const texts = versions.filter(
    ({ date, instrument }) =>
      date.startsWith(`${edition}-`) || instrument.caption?.events.at(-1)?.date?.startsWith(`${edition}-`),
  );
  const [text] = texts;
  return texts.length === 1 && text && (day === '' || text.date <= day)
    ? text
    : { reason: `《${title}》${edition}年的文本本档案未收录，或者不止一个` };
}

/** 《…申请表》 is an annex of the text where one has that title. */
function annexNamed({ title }: FoundReference, { annexes }: Instrument): Annex | undefined {
  if (title === undefined) return undefined;
  const hits = annexes.filter((annex) => annex.title !== '' && titleKey(annex.title) === titleKey(title));
  return hits.length === 1 ? hits[0] : undefined;
}
