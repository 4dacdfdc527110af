/** The page of one text in one version. */
import { factsBesideHead } from '../../domain/model/page-facts.ts';
import type { FrameLine, Instrument, PageFact, PageField, Version, Work } from '../../domain/model.ts';
import { citationOf } from '../../domain/references/index.ts';
import { doubtWords } from '../../domain/status/life/gaps.ts';
import { annexId, extentOf } from '../../domain/structure/index.ts';
import { type TextFile, textFiles } from '../exports/files.ts';
import { type TextHeadView, textHead } from '../exports/head.ts';
import { addressOf, dayOfPage, type Holdings } from '../holdings.ts';
import { placesApart } from '../places-on-page.ts';
import { citedPlaces } from '../references/cited.ts';
import { type CitesView, citesView } from '../references/cites.ts';
import { referenceMarks } from '../references/marks.ts';
import { type MentioningText, mentionsOf } from '../references/mentions.ts';
import { hasPreviews } from '../references/previews.ts';
import { type LifeView, lifeView, type Stretch, stretchesOf } from '../status/life.ts';
import { onDay } from '../status/on-day.ts';
import { titleWords } from '../title-words.ts';
import { issueUrl, placeLinesUrl, previewsUrl, sourceRepairsUrl, versionUrl, workUrl } from '../urls.ts';
import { dayWords, headRoles, kindName, originWords, pageWords } from '../words.ts';
import type { Fact, Link, Run } from './common.ts';
import { comparisonOf } from './compare.ts';
import { type ContentsItem, contentsOf, type PrintedEntry, printedContents } from './contents.ts';
import { type Notice, noticesOf } from './days.ts';
import { forceMarks } from './force.ts';
import { issueName } from './issue.ts';
import { flatten, type Note, notesOf } from './notes.ts';
import { type OriginalPages, originalLink, originalPages } from './original.ts';
import { type PanelsView, panelsView } from './panels.ts';
import { leaderFact } from './portfolios.ts';
import { runsOf } from './runs.ts';
import { signatureWords } from './signatures.ts';
import { lineUrl } from './source-lines.ts';
import { type StateView, stateView } from './state.ts';
import { type ShownNode, textNodes } from './text.ts';
import { type EffectsView, effectsOf, histories } from './versions.ts';

export interface AnnexView {
  id: string;
  label: string;
  title: string;
  missing: boolean;
  nodes: ShownNode[];
}

export interface VersionChoice extends Link {
  current: boolean;
  /** How the archive came by this text. */
  origin: string;
  /** Address of its comparison with the text before it. */
  compare?: string;
}

export interface VersionView {
  work: string;
  title: string;
  kind: string;
  issue?: Link;
  facts: Fact[];
  caption?: Run[];
  state?: StateView;
  /** What the badge says on other days. */
  stretches: Stretch[];
  /** Its state on the day of the page in a sentence for laymen; empty where it is in force. */
  plain: string;
  life?: LifeView;
  /** One line on which text this is, and what it rests on. */
  edition: string;
  evidence: { text: string; link?: Link }[];
  /** Who has read it against print. */
  signatures: string[];
  versions: VersionChoice[];
  /** What is to be said before the first line: that it is not the text of the day, that another follows. */
  notices: Notice[];
  /** Its day in words; empty where it names none. */
  day: string;
  /** Address of exactly this version. */
  permanent: string;
  /** Address of the whole on one page, of a text that stands on several. */
  whole?: string;
  before: string[];
  after: { role: FrameLine['role']; text: string }[];
  nodes: ShownNode[];
  annexes: AnnexView[];
  contents: ContentsItem[];
  printed: PrintedEntry[];
  notes: Note[];
  /** Texts printed inside this one, and the one that prints this. */
  carries: Link[];
  carriedBy?: Link;
  source: {
    /** Its lines in the source, linked for a text that is held as published. */
    lines: { text: string; href?: string };
    pages?: string;
    repairs?: Link;
    original?: Link;
    originals: OriginalPages[];
  };
  /** What is authoritative instead of this page. */
  official: string;
  previous?: Link;
  next?: Link;
  /** `《…》（2020年12月19日文本）`: what a citation of a place begins with. */
  citation: string;
  /** What a citation ends with where the text is not whole. */
  doubt?: string;
  /** Names of places, by eId, that their labels on the page do not tell. */
  places?: Record<string, string>;
  /** What this particular text holds, at a glance. */
  panels: PanelsView;
  /** Address of what the links to other pages lead to, in a few lines each. */
  previews?: string;
  /** Address of the lines of the source on which provisions begin; none for a text that was computed. */
  placeLines?: string;
  /** Where an error may be reported: `mailto:` or the address of a form. */
  report?: string;
  /** What the text refers to, and which other works speak of this one. */
  cites: CitesView;
  citedBy: MentioningText[];
  /** What a decision did to the texts it amends. */
  effects: EffectsView[];
  /** The text in other formats. */
  files: TextFile[];
  /** What programs read of it. */
  head: TextHeadView;
  /** Class of the text where numbers of articles hang in the margin: by the widest of them. */
  hang?: 'hangs' | 'hangs-more' | 'hangs-most';
}

/** The work of an instrument or a work id. */
function linkOf(holdings: Holdings, id: string): Link | undefined {
  const work = holdings.works.get(holdings.versions.get(id)?.work ?? id);
  return work && { text: titleWords(work.title, work.kind), href: workUrl(work.id) };
}

const text = (words: string): Run[] => [{ text: words }];

function factsOf(instrument: Instrument): Fact[] {
  const { dates } = instrument;
  const facts: [string, string | undefined][] = [
    ['文号', instrument.documentNumber],
    ['统一编号', instrument.registryNumber],
    ['发文机关', instrument.issuer],
    ['通过', dates.adopted && dayWords(dates.adopted)],
    // An order is written on the day that it is promulgated: once is enough.
    ['成文', dates.written && dates.written !== dates.promulgated ? dayWords(dates.written) : undefined],
    ['公布', dates.promulgated && dayWords(dates.promulgated)],
    ['施行', dates.commenced && dayWords(dates.commenced)],
    ...(instrument.pageFields ?? []).flatMap((field): [string, string][] =>
      shownFields.has(field.says) ? [[field.name, fieldWords(field)]] : [],
    ),
  ];
  return facts.flatMap(([term, words]) => (words ? [{ term, runs: text(words) }] : []));
}

/** What the page of a text prints beside the facts that its head has anyway. */
const shownFields: ReadonlySet<PageFact> = new Set(factsBesideHead);

/** A word on the force is the page's, of a day that it does not tell. */
function fieldWords({ says, value }: PageField): string {
  return says === 'validity' ? `${value}（网页所注，何时所注未载）` : value;
}

/** Events of the 题注 and the decision that made this version: what the edition rests on. */
function evidenceOf(holdings: Holdings, version: Version): VersionView['evidence'] {
  const { instrument } = version;
  const evidence: VersionView['evidence'] = [];
  if (instrument.caption) evidence.push({ text: `题注：${instrument.caption.text}` });
  const decision = version.madeBy && linkOf(holdings, version.madeBy);
  if (decision) evidence.push({ text: '修改依据：', link: decision });
  const carrier = instrument.carriedBy && linkOf(holdings, instrument.carriedBy);
  if (carrier) evidence.push({ text: '随文公布：', link: carrier });
  return evidence;
}

function editionOf(version: Version, issue: string | undefined): string {
  // A text that was computed is none of those that were printed.
  if (version.origin === 'applied') return `${dayWords(version.date)}的文本，由修改决定推算，未见原文`;
  if (version.origin === 'reconstructed') {
    return `${dayWords(version.date)}的文本，据后来文本与修改决定倒推；不能推知的字句注明“原文未载”`;
  }
  const { caption } = version.instrument;
  const amended = caption?.events.findLast((event) => event.event === 'amended');
  const where = issue ? `，载${issue}` : '';
  if (amended?.date) return `${dayWords(amended.date)}修改后的文本${where}`;
  return `${version.date ? `${dayWords(version.date)}的` : '未载日期的'}文本${where}`;
}

function versionsOf(work: Work, shown: Version): VersionChoice[] {
  if (work.versions.length < 2) return [];
  return work.versions.toReversed().map((version) => ({
    text: dayWords(version.date),
    href: versionUrl(work.id, version.date),
    current: version === shown,
    origin: originWords(version),
    compare: comparisonOf(work, version),
  }));
}

/** The texts before and after this one in its file; alone in its file: none. */
function neighbours(holdings: Holdings, version: Version): { previous?: Link; next?: Link } {
  const printed = holdings.sources.get(version.source.path)?.versions ?? [];
  const at = printed.indexOf(version);
  const link = (found: Version | undefined): Link | undefined => {
    const work = found && holdings.works.get(found.work);
    return work && { text: found.instrument.title, href: addressOf(holdings, found) };
  };
  return at < 0 ? {} : { previous: link(printed[at - 1]), next: link(printed[at + 1]) };
}

function hangOf(instrument: Instrument): VersionView['hang'] {
  const widths = flatten(instrument.provisions).flatMap(({ type, label }) =>
    type === 'article' ? [label.length] : [],
  );
  if (widths.length === 0) return undefined;
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  return widest <= 5 ? 'hangs' : widest <= 6 ? 'hangs-more' : 'hangs-most';
}

/** Everything that the page of `version` prints. */
export function versionView(holdings: Holdings, work: Work, version: Version): VersionView {
  const { instrument } = version;
  const source = holdings.sources.get(version.source.path);
  const carried = new Set(instrument.carries);
  const inner = (source?.versions ?? []).filter(({ instrument: { id } }) => carried.has(id));
  const notes = notesOf(
    [...instrument.provisions, ...instrument.annexes.flatMap((annex) => annex.provisions)],
    (source?.repairs ?? []).filter(
      ({ start }) =>
        !inner.some(
          ({ instrument: { position } }) => start >= position.start.offset && start < position.end.offset,
        ),
    ),
    source?.file.text ?? '',
    extentOf(instrument),
  );
  const issue = holdings.issues.get(version.source.issue ?? '');
  const frame = instrument.frame.filter((line) => !headRoles.has(line.role));
  const title = instrument.title;
  const marks = referenceMarks(holdings, version);
  const stretches = stretchesOf(holdings, work, version);
  const cited = citedPlaces(holdings, version);
  return {
    work: work.id,
    title,
    kind: kindName(instrument.kind, title),
    issue: issue && { text: issueName(issue), href: issueUrl(issue.id) },
    facts: [...factsOf(instrument), ...leaderFact(holdings, version)],
    // The note under the title tells the history of the printed text, not of one that was computed.
    caption:
      version.origin === 'published' && instrument.caption
        ? runsOf(instrument.caption.text, marks('', 'caption'))
        : undefined,
    state: stateView(holdings, work, version),
    stretches,
    plain: onDay(stretches, dayOfPage(holdings, work))?.plain ?? '',
    life: lifeView(holdings, work, version),
    edition: editionOf(version, issue && issueName(issue)),
    evidence: evidenceOf(holdings, version),
    signatures: signatureWords(version),
    versions: versionsOf(work, version),
    notices: noticesOf(holdings, work, version),
    day: dayWords(version.date),
    permanent: versionUrl(work.id, version.date),
    before: frame.filter((line) => !line.after).map((line) => line.text),
    after: frame.filter((line) => line.after).map(({ role, text: words }) => ({ role, text: words })),
    effects: effectsOf(holdings, work),
    nodes: textNodes(instrument.provisions, {
      notes,
      marks,
      cited,
      histories: histories(holdings, work, version),
      force: forceMarks(holdings, work, version),
    }),
    annexes: instrument.annexes.map((annex, index) => ({
      id: annexId(index),
      label: annex.label || '附件',
      title: annex.title,
      missing: annex.missing,
      nodes: textNodes(annex.provisions, { notes, marks, cited, rank: 3 }),
    })),
    contents: contentsOf(instrument.provisions, instrument.annexes),
    printed: printedContents(instrument.contents),
    notes,
    carries: instrument.carries.flatMap((id) => linkOf(holdings, id) ?? []),
    carriedBy: instrument.carriedBy ? linkOf(holdings, instrument.carriedBy) : undefined,
    source: {
      lines: {
        text: `源文件第${instrument.position.start.line}–${instrument.position.end.line}行`,
        ...(version.origin === 'published' && source
          ? { href: lineUrl(source, instrument.position.start.line) }
          : {}),
      },
      pages: instrument.pages && pageWords(instrument.pages),
      repairs: source && { text: '编校记录', href: sourceRepairsUrl(source.id) },
      original: source && originalLink(source, instrument.position.start),
      originals: source ? originalPages(source, version) : [],
    },
    official: issue ? '公报原件' : '发布机关公布的正式文本',
    ...neighbours(holdings, version),
    citation: citationOf(version, work, holdings.works),
    doubt: version.doubts?.length ? `（${doubtWords(version.doubts)}）` : undefined,
    places: placesApart(instrument),
    panels: panelsView(holdings, version),
    previews: hasPreviews(holdings, version) ? previewsUrl(work.id, version.date) : undefined,
    placeLines: version.origin === 'published' && source ? placeLinesUrl(work.id, version.date) : undefined,
    report: holdings.archive.site.report,
    cites: citesView(holdings, version),
    citedBy: mentionsOf(holdings, work.id),
    files: textFiles(work.id, version),
    head: textHead(holdings, work, version),
    hang: hangOf(instrument),
  };
}
