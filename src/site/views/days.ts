/** What the page of a text says of days before its first line: whether it is the text of the day, and since when. */
import type { Day, Version, Work } from '../../domain/model.ts';
import { doubtWords } from '../../domain/status/life/gaps.ts';
import { textOn } from '../../domain/status/life/life.ts';
import { addressOf, dayOfPage, type Holdings, lifeOfWork, presentText } from '../holdings.ts';
import { beginsOn, comingTexts, replacedOn } from '../status/lives.ts';
import { titleWords } from '../title-words.ts';
import { workUrl } from '../urls.ts';
import { dayWords } from '../words.ts';
import type { Link, Run } from './common.ts';

/** `other`: not the text of the day · `early`: known, not begun · `coming`: another text follows · `doubt`: incomplete. */
export interface Notice {
  kind: 'other' | 'early' | 'coming' | 'doubt';
  runs: Run[];
  /** The day on which it will be out of date. */
  from?: Day;
  /** What the words rest on, each a sentence. */
  details: string[];
}

/** 2020年1月1日文本, linked to its page. */
export function textLink(holdings: Holdings, version: Version): Link {
  const words = version.date ? `${dayWords(version.date)}文本` : '未载日期的文本';
  return { text: words, href: addressOf(holdings, version) };
}

/** All that has to be said before the first line of a text; nothing for the only text of a work in force. */
export function noticesOf(holdings: Holdings, work: Work, version: Version): Notice[] {
  const present = presentText(holdings, work);
  const day = dayOfPage(holdings, work);
  const whose = present === version ? presentNotices(holdings, work, version, day) : [];
  const other = present && present !== version ? [otherNotice(holdings, work, version, present, day)] : [];
  return [...other, ...whose, ...doubtNotices(version), ...errataNotices(holdings, version)];
}

function otherNotice(holdings: Holdings, work: Work, version: Version, present: Version, day: Day): Notice {
  const life = lifeOfWork(holdings, work);
  const [from, until] = [beginsOn(life, version), replacedOn(life, version)];
  const link = textLink(holdings, present);
  const then: Run[] = [{ text: `${dayWords(day)}适用的是` }, link, { text: '。' }];
  const said = (words: string): Notice => ({ kind: 'other', runs: [{ text: words }, ...then], details: [] });
  if (from !== undefined && from > day) return said(`这是将来的文本，自${dayWords(from)}起施行。`);
  if (until !== undefined) return said(`这是旧文本，自${dayWords(until)}起已为后来的文本所代替。`);
  const where = version.date < present.date ? '这是旧文本' : '这个文本自何日起施行，本库不知道';
  return said(`${where}。`);
}

function presentNotices(holdings: Holdings, work: Work, version: Version, day: Day): Notice[] {
  const life = lifeOfWork(holdings, work);
  const from = beginsOn(life, version);
  const now = textOn(life, day);
  const early: Notice[] =
    from !== undefined && from > day && now.state !== 'in-force'
      ? [{ kind: 'early', from, runs: [{ text: `自${dayWords(from)}起施行，此前不适用。` }], details: [] }]
      : [];
  const coming = comingTexts(life, work, day)
    .filter(({ text }) => text !== version)
    .map(({ text, from: begins }): Notice => {
      const runs = [{ text: `自${dayWords(begins)}起改用` }, textLink(holdings, text), { text: '。' }];
      return { kind: 'coming', from: begins, runs, details: [] };
    });
  return [...early, ...coming];
}

/** A later notice that corrects this text: told whether the text prints its words, or still what was printed first. */
function errataNotices(holdings: Holdings, version: Version): Notice[] {
  return holdings.archive.errata
    .filter(({ corrects }) => corrects?.version === version)
    .map(({ notice, from, to, fate }): Notice => {
      const work = holdings.works.get(notice);
      const link = work && { text: titleWords(work.title, work.kind), href: workUrl(work.id) };
      const done = fate.is === 'done' ? '下文已据此改动。' : '下文仍是原来所印的文字。';
      return {
        kind: 'other',
        runs: [...(link ? [link] : []), { text: `更正本文：“${from}”应为“${to}”。${done}` }],
        details: [],
      };
    });
}

function doubtNotices({ doubts = [], accepted = [] }: Version): Notice[] {
  const looked: Notice[] =
    accepted.length === 0
      ? []
      : [
          {
            kind: 'other',
            runs: [{ text: `${accepted.length}项存疑的修改已由编辑核对确认。` }],
            details: accepted.map(({ reason, because }) => `${reason}。编辑确认：${because}。`),
          },
        ];
  if (doubts.length === 0) return looked;
  const left = doubts.some(({ kind }) => kind !== 'machine') ? '，所涉条文可能仍是修改前的文字' : '';
  const words = `本${doubtWords(doubts)}${left}。`;
  return [
    { kind: 'doubt', runs: [{ text: words }], details: doubts.map(({ reason }) => `${reason}。`) },
    ...looked,
  ];
}
