/** Words of a decision found in a law's text, whatever the width of marks, the spaces and the kind of quotation marks. */

/** Signs that are printed for one another: each pair is a sign and what it counts as. */
const folds = new Map(
  '(（ )） ,， ;； :： ?？ !！ ‘“ ’” "“ \'“ 〈《 〉》 <《 >》 〔（ 〕） [（ ]） —- –- －- ‐- ~- ～- ·・ •・ ﹒・ ％% ．. ﹝（ ﹞） ○〇 ∶： ︰： ―- ─- −- ‧・'
    .split(' ')
    .map(([sign, plain]): [string, string] => [sign!, plain!]),
);

/** A text folded for comparison, with the way back: `at[i]` is the place of folded character i. */
export interface Folded {
  text: string;
  at: number[];
}

/** Folds width, spaces, quotation marks and dashes. 〈a〉 and “a” and ‘a’ come out as their plain partners. */
export function fold(text: string): Folded {
  let folded = '';
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === ' ' || c === '\u3000' || c === '\u00a0' || c === '\t' || c === '\u200b' || c === '\ufeff')
      continue;
    const code = text.charCodeAt(i);
    const plain =
      (code >= 0xff10 && code <= 0xff19) ||
      (code >= 0xff21 && code <= 0xff3a) ||
      (code >= 0xff41 && code <= 0xff5a)
        ? String.fromCharCode(code - 0xfee0)
        : c;
    const out = folds.get(plain) ?? plain;
    folded += out === '”' ? '“' : out;
    at.push(i);
  }
  at.push(text.length);
  return { text: folded, at };
}

/** Every place of the words in a text, without overlap, as half-open ranges of the text as it is. */
export function findWords(text: string, words: string): [number, number][] {
  if (words === '' || text === '') return [];
  const exact = occurrences(text, words).map((at): [number, number] => [at, at + words.length]);
  if (exact.length > 0) return exact;
  const needle = fold(words).text;
  if (needle === '') return [];
  const folded = fold(text);
  return occurrences(folded.text, needle).map((at) => [
    folded.at[at]!,
    folded.at[at + needle.length - 1]! + 1,
  ]);
}

/** Places of the words; 十日 is none of 二十日, and 第二 none of 第二十条, but 万元 may be a unit alone. */
function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) found.push(at);
  const whole = found.filter((at) => !cutsNumber(text, at, at + words.length));
  return whole.length > 0 || !/^[百千万亿]/.test(words) ? whole : found;
}

const figure = /[〇零一二两三四五六七八九十百千万亿0-9０-９]/;

function cutsNumber(text: string, start: number, end: number): boolean {
  const isFigure = (at: number) => figure.test(text[at] ?? '');
  const begun = isFigure(start - 1) || (/[.．]/.test(text[start - 1] ?? '') && isFigure(start - 2));
  return (begun && isFigure(start)) || (isFigure(end - 1) && isFigure(end));
}
