import type { Position, Provision, ProvisionType } from '../../src/domain/model.ts';

const nowhere = { line: 1, column: 1, offset: 0 };
export const position: Position = { start: nowhere, end: nowhere };

const abbreviations: Partial<Record<ProvisionType, string>> = {
  part: 'part',
  chapter: 'chp',
  section: 'sec',
  article: 'art',
  paragraph: 'para',
  level: 'lvl',
};

/** A node without its eId, which `tree` gives it. */
export interface Sketch {
  type: ProvisionType;
  number: string;
  text?: string;
  label?: string;
  heading?: string;
  quoted?: boolean;
  rows?: string[][];
  children?: Sketch[];
}

export const node = (
  type: ProvisionType,
  number: number | string,
  ...content: (Sketch | string)[]
): Sketch => ({
  type,
  number: String(number),
  text: content.filter((part) => typeof part === 'string').join(''),
  children: content.filter((part) => typeof part !== 'string'),
});

/** An article whose paragraphs are texts, or lists of item texts. */
export const article = (number: number | string, ...paragraphs: (string | string[] | Sketch)[]): Sketch =>
  node(
    'article',
    number,
    ...paragraphs.map((content, i) => {
      if (!Array.isArray(content)) {
        return typeof content === 'string' ? node('paragraph', i + 1, content) : content;
      }
      const [lead, ...items] = content;
      return node('paragraph', i + 1, lead ?? '', ...items.map((text, k) => node('item', k + 1, text)));
    }),
  );

/** Articles keep their eId outside chapters, as the naming convention has it. */
export function tree(sketches: readonly Sketch[], prefix = ''): Provision[] {
  return sketches.map(({ children = [], text = '', label = '', ...sketch }) => {
    const own = `${abbreviations[sketch.type] ?? sketch.type}_${sketch.number}`;
    const eId = prefix === '' || sketch.type === 'article' ? own : `${prefix}__${own}`;
    return { label, position, text, ...sketch, eId, children: tree(children, eId) };
  });
}
