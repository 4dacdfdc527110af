/** Text, Markdown, DOCX, EPUB: the same words, the same facts, whole files, the same bytes. */
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { toString as wordsOfMarkdown } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { SaxesParser } from 'saxes';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { aboutText } from '../../src/domain/exports/documents/about.ts';
import { comparisonDocx, docxOf } from '../../src/domain/exports/documents/docx.ts';
import { issueBook, textBook } from '../../src/domain/exports/documents/epub.ts';
import { markdownText } from '../../src/domain/exports/documents/markdown.ts';
import { plainText, rule } from '../../src/domain/exports/documents/plain.ts';
import type { HeldText, Holding } from '../../src/domain/exports/index.ts';
import type { Provision } from '../../src/domain/model.ts';
import { serialize } from '../../src/domain/structure/index.ts';
import { amended, anyTree, firstHolding, heldTexts, holdingOfTree, nastyText } from './held.ts';

const bare = (text: string): string => text.replace(/[\s\ufffd]/g, '');

/** Words of the provisions and annexes: what every form must hold. */
function wordsOf({ version }: HeldText): string[] {
  const of = (provisions: readonly Provision[]): string[] =>
    provisions.flatMap(({ label, heading, headingForm, text, rows, children }) => [
      ...[label, headingForm ?? heading ?? '', text, ...(rows?.flat() ?? [])],
      ...of(children),
    ]);
  const { provisions, annexes } = version.instrument;
  return [...of(provisions), ...annexes.flatMap((annex) => of(annex.provisions))]
    .map(bare)
    .filter((each) => each !== '');
}

/** The words stand in the text one after the other; those that do not. */
function lost(words: readonly string[], text: string): string[] {
  const all = bare(text);
  let at = 0;
  return words.filter((each) => {
    const found = all.indexOf(each, at);
    if (found >= 0) at = found + each.length;
    return found < 0;
  });
}

/** Words of an XML document; throws where it is not well-formed. */
function wordsOfXml(xml: string): string {
  let words = '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (text) => {
    words += text;
  });
  parser.write(xml).close();
  return words;
}

/** The facts that a document tells of its text. */
const facts = (holding: Holding, text: HeldText): string[] =>
  aboutText(holding, text).map(({ words }) => bare(words));

const docxWords = (bytes: Uint8Array): string =>
  wordsOfXml(strFromU8(unzipSync(bytes)['word/document.xml']!));

const epubWords = (bytes: Uint8Array): string => {
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(?:xhtml|opf|xml)$/.test(name));
  return files.map(([, body]) => wordsOfXml(strFromU8(body))).join('');
};

function markdownWords(markdown: string): string {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
  return wordsOfMarkdown(unified().use(remarkParse).parse(body));
}

async function everyForm(holding: Holding, text: HeldText): Promise<[string, string][]> {
  return [
    ['text', plainText(holding, text)],
    ['Markdown', markdownWords(markdownText(holding, text))],
    ['DOCX', docxWords(await docxOf(holding, text))],
    ['EPUB', epubWords(textBook(holding, text))],
  ];
}

describe('documents of the first gazette', () => {
  test('hold every word of every text, in its order, and tell its state', async () => {
    const holding = firstHolding();
    for (const text of holding.texts) {
      const [words, told] = [wordsOf(text), facts(holding, text)];
      for (const [form, said] of await everyForm(holding, text)) {
        expect([
          form,
          lost(
            words.map((each) => each.replace(/\|/g, '')),
            said.replace(/\||---/g, ''),
          ),
        ]).toEqual([form, []]);
        expect([form, told.filter((fact) => !bare(said).includes(fact))]).toEqual([form, []]);
      }
    }
  });

  test('plain text begins with the canonical text, and tells below a rule what is known of it', () => {
    const holding = firstHolding();
    const text = holding.byWork.get('jubao-jiangli-banfa')!.at(-1)!;
    const [own, about] = plainText(holding, text).split(`${rule}\n`);
    expect(own).toContain(serialize(text.version.instrument));
    expect(about).toContain('效力：有效（截至2020年12月31日）。');
  });

  test('Markdown has its facts in a block that YAML reads', () => {
    const holding = firstHolding();
    for (const text of holding.texts) {
      const block = /^---\n([\s\S]*?)\n---\n/.exec(markdownText(holding, text))![1]!;
      const { state, basis, horizon, reason } = text.status;
      expect(parseYaml(block)).toMatchObject({
        title: text.version.instrument.title,
        state,
        basis,
        horizon,
        reason,
      });
    }
  });

  test('have the same bytes in every run', async () => {
    const holding = firstHolding();
    const [text] = holding.byWork.get('wangyueche-guiding')!;
    expect(await docxOf(holding, text!)).toEqual(await docxOf(holding, text!));
    expect(issueBook(holding, '2020-12')).toEqual(issueBook(holding, '2020-12'));
  });

  test('DOCX is laid out as official documents are: paper, margins, lines, fonts, page numbers outside', async () => {
    const holding = firstHolding();
    const files = unzipSync(await docxOf(holding, holding.byWork.get('wangyueche-guiding')!.at(-1)!));
    const document = strFromU8(files['word/document.xml']!);
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(document).toContain('w:line="579" w:lineRule="exact"');
    expect(document).toContain('w:eastAsia="方正小标宋_GBK"');
    expect(strFromU8(files['word/settings.xml']!)).toContain('evenAndOddHeaders');
    expect(strFromU8(files['docProps/core.xml']!)).toContain('2020-12-19T00:00:00Z');
  });

  test('新旧对照表 sets what was struck beside what came, articles that stayed left out', async () => {
    const holding = firstHolding();
    const [before, after] = holding.byWork.get('wangyueche-guiding')!;
    const document = strFromU8(
      unzipSync(await comparisonDocx(holding, before!, after!))['word/document.xml']!,
    );
    expect(document).toMatch(/<w:strike\/>/);
    expect(document).toContain('w:orient="landscape"');
    const words = wordsOfXml(document);
    expect(words).toContain('2018年12月31日的文本');
    expect(words).toContain('第六条');
    expect(words).not.toContain('第一条　');
  });

  test('an issue is a book of all its texts, its mimetype first and not compressed', () => {
    const holding = firstHolding();
    const bytes = issueBook(holding, '2020-12')!;
    expect(strFromU8(bytes.slice(30, 58))).toBe('mimetypeapplication/epub+zip');
    const words = bare(epubWords(bytes));
    const issue = holding.archive.issues[0]!;
    expect(issue.instruments.filter(({ title }) => !words.includes(bare(title)))).toEqual([]);
  });
});

describe('documents of any text', () => {
  test('of which a clause could not be applied say so in every form', async () => {
    const holding = heldTexts('2023-01-01', ...amended);
    for (const [form, said] of await everyForm(holding, holding.byWork.get('parking')!.at(-1)!)) {
      expect([form, /未能应用/.test(said)]).toEqual([form, true]);
    }
  });

  test('whatever their tree and words, are whole and hold them', async () => {
    await fc.assert(
      fc.asyncProperty(anyTree, nastyText, async (provisions, title) => {
        const { holding, text } = holdingOfTree({ provisions, title });
        expect(docxWords(await docxOf(holding, text))).toBeTypeOf('string');
        expect(epubWords(textBook(holding, text))).toBeTypeOf('string');
        expect(plainText(holding, text).isWellFormed()).toBe(true);
        const block = /^---\n([\s\S]*?)\n---\n/.exec(markdownText(holding, text))![1]!;
        expect(parseYaml(block)).toMatchObject({ state: text.status.state });
      }),
      { numRuns: 40 },
    );
  });

  test('are read by Markdown as the words they are', () => {
    fc.assert(
      fc.property(nastyText, nastyText, (label, words) => {
        const article = {
          type: 'article' as const,
          number: '1',
          label: `第一条${label}`,
          eId: 'art_1',
          text: `甲${words}`,
          children: [],
          position: at,
        };
        const { holding, text } = holdingOfTree({ provisions: [article], frame: [], title: '题' });
        const said = bare(markdownWords(markdownText(holding, text)));
        const kept = (each: string) =>
          bare(each.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu, ''));
        expect(said).toContain(`${kept(article.label)}${kept(article.text)}`);
      }),
    );
  });
});

const place = { line: 1, column: 1, offset: 0 };
const at = { start: place, end: place };
