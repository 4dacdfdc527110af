/** An order as an act of promulgation: adopted, signed, promulgated, in force, and what it carries. */
import type { Version } from '../../domain/model.ts';
import type { Holdings } from '../holdings.ts';
import { placesOf } from '../references/places.ts';
import { dayWords } from '../words.ts';
import type { Fact, Link, Run } from './common.ts';
import { reading } from './readings.ts';
import { workLinks } from './repeal-list.ts';

export interface PromulgationView {
  /** 通过, 签署, 公布, 施行, in the order of time. */
  acts: Fact[];
  carries: Link[];
  /** What such an order must state, and whether this one does. */
  elements: { name: string; present: boolean }[];
}

/** The panel of an order, or undefined. */
export function promulgationView(holdings: Holdings, version: Version): PromulgationView | undefined {
  const view = reading(version, 'promulgation');
  if (!view) return undefined;
  const places = placesOf(version.instrument);
  const place = (eId: string): Run => ({ text: places.words(eId), href: `#${eId}` });
  const { adopted, signed, cosigned = [], promulgated, inForce } = view;
  const acts: Fact[] = [];
  if (adopted) {
    acts.push({
      term: '通过',
      runs: [
        { text: `${adopted.date ? `${dayWords(adopted.date)}，` : ''}` },
        { text: adopted.meeting.text, href: `#${adopted.meeting.eId}` },
      ],
    });
  }
  if (signed) {
    const names = [signed, ...cosigned].map(({ post, name }) => `${post} ${name}`);
    acts.push({ term: '签署', runs: [{ text: names.join('、') }] });
  }
  if (promulgated) acts.push({ term: '公布', runs: [{ text: dayWords(promulgated) }] });
  if (inForce) {
    const day = inForce.date ? `${dayWords(inForce.date)}起，` : '';
    acts.push({ term: '施行', runs: [{ text: `${day}${inForce.rule}，见` }, place(inForce.eId)] });
  }
  return {
    acts: acts.map(({ term, runs }) => ({ term, runs: runs.filter(({ text }) => text !== '') })),
    carries: workLinks(holdings, view.carries),
    elements: view.elements.map(({ name, present }) => ({ name, present })),
  };
}
