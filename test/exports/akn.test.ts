/** Akoma Ntoso: valid for a validator of others, every address in it leads somewhere, and back it is the same text. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { readAkn } from '../../src/domain/exports/akn/read.ts';
import { writeAkn } from '../../src/domain/exports/akn/write.ts';
import type { HeldText, Holding } from '../../src/domain/exports/index.ts';
import { writable } from '../../src/domain/exports/xml.ts';
import type { Instrument } from '../../src/domain/model.ts';
import { serializeProvisions } from '../../src/domain/structure/index.ts';
import { provisionsOf } from '../../src/domain/versions/index.ts';
import { amended, anyTree, firstHolding, heldTexts, holdingOfTree, nastyText, rule } from './held.ts';

const schema = (fileName: string) => ({
  fileName,
  contents: readFileSync(new URL(`../fixtures/akn/${fileName}`, import.meta.url), 'utf8'),
});

/** What xmllint says against the schema of OASIS; empty for valid documents. */
async function faults(documents: readonly string[]): Promise<string[]> {
  const { errors } = await validateXML({
    xml: documents.map((contents, i) => ({ fileName: `${i}.xml`, contents })),
    schema: [schema('akomantoso30.xsd')],
    preload: [schema('xml.xsd')],
    initialMemoryPages: 1024,
    maxMemoryPages: 8192,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

const written = (holding: Holding): string[] => holding.texts.map((text) => writeAkn(holding, text));

/** Addresses of a document that name no place in it. */
function dangling(xml: string): string[] {
  const ids = new Set(Array.from(xml.matchAll(/ eId="([^"]*)"/g), (match) => match[1]!));
  const addresses = xml.matchAll(
    / (?:href|from|upTo|source|start|end|refersTo|as|placementBase)="#([^"]*)"/g,
  );
  return Array.from(addresses, (match) => match[1]!).filter((id) => !ids.has(id));
}

/** What must come back: everything but the places in the source; what XML cannot hold is U+FFFD. */
function kept({
  kind,
  grammar,
  title,
  frame,
  provisions,
  annexes,
}: ReturnType<typeof readAkn>['instrument']) {
  const plain = JSON.stringify({ kind, grammar, title, frame, provisions, annexes }, (key, value) =>
    key === 'position' ? undefined : typeof value === 'string' ? writable(value) : value,
  );
  return JSON.parse(plain) as unknown;
}

const withoutSpace = (text: string): string => text.replace(/\s/g, '');

/** Text of the body, tags left out. */
const bodyText = (xml: string): string =>
  withoutSpace(
    /<(body|mainBody)>([\s\S]*?)<\/\1>/
      .exec(xml)![2]!
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );

function agreesWithArchive(holding: Holding, text: HeldText): void {
  const xml = writeAkn(holding, text);
  const { instrument } = text.version;
  const back = readAkn(xml);
  expect(kept(back.instrument)).toEqual(kept(instrument));
  const { state, basis, at, horizon, reason } = text.status;
  expect(back.status).toEqual({ state, basis, at, horizon, reason });
  expect([back.work, back.version]).toEqual([text.work.id, text.version.date]);
  expect(back.gaps).toEqual(text.gaps.map((gap) => gap.reason));
  expect(dangling(xml)).toEqual([]);
}

describe('Akoma Ntoso of the first gazette', () => {
  test('is valid against the schema of the standard', async () => {
    expect(await faults(written(firstHolding()))).toEqual([]);
  });

  test('holds the canonical text, and gives back tree, frame, state and gaps', () => {
    const holding = firstHolding();
    for (const text of holding.texts) {
      agreesWithArchive(holding, text);
      const canonical = serializeProvisions(text.version.instrument.provisions).join('');
      expect(bodyText(writeAkn(holding, text))).toBe(withoutSpace(canonical));
    }
  });

  test('what a decision gives another text stands in one quoted structure, whole', () => {
    const holding = firstHolding();
    const decision = holding.byWork.get('wangyueche-xiugai-jueding')!.at(-1)!;
    const [first, ...others] = writeAkn(holding, decision).split('<quotedStructure>').slice(1);
    const quoted = first!.slice(0, first!.indexOf('</quotedStructure>'));
    const lines = provisionsOf(decision.version.instrument).filter(({ quoted: is }) => is);
    expect(lines.length).toBeGreaterThan(1);
    expect(withoutSpace([quoted, ...others].join('').replace(/<[^>]*>/g, ''))).toContain(
      withoutSpace(lines[0]!.text),
    );
    for (const { eId } of lines) expect([quoted, ...others].join('')).toContain(`eId="${eId}"`);
  });

  test('names a rule and its decision by work and text; the operations lead from clause to article', () => {
    const holding = firstHolding();
    const xml = (id: string) => writeAkn(holding, holding.byWork.get(id)!.at(-1)!);
    const iri = '/akn/cn/act/rules/2018-12-31/wangyueche-guiding';
    expect(xml('wangyueche-guiding')).toContain(`<FRBRuri value="${iri}/zho@2020-12-19"/>`);
    expect(xml('wangyueche-guiding')).toContain('<passiveModifications><textualMod type="repeal"');
    expect(xml('wangyueche-xiugai-jueding')).toContain(`<destination href="${iri}/zho@2020-12-19#art_`);
  });
});

describe('Akoma Ntoso of any text', () => {
  test('of a text that a decision changed in part says that it is incomplete, and what was not done', async () => {
    const holding = heldTexts('2023-01-01', ...amended);
    const text = holding.byWork.get('parking')!.at(-1)!;
    const xml = writeAkn(holding, text);
    expect(readAkn(xml).gaps.join()).toMatch(/不完整：.*未能应用/);
    expect(await faults(written(holding))).toEqual([]);
    for (const each of holding.texts) agreesWithArchive(holding, each);
  });

  test('that names no day says so where the standard asks for one', async () => {
    const holding = heldTexts(undefined, ['bare', '', rule('示范市绿化办法', '为了绿化，制定本办法。')]);
    const [xml] = written(holding);
    expect(xml).toContain('<FRBRdate date="0001-01-01" name="unknown"/>');
    expect(readAkn(xml!)).toMatchObject({ version: '', status: { state: 'unknown' } });
    expect(await faults([xml!])).toEqual([]);
  });

  test('whatever its tree and its words, is valid and gives them back', async () => {
    const documents: string[] = [];
    fc.assert(
      fc.property(anyTree, nastyText, nastyText, (provisions, title, line) => {
        const frame: Instrument['frame'] = [
          { role: 'title', text: title, after: false, position: provisions[0]?.position ?? at },
          { role: 'signature', text: line, after: true, position: at },
        ];
        const annexes: Instrument['annexes'] = [
          { label: '附件1', mark: line, title, missing: line === '', provisions: [], position: at },
        ];
        const { holding, text } = holdingOfTree({ provisions, title, frame, annexes });
        documents.push(writeAkn(holding, text));
        agreesWithArchive(holding, text);
      }),
    );
    expect(await faults(documents)).toEqual([]);
  });

  test('with a table of 1,000 rows is valid', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => [String(i), `第${i}行`, '<td>']);
    const table = { ...leaf, type: 'table' as const, eId: 'tbl_1', rows };
    const { holding, text } = holdingOfTree({ provisions: [table] });
    agreesWithArchive(holding, text);
    expect(await faults([writeAkn(holding, text)])).toEqual([]);
  });
});

const place = { line: 1, column: 1, offset: 0 };
const at = { start: place, end: place };
const leaf = { number: '1', label: '', text: '', children: [], position: at };

test('a document of another kind, or none, is refused', () => {
  expect(() => readAkn('<akomaNtoso/>')).toThrow();
  expect(() => readAkn('<a><b></a>')).toThrow();
});
