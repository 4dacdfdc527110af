/** One fact is the same in every form: title, state on the horizon, days and words, read back from each of them. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { readAkn } from '../../src/domain/exports/akn/read.ts';
import { writeAkn } from '../../src/domain/exports/akn/write.ts';
import { textFile } from '../../src/domain/exports/data/files.ts';
import { jsonLines, tables } from '../../src/domain/exports/data/tables.ts';
import { docxOf } from '../../src/domain/exports/documents/docx.ts';
import { textBook } from '../../src/domain/exports/documents/epub.ts';
import { markdownText } from '../../src/domain/exports/documents/markdown.ts';
import { plainText } from '../../src/domain/exports/documents/plain.ts';
import { calendarFile } from '../../src/domain/exports/feeds/calendar.ts';
import { feedEntries } from '../../src/domain/exports/feeds/entries.ts';
import { standingOf } from '../../src/domain/exports/holding.ts';
import type { HeldText, Holding } from '../../src/domain/exports/index.ts';
import { legislationOf } from '../../src/domain/exports/pages/json-ld.ts';
import type { Provision } from '../../src/domain/model.ts';
import { formatDay } from '../../src/domain/text/calendar.ts';
import { holdingsOf } from '../../src/site/holdings.ts';
import { loadContent } from '../../src/site/load.ts';
import { answersOf } from '../../src/site/mcp/answers.ts';
import { stateView } from '../../src/site/views/state.ts';
import { amended, firstHolding, heldTexts, rule } from './held.ts';

interface Fact {
  title: string;
  /** As its word. */
  state: string;
  reason: string;
}

const factOf = (holding: Holding, { version, status }: HeldText): Fact => ({
  title: version.instrument.title,
  state: holding.words.state(status.state, status.basis),
  reason: status.reason,
});

/** `效力：有效（截至2020年12月31日）。理由；本库就该文件所知止于…` → the state and the reason */
function toldOf(text: string): Omit<Fact, 'title'> {
  const line =
    /效力：?\s*(.*?)(?:（截至[^）]*）)?。(.*?)(?:；本库就该文件所知止于\d+年\d+月\d+日)?(?=\n|不完整|来源|$)/.exec(
      text,
    );
  return { state: line?.[1] ?? '', reason: line?.[2] ?? '' };
}

const untagged = (xml: string): string =>
  xml.replace(/<\/w:p>|<\/d[dt]>|<\/p>/g, '\n').replace(/<[^>]*>/g, '');

/** The fact as each form tells it. */
async function told(holding: Holding, text: HeldText): Promise<Record<string, Partial<Fact>>> {
  const akn = readAkn(writeAkn(holding, text));
  const json = textFile(holding, text);
  const markdown = parseYaml(/^---\n([\s\S]*?)\n---\n/.exec(markdownText(holding, text))![1]!) as Record<
    string,
    string
  >;
  const word = (state: string, basis: string) => holding.words.state(state as 'unknown', basis as 'none');
  const docx = untagged(strFromU8(unzipSync(await docxOf(holding, text))['word/document.xml']!));
  const epub = untagged(strFromU8(unzipSync(textBook(holding, text))['EPUB/text-1.xhtml']!)).replace(
    /效力\n/,
    '效力：',
  );
  const mcp = answersOf(holding, () => '2020-12-31').provision({
    work: text.work.id,
    version: text.name,
  }) as {
    title: string;
    status: { stateWord: string; reason: string };
  };
  const ld = legislationOf(holding, text) as { name: string };
  return {
    akn: {
      title: akn.instrument.title,
      state: word(akn.status.state, akn.status.basis),
      reason: akn.status.reason,
    },
    json: { title: json.title, state: json.stateWord, reason: json.reason },
    markdown: {
      title: markdown['title']!,
      state: word(markdown['state']!, markdown['basis']!),
      reason: markdown['reason']!,
    },
    text: toldOf(plainText(holding, text)),
    docx: toldOf(docx),
    epub: toldOf(epub),
    mcp: { title: mcp.title, state: mcp.status.stateWord, reason: mcp.status.reason },
    page: { title: ld.name },
  };
}

const archives: [string, () => Holding][] = [
  ['the first gazette', firstHolding],
  ['amended and incomplete texts', () => heldTexts('2023-01-01', ...amended)],
  [
    'a text beyond its horizon, one without a day',
    () => heldTexts(undefined, ...amended, ['bare', '', rule('示范市绿化办法', '为了绿化，制定本办法。')]),
  ],
];

describe.each(archives)('%s', (_, make) => {
  test('title, state and reason are the same in every form', async () => {
    const holding = make();
    for (const text of holding.texts) {
      const fact = factOf(holding, text);
      for (const [form, said] of Object.entries(await told(holding, text))) {
        expect([form, { ...fact, ...said }]).toEqual([form, fact]);
      }
    }
  });

  test('the days of a text, its state and its events are the same in every table, page, feed and calendar', () => {
    const holding = make();
    const table = (name: string): Record<string, unknown>[] => {
      const { rows } = tables.find((each) => each.name === name)!;
      return Array.from(jsonLines(rows(holding)), (piece) => piece.trimEnd().split('\n'))
        .flat()
        .map((line) => JSON.parse(line));
    };
    const [versions, events, works] = [table('versions'), table('events'), table('works')];
    const calendar = calendarFile(holding);
    for (const text of holding.texts) {
      const { dates } = text.version.instrument;
      const row = versions.find(
        ({ work, version }) => work === text.work.id && version === text.version.date,
      )!;
      const json = textFile(holding, text);
      const days = ({ adopted, written, promulgated, commenced }: typeof dates) =>
        Object.fromEntries(
          Object.entries({ adopted, written, promulgated, commenced }).filter(([, day]) => day !== undefined),
        );
      expect(days(readAkn(writeAkn(holding, text)).instrument.dates)).toEqual(days(dates));
      expect(days(row)).toEqual(days(dates));
      expect(days(json)).toEqual(days(dates));
      expect([row['state'], row['reason'], row['at']]).toEqual([json.state, json.reason, json.at]);

      const own = events.filter(({ work }) => work === text.work.id);
      const told = holding.archive.events.get(text.work.id) ?? [];
      expect(own.map(({ kind, date }) => [kind, date])).toEqual(told.map(({ kind, date }) => [kind, date]));
      const start = told.find(
        ({ kind, date, scope, version }) => kind === 'commenced' && date && !scope && !version,
      );
      expect(legislationOf(holding, text)['legislationDateOfApplicability']).toBe(start?.date);
      const entry = feedEntries(holding).find(({ work, kind }) => work === text.work.id && kind === '施行');
      if (entry && start) {
        expect(entry.title).toContain(formatDay(start.date!));
        expect(calendar.replace(/\r\n /g, '')).toContain(`UID:${entry.id}`);
      }
    }
    for (const work of holding.archive.works) {
      const status = standingOf(holding.archive, work).status;
      const { state, reason } = works.find((row) => row['work'] === work.id)!;
      expect([state, reason]).toEqual([status.state, status.reason]);
    }
  });

  test('the words of a provision are the same where each form addresses it', () => {
    const holding = make();
    const flat = (provisions: readonly Provision[]): Provision[] =>
      provisions.flatMap((provision) => [provision, ...flat(provision.children)]);
    for (const text of holding.texts) {
      const akn = new Map(
        flat(readAkn(writeAkn(holding, text)).instrument.provisions).map((each) => [each.eId, each.text]),
      );
      const json = textFile(holding, text).provisions;
      for (const { eId, text: words } of flat(text.version.instrument.provisions)) {
        expect([eId, akn.get(eId), json[eId]?.text]).toEqual([eId, words, words]);
      }
    }
  });
});

test('the pages tell the same state and reason as the forms', () => {
  const holdings = holdingsOf(loadContent('content').archive);
  for (const text of firstHolding().texts) {
    const work = holdings.works.get(text.work.id)!;
    const version = work.versions.find(({ date }) => date === text.version.date)!;
    const { word, reason } = stateView(holdings, work, version)!;
    const fact = factOf(firstHolding(), text);
    expect([word, reason]).toEqual([fact.state, fact.reason]);
  }
});
