/**
 * An order as an act of promulgation: adopted, signed, promulgated, in force, and what it carries.
 *
 * `《…决定》已经2020年12月15日湛江市人民政府第十四届95次常务会议通过，现予公布，自公布之日起施行。`
 */
import type { Day, Instrument, Provision, Signatory } from '../model.ts';
import { findReferences } from '../references/index.ts';
import { type AnchorDays, readCommencements, resolveWhen } from '../status/sentences/commencement.ts';
import { sentencesOf } from '../status/sentences/sentences.ts';
import { findDays } from '../text/dates.ts';
import { type Cell, cellOf, walk } from './cell.ts';

export interface Promulgation {
  type: 'promulgation';
  /** 湛江市人民政府令第7号 */
  number?: string;
  issuer?: string;
  adopted?: { date?: Day; meeting: Cell };
  signed?: Signatory & { date?: Day };
  /** Who signs with the first, in order of print. */
  cosigned?: Signatory[];
  promulgated?: Day;
  inForce?: { date?: Day; latest?: Day; rule: string; eId: string; text: string };
  /** What it promulgates, as it names them. */
  promulgates: Cell[];
  /** Instruments printed in it. */
  carries: string[];
  /** The parts that an order of promulgation must have, in the order of the rule, and whether this one has them. */
  elements: { name: string; present: boolean; text?: string }[];
}

const adoption =
  /(?:已?经|业经|已于|于)((?:[^，。]{0,80}?)(?:会议|大会|常委会|全会|办公会|党组会)[^，。]{0,20}?)(?:审议|讨论|研究|表决|修订)?(?:并)?通过/;

/** The promulgation that an order makes; undefined for any other kind of text. */
export function readPromulgation(instrument: Instrument): Promulgation | undefined {
  if (instrument.kind !== 'order') return undefined;
  const provisions = walk(instrument.provisions);
  const { issuer, documentNumber, signatory, cosignatories, dates } = instrument;
  const adopted = provisions.map(adoptionIn).find((found) => found !== undefined);
  const promulgated = dates.promulgated ?? dates.written;
  const days: AnchorDays = {
    ...(promulgated ? { promulgated, issued: promulgated } : {}),
    ...(adopted?.date ? { adopted: adopted.date } : {}),
  };
  const inForce = commencement(instrument, days);
  const named = findReferences(instrument).filter(
    ({ kind, part, title }) => kind === 'external' && part === undefined && title,
  );
  const promulgates = named.map(({ text, eId, start, end }): Cell => ({ text, eId, start, end }));
  return {
    type: 'promulgation',
    ...(documentNumber ? { number: documentNumber } : {}),
    ...(issuer ? { issuer } : {}),
    ...(adopted ? { adopted } : {}),
    ...(signatory ? { signed: { ...signatory, ...(dates.written ? { date: dates.written } : {}) } } : {}),
    ...(cosignatories ? { cosigned: cosignatories } : {}),
    ...(promulgated ? { promulgated } : {}),
    ...(inForce ? { inForce } : {}),
    promulgates,
    carries: instrument.carries,
    elements: [
      element('制定机关', issuer),
      element('序号', documentNumber),
      element('名称', promulgates[0]?.text),
      element('通过日期', adopted?.date),
      element('施行日期', inForce?.date ?? inForce?.rule),
      element(
        '署名',
        signatory &&
          [signatory, ...(cosignatories ?? [])].map(({ post, name }) => `${post} ${name}`).join('、'),
      ),
      element('公布日期', promulgated),
    ],
  };
}

function adoptionIn(provision: Provision): { date?: Day; meeting: Cell } | undefined {
  const match = adoption.exec(provision.text);
  if (!match) return undefined;
  const start = match.index + match[0].indexOf(match[1]!);
  const [day] = findDays(match[1]!);
  const from = day ? start + day.end : start;
  return { ...(day ? { date: day.day } : {}), meeting: cellOf(provision, from, start + match[1]!.length) };
}

function commencement(instrument: Instrument, days: AnchorDays): Promulgation['inForce'] {
  for (const sentence of sentencesOf(instrument)) {
    const [first] = readCommencements(sentence);
    if (first) return { ...resolveWhen(first.when, days), eId: first.eId, text: first.text };
  }
  return undefined;
}

function element(name: string, text: string | undefined): Promulgation['elements'][number] {
  return { name, present: text !== undefined, ...(text === undefined ? {} : { text }) };
}
