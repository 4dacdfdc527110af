/** The one colour of a city: checked for contrast, and given to light and dark pages. */

/** Grounds that the colour stands on, as `styles/base.css` names them. */
export const grounds = { light: '#fbfaf7', dark: '#181613' } as const;

/** WCAG 2.2, 1.4.3: text of any size. */
export const leastContrast = 4.5;

type Rgb = readonly [red: number, green: number, blue: number];

const rgbOf = (colour: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb;

const printed = (rgb: Rgb): string =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance by WCAG 2.2. */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours `#rrggbb`, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(rgbOf(one)), luminance(rgbOf(other))].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

/** A colour on its way to another: 0 the first, 1 the second. */
function between(from: string, to: string, way: number): string {
  const [start, end] = [rgbOf(from), rgbOf(to)];
  return printed(start.map((part, i) => part + (end[i]! - part) * way) as unknown as Rgb);
}

/** The colour, lightened as far as a dark ground asks for. */
function onDark(colour: string): string {
  for (let way = 0; way < 1; way += 0.05) {
    const lighter = between(colour, '#ffffff', way);
    if (contrast(lighter, grounds.dark) >= leastContrast) return lighter;
  }
  return '#ffffff';
}

/**
 * Style sheet that puts a colour in the place of the usual red.
 * @param colour `#rrggbb` with at least `leastContrast` on the light ground
 *
 * `#1a4f8b` → `--seal: #1a4f8b` on light pages, a lighter blue on dark ones
 */
export function themeCss(colour: string): string {
  const rules = (seal: string, stamp: string, ground: string): string =>
    `:root:root{--seal:${seal};--stamp:${stamp};--seal-tint:${between(ground, stamp, 0.12)}}`;
  const dark = rules(onDark(colour), colour, grounds.dark);
  const chosen = (theme: string): string => dark.replace(':root:root', `:root:root${theme}`);
  return [
    rules(colour, colour, grounds.light),
    `@media screen and (prefers-color-scheme:dark){${chosen(':not([data-theme=light])')}}`,
    `@media screen{${chosen('[data-theme=dark]')}}`,
    '',
  ].join('\n');
}
