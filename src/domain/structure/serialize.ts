/**
 * The inverse of reading: an instrument back to text, one line for each provision's own text with its label,
 * nothing left out. Parsing the result gives the same tree.
 *
 * article 六 › paragraph `…下列材料：` › item 三 → `第六条 …下列材料：` ⏎ `（三）…`
 */
import type { Annex, FrameLine, Instrument, Provision } from '../model.ts';

/** Canonical text of an instrument: what stands before the body, the body, then closing lines and annexes as printed. */
export function serialize(instrument: Instrument): string {
  const { frame, annexes } = instrument;
  const before = frame.filter((line) => !line.after).map((line) => line.text);
  const lines = [...before, ...serializeProvisions(instrument.provisions)];
  const labelled = new Set(
    frame.filter((line) => line.role === 'annex-label').map((line) => line.position.start.offset),
  );
  const below = [
    ...frame
      .filter((line) => line.after && !annexRoles.has(line.role))
      .map((line) => ({ at: line.position.start.offset, lines: [line.text] })),
    ...annexes.map((annex) => {
      const at = annex.position.start.offset;
      // A note announces it and nothing holds it: the note is printed already.
      const said = annex.missing && annex.provisions.length === 0 && !labelled.has(at);
      return { at, lines: said ? [] : serializeAnnex(annex, frame) };
    }),
  ];
  for (const part of below.sort((a, b) => a.at - b.at)) lines.push(...part.lines);
  return `${lines.join('\n')}\n`;
}

/** Canonical text of a file: its documents in order of print. The annexes of a notice may stand behind what it carries. */
export function serializeAll(instruments: readonly Instrument[]): string {
  const parts = instruments.flatMap((instrument, i) => {
    const begins = instrument.position.start.offset;
    // What it carries, or an annex of what carries it, stands between it and what comes late.
    const between = instruments
      .filter(({ carriedBy }, other) => other < i || (other === i + 1 && carriedBy !== undefined))
      .flatMap((other) => [other, ...other.annexes])
      .map(({ position }) => position.start.offset)
      .filter((at) => at > begins);
    const below = Math.min(...between);
    const late = ({ position }: Annex | FrameLine): boolean => position.start.offset > below;
    const [frame, annexes] = [instrument.frame, instrument.annexes];
    const here = {
      ...instrument,
      frame: frame.filter((line) => !late(line)),
      annexes: annexes.filter((annex) => !late(annex)),
    };
    const labels = frame.filter((line) => late(line) && annexRoles.has(line.role));
    return [
      { at: instrument.position.start.offset, lines: serialize(here) },
      ...annexes.filter(late).map((annex) => ({
        at: annex.position.start.offset,
        lines: `${serializeAnnex(annex, labels).join('\n')}\n`,
      })),
    ];
  });
  return parts
    .sort((a, b) => a.at - b.at)
    .map(({ lines }) => lines)
    .join('');
}

const annexRoles = new Set(['annex-label', 'annex-title']);

/** A title on lines of its own is said as they print it: `《样本办法》`. */
function serializeAnnex(annex: Annex, frame: FrameLine[]): string[] {
  const { start, end } = annex.position;
  const printed = frame.filter(
    ({ role, position }) =>
      role === 'annex-title' && position.start.offset > start.offset && position.end.offset <= end.offset,
  );
  const titles = printed.length > 0 ? printed.map(({ text }) => text) : [annex.title];
  return [annex.mark ?? annex.label, ...titles, ...serializeProvisions(annex.provisions)].filter(
    (line) => line !== '',
  );
}

/** Lines of a provision tree. */
export function serializeProvisions(provisions: Provision[]): string[] {
  const lines: string[] = [];
  for (const provision of provisions) addProvision(provision, lines);
  return lines;
}

function addProvision(provision: Provision, lines: string[]): void {
  if (provision.rows) {
    for (const row of provision.rows) lines.push(row.join('\t'));
    for (const child of provision.children) addProvision(child, lines);
    return;
  }
  const head = headOf(provision);
  let children = provision.children;
  const headingAlone =
    provision.type === 'article' && provision.heading !== undefined && !provision.headingForm;
  if (provision.type === 'article' && children[0]?.type === 'paragraph' && !headingAlone) {
    // The first paragraph stands on the article's line, unless a heading without brackets takes it.
    const first = children[0];
    lines.push(joinHead(head, first.text));
    for (const child of first.children) addProvision(child, lines);
    children = children.slice(1);
  } else if (head !== '' || provision.text !== '') lines.push(joinHead(head, provision.text, provision.type));
  for (const child of children) addProvision(child, lines);
}

function headOf(provision: Provision): string {
  const { label, heading, headingForm, type } = provision;
  if (!heading) return label;
  const form = headingForm ?? heading;
  const spaced = type === 'level' && !/\d$/.test(label) ? '' : ' ';
  return label === '' ? form : `${label}${spaced}${form}`;
}

/**
 * A number or heading and the words behind it in one line.
 *
 * `第六条` + `申请` → `第六条 申请` · `（一）` + `申请表` → `（一）申请表` · `1.` + `名称` → `1. 名称`
 */
export function joinHead(head: string, text: string, type?: Provision['type']): string {
  if (head === '' || text === '') return head + text;
  const spaced = type === 'article' || type === 'figure' || type === undefined || /^\d[\d.．]*$/.test(head);
  return spaced ? `${head} ${text}` : head + text;
}
