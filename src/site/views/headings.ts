/** Which words of a provision are shown as its heading. */
import type { Provision } from '../../domain/model.ts';

/**
 * The heading as printed, or undefined. A whole sentence with nothing below it is text, whatever the tree calls it:
 * `（七）…《契税暂行条例》。` at the end of a list.
 */
export function headingOf({ type, heading, headingForm, text, children }: Provision): string | undefined {
  const printed = headingForm ?? heading;
  const sentence = type === 'level' && !text && children.length === 0 && /[。；]$/.test(printed ?? '');
  return sentence ? undefined : printed;
}

/** The provision's own words beside its heading. */
export function textOf(provision: Provision): string {
  const { heading, headingForm, text } = provision;
  return headingOf(provision) === undefined ? `${headingForm ?? heading ?? ''}${text}` : text;
}
