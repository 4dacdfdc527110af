/** One browser for a test file; pages that collect everything that goes wrong on them. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, inject } from 'vitest';

let browser: Promise<Browser> | undefined;

afterAll(async () => {
  await (await browser)?.close();
});

export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};
export const laptop: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };

export interface Watched {
  page: Page;
  /** Console errors, uncaught exceptions, failed or foreign requests, in order. */
  faults: string[];
  close(): Promise<void>;
}

/** A fresh page. Chromium runs without its sandbox only where it must: as root. */
export async function newPage(options: BrowserContextOptions = laptop): Promise<Watched> {
  browser ??= chromium.launch({
    executablePath: inject('chromium'),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    // Where a machine has set no locale, Chromium cannot write Chinese names of files.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  const context = await (await browser).newContext({ locale: 'zh-CN', ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  const homes = [inject('site').url, inject('cases').url, inject('shards').url];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!homes.some((home) => request.url().startsWith(home)) && !request.url().startsWith('data:')) {
      faults.push(`foreign request: ${request.url()}`);
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  return { page, faults, close: () => context.close() };
}
