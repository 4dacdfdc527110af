/** The words of a text as it prints them, read from its page: nothing that the site sets beside them. */
import { joinHead } from '../../domain/structure/serialize.ts';

/** What stands in a text's page and is not of the text: marks, handles, notes, histories, lists of contents. */
export const foreign =
  '.note-mark, .handle, .notes, .cited, .history, .force, .printed, .carries, .elsewhere, button, nav';

const places = '.n, .annex-label, .heading, td, th, figcaption, p, li > div, h1, h2, h3, h4, h5, h6';

interface Line {
  /** Number and heading. */
  head: string;
  text: string;
  /** The element whose words the text is. */
  block: Element;
  /** What the number belongs to: its first words go on in the same line. */
  owner?: Element;
}

/** Text nodes of a range with the part of each that lies in it. */
function* wordsIn(range: Range): Generator<{ at: Element; words: string }> {
  const root = range.commonAncestorContainer;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = root instanceof Text ? root : walker.nextNode(); node; node = walker.nextNode()) {
    const { data, length, parentElement } = node as Text;
    if (!parentElement || !range.intersectsNode(node) || parentElement.closest(foreign)) continue;
    const start = node === range.startContainer ? range.startOffset : 0;
    const end = node === range.endContainer ? range.endOffset : length;
    if (start < end) yield { at: parentElement, words: data.slice(start, end) };
  }
}

/**
 * The lines of a range of a text's page, in the form of `serialize`: an article's first 款 in the line of its number,
 * 项 with their numbers, cells of a row parted by tabs. What the archive lacks is said in 〔〕.
 *
 * `第六条` + `申请…下列材料：` / `（一）` + `申请表` → `第六条 申请…下列材料：` ⏎ `（一）申请表`
 */
export function lawText(range: Range): string {
  const lines: Line[] = [];
  for (const { at, words } of wordsIn(range)) {
    const block = at.closest(places);
    const line = lines[lines.length - 1];
    if (!block || at.closest('.gap') || (line?.block !== block && words.trim() === '')) continue;
    const own = at.closest('.lacking') ? `〔${words}〕` : words;
    if (block.matches('.n, .annex-label')) {
      const owner = block.matches('.n') ? block.closest('li, section') : undefined;
      lines.push({ head: own, text: '', block, ...(owner ? { owner } : {}) });
    } else if (block.matches('.heading')) {
      if (line?.block === block) line.head += own;
      else if (line && line.block.parentElement === block.parentElement) {
        Object.assign(line, { head: headed(line, own), block });
        // Only a heading in brackets stands in the line of the first 款.
        if (!line.owner?.matches('.article') || !/^\p{Ps}/u.test(own)) delete line.owner;
      } else lines.push({ head: own, text: '', block });
    } else if (line?.block === block) line.text += own;
    else if (line?.owner?.contains(block) && line.text === '') Object.assign(line, { text: own, block });
    else if (line && block.matches('td, th') && line.block.parentElement === block.parentElement) {
      Object.assign(line, { text: `${line.text}\t${own}`, block });
    } else lines.push({ head: '', text: own, block });
  }
  return lines.map(({ head, text, owner }) => joinHead(head, drawn(text), typeOf(owner))).join('\n');
}

/** White space as a page draws it: that of the markup is none of the text's. */
function drawn(text: string): string {
  return text
    .replace(/ *\n */g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/^ | $/g, '');
}

function headed({ head, owner }: Line, heading: string): string {
  return owner?.matches('.article') || /\d$/.test(head) || !/[、）).．]$/.test(head)
    ? `${head} ${heading}`
    : head + heading;
}

function typeOf(owner: Element | undefined): 'article' | 'level' {
  return owner?.matches('.article') ? 'article' : 'level';
}

/** The range of a place: of a 款 with the 项 below it, which stand behind it. */
export function rangeOfPlace(element: Element): Range {
  const range = document.createRange();
  range.selectNode(element);
  if (!element.matches('p[id]')) return range;
  const all = Array.from(document.querySelectorAll('.body [id]'));
  const next = all
    .slice(all.indexOf(element) + 1)
    .find((each) => !each.id.startsWith(`${element.id}__`) && !each.closest(foreign));
  if (next) range.setEndBefore(next);
  else range.setEndAfter(element.closest('.body')!.lastChild!);
  return range;
}
