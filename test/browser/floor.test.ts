/** The oldest browsers that the site is built for, and what older ones are told. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { laptop, newPage, phone } from './setup/browser.ts';

const { dir, url } = inject('site');
const folder = join(dir, '_astro');
const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));

/** What Chromium 109 lacks and nothing adds. */
const above = [
  /\.toSpliced\(/,
  /\bObject\.groupBy\b/,
  /\bArray\.fromAsync\b/,
  /\bPromise\.(?:withResolvers|try)\b/,
  /\.(?:isWellFormed|toWellFormed)\(/,
  /\bURL\.(?:canParse|parse)\b/,
  /\bIterator\.(?:from|prototype)\b/,
  /\.(?:union|intersection|difference|isSubsetOf)\(/,
  /\/[dgimsuy]*v[dgimsuy]*[,;).]\s/,
];

/** A script with all that it imports as it starts. */
function graphOf(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const text = readFileSync(join(folder, name), 'utf8');
  for (const [, other] of text.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g))
    graphOf(other!, seen);
  return seen;
}

describe('the scripts as they are built', () => {
  test.each(scripts)('%s asks nothing of a browser that the oldest of them lacks', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    for (const feature of above) expect(text).not.toMatch(feature);
  });

  test('what is added is added before it is used', () => {
    const added = scripts.filter((name) =>
      /\b(?:toSorted|toReversed|groupBy)\b/.test(readFileSync(join(folder, name), 'utf8')),
    );
    expect(added.length).toBeGreaterThan(0);
    const adds = (name: string): boolean =>
      /"groupBy"|`groupBy`|'groupBy'/.test(readFileSync(join(folder, name), 'utf8'));
    expect(scripts.filter(adds).length).toBeGreaterThan(0);
    // Entries: what no other script imports as it starts. Those that use the domain bring the additions with them.
    const imported = new Set(scripts.flatMap((name) => [...graphOf(name)].filter((other) => other !== name)));
    for (const entry of scripts.filter(
      (name) => !imported.has(name) && /^(?:index\.astro|worker|desk|register|page)\b/.test(name),
    )) {
      const graph = [...graphOf(entry)];
      if (graph.some((name) => added.includes(name))) expect(graph.some(adds), entry).toBe(true);
    }
  });
});

/** Takes from the page what Chromium 109 lacks. */
const takeAway = (): void => {
  for (const name of ['toSorted', 'toReversed', 'toSpliced', 'with']) {
    delete (Array.prototype as unknown as Record<string, unknown>)[name];
  }
  delete (Map as unknown as Record<string, unknown>)['groupBy'];
  delete (Object as unknown as Record<string, unknown>)['groupBy'];
  for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover']) {
    delete (HTMLElement.prototype as unknown as Record<string, unknown>)[name];
  }
  // No thread of its own: there nothing could be taken away.
  Object.assign(globalThis, { Worker: undefined });
};

describe('a browser of the floor', () => {
  test.each([
    ['/works/wangyueche-guiding/', '.menu[open]', '#art_6__para_1__item_1 > .n'],
    ['/status/?q=湛府〔2020〕68号', '#desk-rows tr', ''],
    ['/search/?q=运输证', '.places a', ''],
    ['/works/', '#register-filter:not([hidden])', ''],
    ['/calendar/', '.days li', ''],
  ])('%s works', async (path, seen, clicked) => {
    const { page, faults, close } = await newPage(laptop);
    await page.addInitScript(takeAway);
    await page.goto(url + path);
    if (clicked) await page.click(clicked);
    await page.locator(seen).first().waitFor();
    expect(faults).toEqual([]);
    expect(await page.locator('.old-browser').count()).toBe(0);
    await close();
  });
});

test('a browser below the floor is told so, and has the whole text', async () => {
  const { page, close } = await newPage(phone);
  await page.addInitScript(() => {
    delete (Array.prototype as unknown as Record<string, unknown>)['findLast'];
  });
  await page.goto(`${url}/works/wangyueche-guiding/`);
  expect(await page.innerText('.old-browser')).toContain('浏览器版本过旧');
  expect(await page.innerText('#art_24')).toContain('本规定自');
  await close();
});
