/** What differs from the whole at a provision: it begins or ends on a day of its own, or another text changes it. */
import type { Day, PartOfText, Version, Work } from '../../domain/model.ts';
import { dayOfPage, type Holdings, lifeOfWork, presentText } from '../holdings.ts';
import { beginsOn, comingTexts } from '../status/lives.ts';
import { compareUrl } from '../urls.ts';
import { dayWords, stateWords } from '../words.ts';
import type { Link } from './common.ts';
import { rowsBetween } from './compare.ts';

export interface ForceMark {
  /** 自2027年3月1日起改为： */
  words: string;
  /** The words of the coming text, line by line. */
  lines: string[];
  /** What it rests on: the clause that says so, or the comparison of the two texts. */
  link?: Link;
}

/** By eId. Days stand in the words: they hold for whoever reads them, on whatever day. */
export function forceMarks(holdings: Holdings, work: Work, version: Version): Map<string, ForceMark[]> {
  const marks = new Map<string, ForceMark[]>();
  const add = (eId: string, mark: ForceMark): void => {
    const list = marks.get(eId);
    if (!list) marks.set(eId, [mark]);
    else if (list.every(({ words }) => words !== mark.words)) list.push(mark);
  };
  const day = dayOfPage(holdings, work);
  const life = lifeOfWork(holdings, work);
  for (const { version: named, parts = [] } of life) {
    if (named !== undefined && named !== version.date) continue;
    for (const part of parts) {
      const words = partWords(part, day);
      if (part.eId !== undefined && words) add(part.eId, { words, lines: [] });
    }
  }
  const present = presentText(holdings, work);
  if (present === version) {
    for (const { text, from } of comingTexts(life, work, day)) changesTo(work, version, text, from, add);
  } else {
    const from = beginsOn(life, version);
    if (present && from !== undefined && from > day) changesFrom(work, present, version, from, add);
  }
  return marks;
}

/** Nothing where the part has joined the whole by the day of the page. */
function partWords({ state, from, until, evidence }: PartOfText, day: Day): string {
  if (state === 'unknown') {
    const since = from === undefined ? '' : `自${dayWords(from)}起`;
    return `本处${since}是否施行，本库不知道：“${evidence.text}”`;
  }
  if (state === 'in-force') return from === undefined ? '' : `本处自${dayWords(from)}起先行施行`;
  if (until !== undefined) return until > day ? `本处自${dayWords(until)}起施行，此前不适用` : '';
  const word = state === 'lapsed' ? '失效' : stateWords[state].word;
  return from === undefined ? '' : `本处自${dayWords(from)}起${word}`;
}

type Add = (eId: string, mark: ForceMark) => void;

/** At each provision of the present text: what it will be. */
function changesTo(work: Work, now: Version, next: Version, from: Day, add: Add): void {
  const since = `自${dayWords(from)}起`;
  const link = { text: '新旧对照', href: compareUrl(now.work, now.date, next.date) };
  let before: string | undefined;
  for (const row of rowsBetween(work, now, next)) {
    const lines = row.newText.split('\n').filter((line) => line !== '');
    if (row.change === 'inserted' && before)
      add(before, { words: `${since}在此之后增加${row.new}：`, lines, link });
    else if (row.oldId && row.change === 'amended') add(row.oldId, { words: `${since}改为：`, lines, link });
    else if (row.oldId && row.change === 'repealed')
      add(row.oldId, { words: `${since}删去`, lines: [], link });
    else if (row.oldId && row.change === 'renumbered')
      add(row.oldId, { words: `${since}改为${row.new}`, lines: [], link });
    before = row.oldId ?? before;
  }
}

/** At each provision of a coming text that is not as it is in the present one. */
function changesFrom(work: Work, now: Version, next: Version, from: Day, add: Add): void {
  const link = { text: '新旧对照', href: compareUrl(now.work, now.date, next.date) };
  for (const { newId, change } of rowsBetween(work, now, next)) {
    if (newId && (change === 'amended' || change === 'inserted'))
      add(newId, { words: `自${dayWords(from)}起施行`, lines: [], link });
  }
}
