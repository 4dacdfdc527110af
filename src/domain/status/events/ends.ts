/** The ends that a text sets itself: validity, planning period, transitional windows. */
import type { Day, Evidence, Instrument } from '../../model.ts';
import { inMarks, titleKey } from '../../names/index.ts';
import { addDays, formatDay } from '../../text/calendar.ts';
import { validityWords } from '../../vocabulary/page-fields.ts';
import { resolveWhen, type When } from '../sentences/commencement.ts';
import { type Extension, readExtensions } from '../sentences/extensions.ts';
import { dayOf } from '../sentences/listed.ts';
import { periodEnd } from '../sentences/periods.ts';
import { planYears } from '../sentences/planning.ts';
import { sentencesOf } from '../sentences/sentences.ts';
import { readTransitions } from '../sentences/transitions.ts';
import { readValidity, type Validity } from '../sentences/validity.ts';
import type { Origin } from './adoption.ts';
import { anchorsFor, evidenceOf, type Finding, type Reading } from './reading.ts';

export function ends({ instrument, origin, start }: Reading, carrier?: Instrument): Finding[] {
  const found: Finding[] = [];
  const extensions = readExtensions(instrument);
  for (const clause of validities(instrument)) {
    // 《甲》有效期延长三年 counts from the end that 甲 had, not from the day of this text.
    if (!extensions.some((extension) => saysMore(extension, clause)))
      found.push(perhapsOn(expiry(clause, instrument, origin, start)));
  }
  for (const extension of extensions) found.push(prolonged(extension, instrument));
  if (
    carrier &&
    !origin.republished &&
    !found.some(({ about, kind, scope }) => about === 'self' && kind === 'expires' && scope === undefined)
  ) {
    for (const clause of validities(carrier)) {
      if (clause.of === undefined || titleKey(clause.of) === titleKey(instrument.title)) {
        const { of: _of, ...own } = clause;
        found.push(expiry(own, carrier, origin, start));
      }
    }
  }
  found.push(...noted(instrument));
  const years = planYears(instrument);
  if (years) {
    const base = { about: 'self', evidence: evidenceOf(instrument, years), rule: years.rule } as const;
    found.push({ ...base, kind: 'period-starts', date: `${years.first}-01-01` });
    found.push({ ...base, kind: 'period-ends', date: `${years.last + 1}-01-01` });
  }
  for (const { period, ...from } of sentencesOf(instrument).flatMap(readTransitions)) {
    const end = start.date === undefined ? undefined : periodEnd(start.date, period);
    const evidence = evidenceOf(instrument, from);
    const rule = end?.rule ?? '施行日期或工作日历未载，无法推算';
    found.push({
      kind: 'transition-ends',
      about: 'self',
      evidence,
      rule,
      ...(end ? after(end.lastCounted, end.lastExcluded) : {}),
    });
  }
  return found;
}

/**
 * What a portal prints beside a text: 有效性：已废止 tells that it has ended, and neither when nor by what. A value that is
 * none of the known words is `other`: it says something, and nobody here knows what.
 */
export function printedValidity({
  id,
  pageFields = [],
}: Instrument): { text: string; word: keyof typeof validityWords | 'other'; evidence: Evidence } | undefined {
  const field = pageFields.find(({ says }) => says === 'validity');
  const value = field?.value.replace(/\s/g, '') ?? '';
  const kinds = Object.keys(validityWords) as (keyof typeof validityWords)[];
  const word = kinds.find((kind) => validityWords[kind].includes(value)) ?? 'other';
  if (!field || value === '' || word === 'untold') return undefined;
  const text = `${field.name}：${field.value}`;
  return { text, word, evidence: { instrument: id, eId: '', text } };
}

const verbIn = (words: string): '废止' | '失效' => (/废止/.test(words) ? '废止' : '失效');

/** The end that a page prints beside a text, with its day where it prints one; what else it prints of its force is open. */
function noted(instrument: Instrument): Finding[] {
  const { id, pageFields = [] } = instrument;
  const dated = pageFields.flatMap(({ name, says, value }): Finding[] => {
    const date = says === 'ended' ? dayOf(value) : undefined;
    if (date === undefined) return [];
    const evidence = { instrument: id, eId: '', text: `${name}：${value}` };
    const verb = verbIn(name);
    return [{ kind: 'repealed', about: 'self', verb, date, evidence, rule: `原件附注${evidence.text}` }];
  });
  const label = printedValidity(instrument);
  if (dated.length > 0 || !label || label.word === 'in-force') return dated;
  const { text, word, evidence } = label;
  if (word !== 'ended') return [{ kind: 'unclear', about: 'self', evidence }];
  const verb = verbIn(text);
  const rule = `原件附注“${text}”，何时、由何文件${verb}未载`;
  return [{ kind: 'repealed', about: 'self', verb, evidence, rule }];
}

const goesOn =
  /(?:期满|到期|届满)(?:后|时|前)?[^。；]{0,24}?(?:(?:自动|自行|相应)(?:延续|顺延|延长|续期|有效|执行)|继续(?:有效|执行|施行|实施))(?!的)(?=[。；，]|$)/;

/** 有效期三年，期满后如无修改自动延续: whether it ends then, nobody here can tell. */
function perhapsOn(finding: Finding): Finding {
  const { latest: _, ...rest } = finding;
  return goesOn.test(finding.evidence.text.replace(/\s/g, '')) ? { ...rest, kind: 'unclear' } : finding;
}

function validities(instrument: Instrument): Validity[] {
  const sentences = sentencesOf(instrument);
  return sentences.flatMap((sentence, i) => {
    const previous = sentences[i - 1];
    // 有效期5年 in a paragraph of its own follows the one that tells the start.
    const follows = previous?.eId === sentence.eId || /^(?:有效|试行|执行|实施)期/.test(sentence.bare);
    return readValidity(sentence, follows ? previous : undefined);
  });
}

function saysMore({ eId, text, lastDay, period }: Extension, clause: Validity): boolean {
  const ends = lastDay !== undefined || period !== undefined;
  return ends && clause.of !== undefined && eId === clause.eId && text === clause.text;
}

function prolonged(
  { mention, lastDay, open, period, rule, ...from }: Extension,
  instrument: Instrument,
): Finding {
  const base = { kind: 'expires', about: mention, evidence: evidenceOf(instrument, from) } as const;
  if (lastDay && open) return { ...base, date: lastDay, latest: addDays(lastDay, 1), rule: rule! };
  if (lastDay)
    return { ...base, ...after(lastDay, lastDay), rule: rule ?? `原文载明延至${formatDay(lastDay)}` };
  if (!period) return { ...base, rule: '有效期已延长，原文未载延至何日' };
  return { ...base, prolongs: period, rule: `有效期延长${period.text}，原届满日本库未载` };
}

/** First day after a last day; two where methods differ. */
function after(first: Day, last: Day): { date: Day; latest?: Day } {
  const date = addDays(first, 1);
  return first === last ? { date } : { date, latest: addDays(last, 1) };
}

function expiry(clause: Validity, instrument: Instrument, origin: Origin, start: Reading['start']): Finding {
  const base = {
    kind: 'expires',
    about: clause.of ? { title: clause.of, start: 0, end: 0, from: 0 } : 'self',
    evidence: evidenceOf(instrument, clause),
    ...(clause.scope === undefined ? {} : { scope: clause.scope }),
  } as const;
  if (clause.awaits) {
    const until = clause.text.includes(`《${clause.awaits}》`) ? `《${clause.awaits}》` : clause.awaits;
    return { ...base, awaits: clause.awaits, rule: `至${until}施行之日止，其施行日期须另查` };
  }
  if (clause.lastDay) {
    const rule = clause.rule ?? `原文载明至${formatDay(clause.lastDay)}`;
    return { ...base, ...after(clause.lastDay, clause.lastDay), rule };
  }
  const from: When | undefined = clause.from;
  const begins = from ? resolveWhen(from, anchorsFor(origin)) : start;
  if (!begins.date || !clause.period)
    return { ...base, rule: `有效期${clause.period?.text ?? ''}，起算日未定：${begins.rule}` };
  const repeal = clause.of !== undefined && endedBy(clause.of, clause.text);
  const first = periodEnd(begins.date, clause.period);
  const second = begins.latest ? periodEnd(begins.latest, clause.period) : first;
  if (!first || !second) return { ...base, rule: '须按工作日历推算' };
  const end = { ...base, ...after(first.lastCounted, second.lastExcluded), rule: first.rule };
  return repeal ? { ...end, kind: 'repealed', verb: '废止' } : end;
}

/** 《甲》自本细则施行满一年后废止: another text ends it, and no term of its own. */
function endedBy(title: string, text: string): boolean {
  const named = inMarks(title);
  const at = text.indexOf(named);
  return at >= 0 && /[满后].{0,8}废止$/.test(text.slice(at + named.length).split(/[，。；]/)[0]!);
}
