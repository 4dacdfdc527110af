/**
 * 附件: the note in the body that announces them, and the annexes themselves.
 *
 * `附件：奖励申请表，此略` → an annex whose text is missing · `附件` ⏎ title ⏎ rows → an annex with a table
 */
import type { VFile } from 'vfile';
import type { Annex, Instrument, LineRole } from '../../model.ts';
import { kindOf, titleKey } from '../../names/index.ts';
import { looksLikeTitle } from '../../text/index.ts';
import { grammarOf, growBody } from '../body/body.ts';
import { annexId, finish } from '../body/nodes.ts';
import { isRow } from '../body/tables.ts';
import type { Context } from '../lines/context.ts';
import type { Line } from '../lines/line.ts';
import * as meta from '../lines/metadata.ts';
import { beginsAnother } from './carried.ts';
import type { Draft } from './draft.ts';
import { matchesTitle, titleLines, titleOf } from './title.ts';

interface AnnexPart {
  next: number;
  frame: { line: Line; role: LineRole }[];
}

/** `甲表（略）`, `甲表（此处略）`, `甲表另发`; not 发展战略, whose last character stands alone. */
const omitted =
  /(?:[，,（(]?\s*(?:此略|从略|另发|不另附|详见.{0,20}网站)[)）]?|[（(](?:此处|此件|本刊|内容)?(?:略|缺)[)）]|(?:^|[，,\s])(?:略|缺))$/;

/**
 * Reads what begins at an annex label line: a note (one or more lines, no text of its own) or annexes.
 * @returns undefined where the line is plain text after all
 */
export function readAnnexes(
  lines: Line[],
  at: number,
  context: Context,
  instrument: Instrument,
  closed: boolean,
): AnnexPart | undefined {
  const label = lines[at]!.annex!;
  const note = noteLength(lines, at, label.title, closed);
  if (note > 0) {
    const noted = lines.slice(at, at + note);
    instrument.annexNote = noted.map((line) => line.text).join('　');
    return { next: at + note, frame: noted.map((line) => ({ line, role: 'annex-note' })) };
  }
  return readAnnex(lines, at, context, instrument);
}

const skeleton = (title: string): string =>
  title
    .replace(omitted, '')
    .replace(/（[^（）]*）/g, '')
    .replace(/[\s\p{Ps}\p{Pe}]/gu, '');

/**
 * Annexes that the note announces and nothing holds are annexes whose text is missing; each stands where the note counts it.
 *
 * `附件：1.甲表` `2.乙表（略）` `3.丙表`, 甲表 and 丙表 printed → 甲表, 乙表 (missing), 丙表
 * @param titles of the other texts printed with the instrument: an annex may be one of them
 */
export function addAnnounced(instrument: Instrument, titles: string[], file: VFile): void {
  const { annexes, frame } = instrument;
  const announced = frame
    .filter(({ role }) => role === 'annex-note')
    .flatMap(({ text, position }) =>
      noteTitles([text]).map((title) => ({
        label: noteLabel(text),
        title,
        left: omitted.test(title),
        position,
      })),
    );
  const printed = annexes.map(({ label, title }) => ({ label, key: skeleton(title) }));
  const known = new Set([...titles.map(skeleton), ...printed.map(({ key }) => key)]);
  const labels = new Set(printed.map(({ label }) => label));
  const complete = printed.length + announced.filter(({ left }) => left).length >= announced.length;
  const counted = (annex: Annex): number =>
    announced.findIndex(
      ({ label, title }) =>
        skeleton(title) === skeleton(annex.title) || (/\d$/.test(label) && label === annex.label),
    );
  for (const [i, { label, title, left, position }] of announced.entries()) {
    const held = left
      ? printed.some(({ key }) => key === skeleton(title))
      : complete || known.has(skeleton(title)) || labels.has(label);
    if (held) continue;
    const missing = { label, title: title.replace(omitted, ''), missing: true, provisions: [], position };
    const next = annexes.findIndex((annex) => counted(annex) > i);
    annexes.splice(next < 0 ? annexes.length : next, 0, missing);
    if (!left) file.message(`附件说明列有“${title}”，文中没有载`, position.start, 'gongbao:annex-missing');
  }
  for (const [i, annex] of annexes.entries()) finish(annex.provisions, annexId(i));
}

/**
 * Whose annex begins at a label: the carrier's behind a text that it carries, where its own note announces the annex, or
 * where the carried text has the label before this one (附件1 某办法, 附件2 某表).
 */
export function annexOwner({ lines, at, instrument, carrier }: Draft): Instrument {
  const label = lines[at]!.annex!;
  if (!carrier || label.title !== '' || announcedLines(lines, at + 1, instrument) > 0) return instrument;
  const own = instrument.frame.find(({ role, after }) => role === 'annex-label' && !after);
  const before = meta.annexLabel(own?.text ?? '')?.label ?? '';
  const counted = label.label !== before && label.label.slice(0, 2) === before.slice(0, 2);
  return (counted && before.length > 2) || announcedLines(lines, at + 1, carrier) > 0 ? carrier : instrument;
}

/** Number of lines from `at` that are a title which the note announces. */
function announcedLines(lines: Line[], at: number, { frame }: Instrument): number {
  const titles = noteTitles(frame.filter(({ role }) => role === 'annex-note').map(({ text }) => text));
  return Math.max(0, ...titles.map((title) => matchesTitle(titleKey(title), lines, at)));
}

/** `附件：1.甲`, `2.乙` → `附件1`, `附件2` */
function noteLabel(text: string): string {
  const number = /^(?:附[件表录]\s{0,3}[：:]?\s{0,3})?(\d{1,2})[.．、]/.exec(text)?.[1];
  return number ? `附件${number}` : (meta.annexLabel(text)?.label ?? '附件');
}

/** Titles announced by a note: `附件：1.甲 ⏎ 2.乙` → 甲, 乙 */
function noteTitles(noted: string[]): string[] {
  return noted
    .map((line) => meta.annexLabel(line)?.title ?? line)
    .map((words) => words.replace(/^\d+[.．、]\s*/, '').trim())
    .filter((words) => words !== '');
}

/** A note has a title on its line (or a numbered list below it) and is followed by no text of an annex. */
function noteLength(lines: Line[], at: number, title: string, closed: boolean): number {
  if (closed) return omitted.test(title) ? 1 : 0;
  let end = at + 1;
  if (title === '' || /^1[.．、]/.test(title)) {
    while (
      end < lines.length &&
      /^\d{1,2}[.．、]/.test(lines[end]!.text) &&
      !/[。；]$/.test(lines[end]!.text)
    )
      end++;
    if (title === '' && end === at + 1) return 0;
  }
  const following = lines[end];
  if (following === undefined || omitted.test(title)) return title === '' ? 0 : end - at;
  const listed = end > at + 1 || /^1[.．、]/.test(title);
  if (following.annex && (listed || labelRecurs(lines, at))) return end - at;
  const { organ, day, disclosure, remark, signatories } = following;
  return organ || day || disclosure || remark || signatories.length > 0 ? end - at : 0;
}

/** How far from its announcement an annex may stand. */
const farthest = 3000;

/** `附件：甲表` above `附件` ⏎ `甲表`: the first announces the second. */
function labelRecurs(lines: Line[], at: number): boolean {
  const { label } = lines[at]!.annex!;
  return lines.slice(at + 1, at + farthest).some((line) => line.annex?.label === label);
}

function readAnnex(lines: Line[], at: number, context: Context, instrument: Instrument): AnnexPart {
  const { text, file } = context;
  const first = lines[at]!;
  const { label, title, mark } = first.annex!;
  const frame: AnnexPart['frame'] = [{ line: first, role: 'annex-label' }];
  let next = at + 1;
  let name = title;
  const candidate = lines[next];
  if (name === '' && candidate && isAnnexTitle(candidate, lines[next + 1])) {
    const parts = titleLines(lines, next);
    const noted = announcedLines(lines, next, instrument);
    // One line, unless what stands on several reads as a title only when they are taken together.
    const whole = parts.length > 1 && looksLikeTitle(titleOf(parts)) && !candidate.title;
    const taken = noted > 0 ? lines.slice(next, next + noted) : whole ? parts : [candidate];
    name = titleOf(taken);
    for (const line of taken) frame.push({ line, role: 'annex-title' });
    next += taken.length;
  }
  const bodyStart = next;
  let articles = 0;
  while (next < lines.length) {
    const line = lines[next]!;
    if (line.article) articles++;
    if (next > bodyStart && beginsAnother(lines, next, articles)) break;
    const again = line.annex;
    if ((line.disclosure || line.remark) && endsAt(lines, next)) break;
    if (
      again &&
      again.label !== '附' &&
      (again.label !== label || again.title !== '') &&
      (/\d|[一二三四五六七八九十]/.test(again.label) ||
        (again.label !== label && lines.slice(next + 1, next + 3).some(isRow)))
    )
      break;
    next++;
  }
  const body = lines.slice(bodyStart, next);
  const kind = kindOf(name);
  const annex: Annex = {
    label,
    ...(mark === label ? {} : { mark }),
    title: name,
    missing: body.length === 0,
    provisions: finish(
      growBody(body, kind, grammarOf(body, kind), text, file),
      annexId(instrument.annexes.length),
    ),
    position: {
      start: text.placeOf(first, 0),
      end: text.placeOf(lines[next - 1]!, lines[next - 1]!.text.length),
    },
  };
  if (annex.missing) file.message(`${label}“${name}”没有内容`, annex.position.start, 'gongbao:annex-missing');
  instrument.annexes.push(annex);
  for (const [i, line] of body.entries()) {
    const row = line.text.includes('\t');
    context.role(
      line,
      row ? (i === 0 || !body[i - 1]!.text.includes('\t') ? 'table-header' : 'table-row') : 'body',
      instrument,
    );
  }
  return { next, frame };
}

/** True where a closing line has no more text of an annex below it. */
function endsAt(lines: Line[], at: number): boolean {
  const next = lines[at + 1];
  return (
    !next ||
    next.disclosure ||
    next.remark ||
    next.imprint ||
    next.annex !== undefined ||
    next.registry !== undefined ||
    next.title
  );
}

function isAnnexTitle(line: Line, next: Line | undefined): boolean {
  const { text } = line;
  if (text.length > meta.longestAnnexTitle || /[。；：，\t]$/.test(text) || text.includes('\t')) return false;
  if (line.article || line.list || line.container || line.day) return false;
  return line.title || next !== undefined;
}
