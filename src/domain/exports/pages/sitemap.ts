/** What search engines and phones look for at the root: sitemap, robots, the manifest of the site. */
import type { Day } from '../../model.ts';
import type { ExportFile, Holding } from '../holding.ts';
import { xml, xmlHead, xmlText } from '../xml.ts';
import { llmsText } from './llms.ts';

/** Addresses that one file may hold (sitemaps.org). */
const most = 50_000;

interface Page {
  address: string;
  /** The last day of which the page tells; absent where it tells none. Never the day of the build. */
  changed?: Day;
}

/**
 * Pages that an engine should know by themselves. The parts of a long text are none: where it is parted depends on what
 * a page weighs, so their addresses may change with a word. Its own page and the whole lead to all of it.
 */
function* pagesOf(holding: Holding): Generator<Page> {
  const { addresses, archive, texts } = holding;
  const horizon = archive.horizon ? { changed: archive.horizon } : {};
  for (const address of addresses.pages) yield { address, ...horizon };
  for (const { id, horizon: day } of archive.issues) {
    yield { address: addresses.issue(id), ...(day ? { changed: day } : {}) };
  }
  for (const { id, versions } of archive.works) {
    const known = holding.byWork.get(id)?.at(-1)?.status.horizon;
    yield { address: addresses.work(id), ...(known ? { changed: known } : {}) };
    for (const [i, { date }] of versions.entries()) {
      if (i > 0)
        yield {
          address: addresses.comparison(id, versions[i - 1]!.date, date),
          ...(known ? { changed: known } : {}),
        };
    }
  }
  for (const { address, status } of texts) {
    yield { address, ...(status.horizon ? { changed: status.horizon } : {}) };
  }
}

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

function sitemapOf(pages: readonly Page[]): string {
  const entries = pages.map(({ address, changed }) =>
    xml('url', {}, xml('loc', {}, xmlText(address)), changed ? xml('lastmod', {}, changed) : ''),
  );
  return `${xmlHead}${xml('urlset', { xmlns: namespace }, ...entries)}\n`;
}

/** `sitemap.xml`, of several files where one cannot hold it; none where the site's own address is not known. */
export function* siteFiles(holding: Holding): Generator<ExportFile> {
  const { addresses, name } = holding;
  const absolute = URL.canParse(addresses.home);
  if (absolute) {
    const pages = Array.from(pagesOf(holding));
    const parts = Array.from({ length: Math.ceil(pages.length / most) }, (_, i) =>
      pages.slice(i * most, (i + 1) * most),
    );
    if (parts.length <= 1) yield { path: 'sitemap.xml', body: sitemapOf(pages) };
    else {
      for (const [i, part] of parts.entries()) yield { path: `sitemap-${i + 1}.xml`, body: sitemapOf(part) };
      const list = parts.map((_, i) =>
        xml('sitemap', {}, xml('loc', {}, xmlText(addresses.file(`sitemap-${i + 1}.xml`)))),
      );
      yield {
        path: 'sitemap.xml',
        body: `${xmlHead}${xml('sitemapindex', { xmlns: namespace }, ...list)}\n`,
      };
    }
  }
  const sitemap = absolute ? `\nSitemap: ${addresses.file('sitemap.xml')}\n` : '';
  yield { path: 'robots.txt', body: `User-agent: *\nAllow: /\n${sitemap}` };
  yield { path: 'llms.txt', body: llmsText(holding) };
  yield { path: 'manifest.webmanifest', body: `${JSON.stringify(manifestOf(name), null, 2)}\n` };
}

const manifestOf = (name: string): object => ({
  name,
  short_name: name,
  lang: 'zh-Hans',
  start_url: './',
  scope: './',
  display: 'browser',
  background_color: '#fbfaf7',
  theme_color: '#fbfaf7',
  icons: [
    { src: './favicon.svg', type: 'image/svg+xml', sizes: 'any', purpose: 'any' },
    { src: './icon-192.png', type: 'image/png', sizes: '192x192', purpose: 'any' },
    { src: './icon-512.png', type: 'image/png', sizes: '512x512', purpose: 'any' },
    { src: './icon-maskable.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
  ],
});
