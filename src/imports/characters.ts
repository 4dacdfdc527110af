/** Characters that a page description writes for others, and text layers that hold no text. */
import { isHan, plainRadical, radicals } from '../domain/text/index.ts';
import type { Recorder } from './record.ts';
import type { Imported } from './types.ts';

/**
 * Radicals, long dashes and ligatures, as some programs write them into a PDF, become the characters that are meant;
 * each is recorded. Nothing else is touched: normalising the whole text would change ①, ㎡ and （, too.
 */
export function plainCharacters(text: string, place: string, record: Recorder): string {
  return text
    .replace(radicals, (radical) => {
      const plain = plainRadical(radical);
      if (plain !== radical) record.change('radical', radical, plain, place);
      if (radical === '\u2f3e') record.doubt('radical', '部首“⼾”按“户”写入（各处见 import.yaml），请核对');
      return plain;
    })
    .replace(/[\u2015\u2e3a\u2e3b]/g, (dash) => {
      const plain = dash === '\u2015' ? '—' : dash === '\u2e3a' ? '——' : '———';
      record.change('dash', dash, plain, place);
      return plain;
    })
    .replace(/[\ufb00-\ufb06]/g, (ligature) => {
      record.change('ligature', ligature, ligature.normalize('NFKC'), place);
      return ligature.normalize('NFKC');
    });
}

/** Why the characters of a page are no text, or undefined. */
export function unusable(text: string): string | undefined {
  const characters = Array.from(text.replace(/\s/g, ''));
  if (characters.length < 10) return undefined;
  // U+F000–F0FF is where bullets of symbol fonts stand.
  const bad = characters.filter((c) =>
    /[\u0000-\u001f\u007f-\u009f\ufffd-\uffff\ue000-\uefff\uf100-\uf8ff]/.test(c),
  ).length;
  const symbols = characters.filter((c) => /[\uf000-\uf0ff]/.test(c)).length;
  const han = characters.filter(isHan).length;
  if (bad > characters.length * 0.01 || (han === 0 && symbols > characters.length * 0.1))
    return `${bad + symbols}个字符没有对应的文字（共${characters.length}个）`;
  return undefined;
}

/** Characters whose shape only the file's own font knows (private use), or none: each is told once, with its places. */
export function tellUnknown({ lines, doubts }: Pick<Imported, 'lines' | 'doubts'>): void {
  const found = lines.flatMap(({ cells, place }, line) =>
    Array.from(cells.join('').matchAll(/[\ue000-\uf8ff\u{f0000}-\u{10ffff}\ufffd]/gu), ([sign]) => ({
      sign,
      place,
      line,
    })),
  );
  for (const [sign, all] of Map.groupBy(found, (each) => each.sign)) {
    const places = [...new Set(all.map(({ place }) => place))];
    const code = sign.codePointAt(0)!.toString(16).toUpperCase();
    const where = `${places.slice(0, 5).join('、')}${places.length > 5 ? '等' : ''}`;
    doubts.push({
      rule: 'private-use',
      reason: `字符 U+${code} 的字形无法确定，照写${all.length}处（${where}），请对照原件改正`,
      severity: 'warning',
      line: all[0]!.line,
    });
  }
}
