/** What an export must be before anything of it is sent: whatever is wrong with a line is told with its place. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { portalFiles } from '../../src/domain/exports/portal/files.ts';
import { type CityFiles, checkFiles, readHead } from '../../src/portal/load/check.ts';
import { amended, heldTexts } from '../exports/held.ts';

const bodies = new Map(
  Array.from(portalFiles(heldTexts('2024-12-31', ...amended)), ({ path, body }) => [
    path.replace('portal/', ''),
    typeof body === 'string' ? body : Array.from(body as Iterable<string>).join(''),
  ]),
);

const filesOf = (changed: ReadonlyMap<string, string>): CityFiles => ({
  place: 'out',
  city: async () => changed.get('city.json')!,
  async *lines(name) {
    for (const line of changed.get(`${name}.jsonl`)!.split('\n')) if (line !== '') yield line;
  },
});

/** What is wrong with an export, each with its place. */
async function refused(changes: Record<string, (body: string) => string> = {}): Promise<string[]> {
  const changed = new Map(
    Array.from(bodies, ([name, body]) => [name, changes[name]?.(body) ?? body] as const),
  );
  const files = filesOf(changed);
  const head = await readHead(files, undefined);
  const { refusals } = 'refusals' in head ? head : await checkFiles(files, head, 0);
  return refusals.map(({ place, reason }) => `${place} ${reason}`);
}

test('what an archive exports is taken', async () => {
  expect(await refused()).toEqual([]);
});

describe('a field that would mislead', () => {
  test.each([
    ['another version of the format', 'city.json', /"v2"/, '"v1"', /city\.json .*v1.*v2.*重新导出/],
    ['no version at all', 'city.json', /"schema": "v2",/, '', /schema/],
    ['a home that is no web site', 'city.json', /"home": "[^"]*"/, '"home": "ftp://a.example/"', /网址/],
    ['a home with a password', 'city.json', /"home": "[^"]*"/, '"home": "https://u:p@a.example/"', /密码/],
    [
      'a horizon that no calendar has',
      'city.json',
      /"horizon": "[^"]*"/,
      '"horizon": "2024-02-30"',
      /horizon/,
    ],
    [
      'an address that is a script',
      'works.jsonl',
      /"address":"[^"]*"/,
      '"address":"javascript:alert(1)"',
      /:1 .*网址/,
    ],
    [
      'one that hides it',
      'works.jsonl',
      /"address":"[^"]*"/,
      '"address":"java\\tscript:alert(1)"',
      /:1 .*网址/,
    ],
    [
      'an address of evidence that is data',
      'events.jsonl',
      /"address":"[^"]*"/,
      '"address":"data:text/html,x"',
      /网址/,
    ],
    ['an id with a slash', 'works.jsonl', /"id":"[^"]*"/, '"id":"a/b"', /:1 id：.*斜线/],
    [
      'a day of the text that there is not',
      'provisions.jsonl',
      /"version":"[^"]*"/,
      '"version":"2020-13-01"',
      /:1 version：.*日期/,
    ],
    [
      'a day of a state that there is not',
      'provisions.jsonl',
      /"from":"[^"]*"/,
      '"from":"gestern"',
      /:1 of\.states\.0\.from/,
    ],
    ['a day of an event that there is not', 'events.jsonl', /"date":"[^"]*"/, '"date":"2020-3-1"', /:1 date/],
    ['a field that nobody knows', 'works.jsonl', /\{/, '{"script":1,', /:1 /],
    [
      'a text of another day',
      'texts.jsonl',
      /"version":"[^"]*"/,
      '"version":"1999-01-01"',
      /:1 .*1999-01-01/,
    ],
  ])('%s is refused', async (_name, file, from, to, told) => {
    const list = await refused({ [file]: (body) => body.replace(from, to) });
    expect(list.join('\n')).toMatch(told);
    expect(list.join('\n')).not.toMatch(/Invalid|expected/);
  });
});

test('a text that is told of and not sent is missed by its name', async () => {
  const list = await refused({
    'texts.jsonl': (body) => body.slice(body.indexOf('\n') + 1),
    'city.json': (body) => body.replace(/"texts": (\d+)/, (_whole, count) => `"texts": ${Number(count) - 1}`),
  });
  expect(list).toEqual([
    expect.stringMatching(/^out\/portal\/texts\.jsonl 没有 works\.jsonl 所载的文本“parking@/),
  ]);
});

test('wherever a file is cut, in a line or between two, it is not taken', async () => {
  const names = ['works.jsonl', 'provisions.jsonl', 'events.jsonl', 'texts.jsonl', 'city.json'];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (name, share) => {
        const whole = bodies.get(name)!.trimEnd();
        const cut = whole.slice(0, Math.floor(share * (whole.length - 1)));
        const list = await refused({ [name]: () => cut });
        expect(list.length).toBeGreaterThan(0);
        expect(list[0]).toContain(`out/portal/${name}`);
      },
    ),
    { numRuns: 150 },
  );
});

test('a line that stands twice, or two that changed places, are not taken where their order or number counts', async () => {
  const twice = (body: string): string => `${body}${body.split('\n')[0]}\n`;
  for (const name of ['works.jsonl', 'provisions.jsonl', 'events.jsonl', 'texts.jsonl'])
    expect((await refused({ [name]: twice })).length).toBeGreaterThan(0);
});
