/** EPUB 3 of an issue or of a long text: one chapter a text, contents, the same bytes on every run. */
import type { Day } from '../../model.ts';
import type { HeldText, Holding } from '../holding.ts';
import { xml, xmlHead, xmlText } from '../xml.ts';
import { aboutText } from './about.ts';
import { type Block, blocksOf, wordsOf } from './blocks.ts';
import { zipOf } from './zip.ts';

interface Book {
  /** Stable: the address of what it holds. */
  id: string;
  title: string;
  author: string;
  day: Day;
  texts: readonly HeldText[];
}

const xhtml = (title: string, body: string): string =>
  `${xmlHead}<!DOCTYPE html>\n${xml(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang: 'zh-Hans',
      'xml:lang': 'zh-Hans',
    },
    xml(
      'head',
      {},
      xml('title', {}, xmlText(title || '未载标题')),
      xml('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }),
    ),
    body,
  )}\n`;

function tableOf(rows: readonly (readonly string[])[]): string {
  const filled = rows.filter((row) => row.length > 0);
  if (filled.length === 0) return '';
  const row = (cells: readonly string[], name: string): string =>
    xml('tr', {}, ...cells.map((cell) => xml(name, {}, xmlText(cell))));
  return xml('table', {}, xml('tbody', {}, ...filled.map((cells, i) => row(cells, i === 0 ? 'th' : 'td'))));
}

function blockOf(block: Block): string {
  switch (block.type) {
    case 'title':
      return xml('h1', {}, xmlText(block.text));
    case 'heading':
      return xml(`h${Math.min(6, block.depth + 1)}`, {}, xmlText(block.text));
    case 'annex': {
      const words = [block.label, block.text].filter((part) => part !== '').join('　');
      return `${xml('h2', {}, xmlText(words))}${block.missing ? missing : ''}`;
    }
    case 'missing':
      return missing;
    case 'table':
      return tableOf(block.rows);
    case 'words': {
      if (block.kind !== 'article') return xml('p', {}, xmlText(wordsOf(block)));
      const rest = [block.heading, block.text].filter((part) => part !== '').join('　');
      return xml(
        'p',
        { class: 'article' },
        xml('b', {}, xmlText(block.label)),
        xmlText(rest === '' ? '' : `　${rest}`),
      );
    }
    default:
      return xml('p', { class: block.type }, xmlText(block.text));
  }
}

const missing = xml('p', { class: 'missing' }, '（原文未载）');

const style = `html{writing-mode:horizontal-tb}body{line-height:1.8}h1,h2,h3,h4{text-align:center;font-weight:600}
p{margin:0;text-indent:2em}p.number,p.caption{text-align:center;text-indent:0}p.close{text-align:right;text-indent:0}
table{border-collapse:collapse;margin:1em 0}th,td{border:1px solid;padding:.2em .5em;text-align:left}
dl{margin-top:2em;border-top:1px solid;font-size:.85em}dt{font-weight:600}dd{margin:0}
`;

function chapterOf(holding: Holding, text: HeldText): string {
  const about = aboutText(holding, text).map(
    ({ term, words }) => `${xml('dt', {}, xmlText(term))}${xml('dd', {}, xmlText(words))}`,
  );
  const body = blocksOf(text).map(blockOf).join('\n');
  return xhtml(text.version.instrument.title, xml('body', {}, body, xml('dl', {}, ...about)));
}

/** The book. */
function bookOf(holding: Holding, { id, title, author, day, texts }: Book): Uint8Array {
  const names = texts.map((_, i) => `text-${i + 1}`);
  const items = names.map((name) =>
    xml('item', { id: name, href: `${name}.xhtml`, 'media-type': 'application/xhtml+xml' }),
  );
  const metadata = xml(
    'metadata',
    { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    xml('dc:identifier', { id: 'id' }, xmlText(id)),
    xml('dc:title', {}, xmlText(title || '未载标题')),
    xml('dc:language', {}, 'zh-Hans'),
    xml('dc:creator', {}, xmlText(author)),
    day === '' ? '' : xml('dc:date', {}, day),
    xml('meta', { property: 'dcterms:modified' }, `${day === '' ? '1980-01-01' : day}T00:00:00Z`),
  );
  const opf = xml(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'id',
      'xml:lang': 'zh-Hans',
    },
    metadata,
    xml(
      'manifest',
      {},
      xml('item', { id: 'nav', href: 'nav.xhtml', 'media-type': 'application/xhtml+xml', properties: 'nav' }),
      xml('item', { id: 'style', href: 'style.css', 'media-type': 'text/css' }),
      ...items,
    ),
    xml('spine', {}, ...names.map((idref) => xml('itemref', { idref }))),
  );
  const entries = texts.map(({ version }, i) =>
    xml(
      'li',
      {},
      xml('a', { href: `${names[i]}.xhtml` }, xmlText(version.instrument.title.trim() || '未载标题')),
    ),
  );
  const nav = xml('nav', { 'epub:type': 'toc', id: 'toc' }, xml('h1', {}, '目录'), xml('ol', {}, ...entries));
  const container = xml(
    'container',
    { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
    xml(
      'rootfiles',
      {},
      xml('rootfile', { 'full-path': 'EPUB/package.opf', 'media-type': 'application/oebps-package+xml' }),
    ),
  );
  return zipOf(
    {
      mimetype: 'application/epub+zip',
      'META-INF/container.xml': `${xmlHead}${container}`,
      'EPUB/package.opf': `${xmlHead}${opf}`,
      'EPUB/nav.xhtml': xhtml('目录', xml('body', {}, nav)),
      'EPUB/style.css': style,
      ...Object.fromEntries(texts.map((text, i) => [`EPUB/${names[i]}.xhtml`, chapterOf(holding, text)])),
    },
    ['mimetype'],
  );
}

/** The book of one text. */
export const textBook = (holding: Holding, text: HeldText): Uint8Array =>
  bookOf(holding, {
    id: `urn:gongbao:text:${encodeURIComponent(text.work.id)}:${text.name}`,
    title: text.version.instrument.title,
    author: text.version.instrument.issuer ?? text.work.issuer ?? '未载',
    day: text.version.date,
    texts: [text],
  });

/** The book of an issue, its texts in the order of print; undefined for an issue that holds none. */
export function issueBook(holding: Holding, id: string): Uint8Array | undefined {
  const issue = holding.archive.issues.find((each) => each.id === id);
  const texts = (issue?.instruments ?? []).flatMap(
    ({ id: instrument }) => holding.byInstrument.get(instrument) ?? [],
  );
  if (!issue || texts.length === 0) return undefined;
  const { masthead, title, publisher } = issue;
  return bookOf(holding, {
    id: `urn:gongbao:issue:${encodeURIComponent(id)}`,
    title: [masthead?.title ?? title ?? holding.name, masthead?.number ?? id].join(' '),
    author: masthead?.sponsor ?? publisher ?? '未载',
    day: masthead?.published ?? issue.horizon,
    texts,
  });
}
