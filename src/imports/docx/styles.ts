/** Paragraph and character styles: what a paragraph inherits. */
import { type Element, elements, first } from '../xml.ts';
import { type NumberProperties, numberProperties } from './numbering.ts';

export class Styles {
  readonly #styles: Map<string, Element>;
  readonly #standard: string | undefined;

  constructor(root: Element | undefined) {
    const all = elements(root, 'style');
    this.#styles = new Map(all.map((style) => [style.attributes['styleId'] ?? '', style]));
    const standard = all.find(
      ({ attributes }) => attributes['type'] === 'paragraph' && isOn(attributes['default']),
    );
    this.#standard = standard?.attributes['styleId'];
  }

  /** The style and those that it is based on, nearest first; a circle ends where it closes. */
  chain(id: string | undefined): Element[] {
    const chain: Element[] = [];
    let at = this.#styles.get(id ?? this.#standard ?? '');
    while (at && !chain.includes(at)) {
      chain.push(at);
      at = this.#styles.get(first(at, 'basedOn')?.attributes['val'] ?? '');
    }
    return chain;
  }

  /** List and level of a paragraph: its own, or else those of the nearest style that has them. */
  numbers(own: NumberProperties, style: string | undefined): NumberProperties {
    if (own.list !== undefined) return own;
    const inherited = this.chain(style)
      .map((each) => numberProperties(first(each, 'pPr')))
      .find(({ list }) => list !== undefined);
    return { ...inherited, ...own };
  }

  /** True where text of a run is not shown (`w:vanish`). */
  hides(properties: Element | undefined): boolean {
    const own = first(properties, 'vanish');
    if (own) return isOn(own.attributes['val'] ?? '1');
    const style = first(properties, 'rStyle')?.attributes['val'];
    if (style === undefined) return false;
    return this.chain(style).some((each) => {
      const hidden = first(each, 'rPr', 'vanish');
      return hidden !== undefined && isOn(hidden.attributes['val'] ?? '1');
    });
  }

  /** True for a paragraph set in the middle, as titles are. */
  centres(properties: Element | undefined, style: string | undefined): boolean {
    const all = [properties, ...this.chain(style).map((each) => first(each, 'pPr'))];
    return (
      all.map((each) => first(each, 'jc')?.attributes['val']).find((each) => each !== undefined) === 'center'
    );
  }

  numberingList(style: string): string | undefined {
    return numberProperties(first(this.#styles.get(style), 'pPr')).list;
  }
}

/** A switch of WordprocessingML: `1`, `true`, `on`. */
export function isOn(value: string | undefined): boolean {
  return value !== undefined && !['0', 'false', 'off'].includes(value);
}
