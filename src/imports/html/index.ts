/** A web page → lines. What the site puts around the text is listed, not imported; meta tags are evidence, not text. */
import { fromHtml } from 'hast-util-from-html';
import { decodeText } from '../../domain/text/index.ts';
import { limits } from '../limits.ts';
import { Recorder } from '../record.ts';
import { type Evidence, type Imported, paragraph, Refusal } from '../types.ts';
import { findRoot } from './root.ts';
import { allElements, childrenOf, isCode, type Nodes, property, wordsOf } from './tree.ts';
import { Walker } from './walk.ts';

/** @throws Refusal for a page that cannot be decoded, is nested beyond all measure, or holds no text */
export function readHtml(bytes: Uint8Array): Imported {
  const record = new Recorder();
  const source = decodePage(bytes, record);
  const depth = nesting(source);
  if (depth > limits.depth * 5) throw new Refusal('网页嵌套过深，不读取');
  const page: Nodes = fromHtml(source);
  const { element, by } = findRoot(page);
  const evidence = evidenceOf(page);
  const walker = new Walker(record);
  const heading = headingOutside(page, element, evidence);
  if (heading) {
    walker.walk(heading);
    record.doubt('title', '标题在正文区以外，已写在正文之前，请核对', 'info');
  }
  walker.walk(element);
  walker.end();
  const around = surroundings(page, new Set([element, ...(heading ? [heading] : [])]));
  for (const words of around) record.leave('surroundings', words, '正文区以外');
  const left = around.join('').replace(/\s/g, '').length;
  record.doubt('root', `正文取自${by}，以外的${left}个字没有写入`, 'info');
  tellElsewhere(page, element, record);
  const lines = [...walker.lines, ...walker.notes];
  if (lines.length === 0) throw new Refusal('网页里没有文字');
  return {
    format: 'html',
    reader: 'hast-util-from-html 2.0.3',
    pages: [],
    lines: lines.map((line) => (line.row ? line : paragraph(line.cells[0]!, line.place))),
    furniture: record.furniture,
    changes: record.changes,
    doubts: record.doubts,
    evidence,
    layer: allElements(page)
      .filter(({ tagName }) => tagName === 'body')
      .map(wordsOf)
      .join(''),
  };
}

/** What belongs to the text and is not on this page: its other pages, and files that are shown inside of it. */
function tellElsewhere(page: Nodes, root: Nodes, record: Recorder): void {
  const all = allElements(page);
  const next = all.some(
    (element) => element.tagName === 'a' && /^(?:下一?页|后一页)\s*[>»＞]*$/.test(wordsOf(element).trim()),
  );
  // TRS WCM writes its page numbers by a script: createPageHTML(页数, 当前页, …).
  const scripts = all.filter(({ tagName }) => tagName === 'script').map((element) => scriptOf(element));
  const pages = Number(/createPageHTML\(\s*(\d{1,4})\s*,/.exec(scripts.join('\n'))?.[1] ?? 0);
  if (pages > 1)
    record.doubt('more-pages', `网页的正文分成${pages}页，只读了这一页：其余各页请另存后一起导入`);
  else if (next) record.doubt('more-pages', '网页有“下一页”，正文可能没有完：其余各页请另存后一起导入');
  for (const element of allElements(root)) {
    const address = property(element, 'src') || property(element, 'data');
    if (['iframe', 'embed', 'object'].includes(element.tagName) && address !== '')
      record.doubt('embedded', `网页里嵌有 ${address}，没有读`);
  }
}

const scriptOf = (node: Nodes): string =>
  childrenOf(node)
    .map((child) => ('value' in child ? child.value : ''))
    .join('');

/** The page's own charset counts only where the bytes are not UTF-8; `gb2312` means GB18030. */
function decodePage(bytes: Uint8Array, record: Recorder): string {
  const decoded = decodeText(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const named = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  if (decoded.text !== undefined) {
    if (decoded.odd) record.doubt('encoding', decoded.odd, decoded.encoding === 'UTF-8' ? 'error' : 'info');
    return decoded.text;
  }
  try {
    const text = new TextDecoder(named, { fatal: true }).decode(bytes);
    if (named) record.doubt('encoding', `网页写明是 ${named} 编码，按此读取`);
    return text;
  } catch {
    throw new Refusal(`网页${decoded.reason}`);
  }
}

/** How deep elements may lie inside each other, from the tags alone. */
function nesting(source: string): number {
  let depth = 0;
  let most = 0;
  for (const [tag] of source.matchAll(/<\/?[a-z][^>]{0,2000}>/gi)) {
    if (tag[1] === '/') depth = Math.max(0, depth - 1);
    else if (!/^<(?:br|hr|img|meta|link|input|p|li|td|tr|col|option)\b|\/>$/i.test(tag))
      most = Math.max(most, ++depth);
  }
  return most;
}

/** Meta tags of government sites (国办发〔2017〕47号), and the title. */
function evidenceOf(page: Nodes): Evidence {
  const evidence: Evidence = {};
  for (const element of allElements(page)) {
    if (element.tagName === 'title' && !evidence['title']) evidence['title'] = textIn(element);
    const name = property(element, 'name');
    if (
      element.tagName === 'meta' &&
      /^(?:SiteName|SiteDomain|ColumnName|ArticleTitle|PubDate|ContentSource|Keywords|Description|Author)$/i.test(
        name,
      )
    )
      evidence[name] = property(element, 'content').trim();
  }
  return Object.fromEntries(Object.entries(evidence).filter(([, value]) => value !== ''));
}

const textIn = (node: Nodes): string =>
  (node.type === 'text' ? node.value : childrenOf(node).map(textIn).join('')).trim();

/** The heading of the page, where the text does not begin with the title itself. */
function headingOutside(page: Nodes, root: Nodes, evidence: Evidence): Nodes | undefined {
  const bare = (text: string): string => text.replace(/\s/g, '');
  const inside = bare(wordsOf(root)).slice(0, 600);
  const title = bare(evidence['ArticleTitle'] ?? '');
  return allElements(page).find((element) => {
    if (!/^h[1-3]$/.test(element.tagName)) return false;
    const words = bare(wordsOf(element));
    const named = title === '' ? bare(evidence['title'] ?? '').startsWith(words) : words === title;
    return words.length >= 6 && named && !inside.includes(words) && !allElements(root).includes(element);
  });
}

/** Text outside of the parts that were read, block by block. */
function surroundings(node: Nodes, read: ReadonlySet<Nodes>): string[] {
  if (read.has(node) || isCode(node)) return [];
  if (node.type === 'text') return node.value.trim() === '' ? [] : [node.value.trim()];
  return childrenOf(node).flatMap((child) => surroundings(child, read));
}
