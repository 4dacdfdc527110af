/**
 * One line of an issue's contents: the words of each entry on it, and the page that closes them.
 *
 * `关于防汛的通知……（12）` → words and page 12 · `甲通知 …… 1　乙通知 …… 5` → two pieces
 */

/** What stands on a line up to a page number, or up to its end. */
export interface Piece {
  words: string;
  page?: number;
}

const leader = '…⋯．.·•‧—–-_~～/／─━ \u3000\t';
const longestPage = 4;

const isLeader = (c: string | undefined): boolean => c !== undefined && leader.includes(c);
const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9';

/** What may stand around a page number: `（12）`, `第12页`, `P12`. */
const wrapped: [open: string, close: string][] = [
  ['（', '）'],
  ['(', ')'],
  ['第', '页'],
  ['[', ']'],
  ['【', '】'],
  ['P', ''],
  ['p', ''],
  ['', '页'],
  ['', ''],
];

/**
 * The page number that ends a line: after a leader, in brackets, or set tight against the words.
 * Four digits set tight are a year: `…规划（草案）2035`.
 */
function pageAtEnd(line: string): Piece {
  const text = line.trimEnd();
  for (const [open, close] of wrapped) {
    if (!text.endsWith(close)) continue;
    let end = text.length - close.length;
    while (isLeader(text[end - 1]) && close !== '') end--;
    let start = end;
    while (end - start < longestPage && isDigit(text[start - 1])) start--;
    if (start === end || isDigit(text[start - 1])) continue;
    let before = start;
    if (open !== '') {
      while (/\s/.test(text[before - 1] ?? '')) before--;
      if (text[before - 1] !== open) continue;
      before--;
    }
    const words = withoutLeader(text.slice(0, before));
    const led = words.length < before;
    const tight = end - start <= 3 && (words === '' || /[\u3400-\u9fff》）)”’]$/.test(words));
    if (open === '' && close === '' && !led && !tight) continue;
    return {
      words: line.trimStart().slice(0, words.trimStart().length),
      page: Number(text.slice(start, end)),
    };
  }
  return { words: withoutLeader(line).trim() };
}

/** Words without the dots, dashes or spaces that lead from them to a page. */
export function withoutLeader(text: string): string {
  let end = text.length;
  while (isLeader(text[end - 1])) end--;
  return text.slice(0, end);
}

/** Contents may count their entries: `3. 某某通知` */
const entryNumber = /^\d{1,3}(?:[.．、]\s{0,4}|\t)(?=[^\d\s.])/;

const isBarred = (line: string): boolean => /^\|.*\|$/.test(line);

/** `| 某某通知 | 样府〔2021〕7号 | 3 |` → cells between tabs */
const barsAway = (line: string): string =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
    .join('\t');

/** Pieces of a line; more than one where it is set in two columns with leaders or tabs. */
export function contentsPieces(printed: string): Piece[] {
  const line = isBarred(printed) ? barsAway(printed) : printed;
  const pieces: Piece[] = [];
  let from = entryNumber.exec(line)?.[0].length ?? 0;
  for (const match of line.matchAll(/([…⋯．.·•‧—–\t])[（(]?\d{1,4}[）)]?(?=\s*[\p{Script=Han}\p{Ps}])/gu)) {
    const end = match.index + match[0].length;
    const piece = pageAtEnd(line.slice(from, end));
    if (piece.page === undefined || piece.words.length < 4) continue;
    // `三、2020年…`: a year or a count goes on with the words behind it.
    if (match[1] === '\t' || line.slice(from, match.index + 1).match(/[…⋯．.·•‧—–]{2}$/)) {
      pieces.push(piece);
      from = end;
    }
  }
  pieces.push(pageAtEnd(line.slice(from)));
  return pieces;
}

/** `目　录`, `本期要目` */
export function isContentsHeading(text: string): boolean {
  return /^(?:本[\s\u3000]?期[\s\u3000]?)?(?:目[\s\u3000]*[录錄次]|要[\s\u3000]*目)(?:\s*contents)?[：:]?$/i.test(
    text,
  );
}
