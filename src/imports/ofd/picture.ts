/** A page of characters and lines as SVG. */
import type { Sheet } from '../page/index.ts';

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '\ufffd');

const n = (value: number): string => value.toFixed(2);

export function pagePicture({ width, height, runs, rules, pictures }: Sheet): string {
  const left = pictures > 0 ? `，${pictures}幅图片从略` : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${n(height)}" font-family="SimSun, Songti SC, Noto Serif CJK SC, serif">`,
    `<rect width="${n(width)}" height="${n(height)}" fill="#fff"/>`,
    ...rules.map(
      ({ x1, y1, x2, y2 }) =>
        `<path d="M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}" stroke="#000" stroke-width="0.6"/>`,
    ),
    ...runs.map(
      ({ text, x, y, size }) =>
        `<text x="${n(x)}" y="${n(y)}" font-size="${n(size)}">${escaped(text)}</text>`,
    ),
    `<text x="4" y="10" font-size="7" fill="#777">按 OFD 所载的位置画出，字体、颜色与原件不同${left}</text>`,
    '</svg>',
  ].join('\n');
}
