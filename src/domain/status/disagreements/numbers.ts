/** 文号 that stands in two places: the contents of the issue and the text; the order and the 题注 of what it promulgates. */
import type { Disagreement, Evidence, Issue, Side, Version, Work } from '../../model.ts';
import { parseDocumentNumber } from '../../names/index.ts';
import { sameNumber } from './captions.ts';

export function numbersAtOdds(
  texts: readonly Version[],
  issues: readonly Issue[],
  works: ReadonlyMap<string, Work>,
): Disagreement[] {
  const inContents = new Map(
    issues.flatMap(({ entries }) =>
      entries.flatMap(({ instrument, documentNumber, title }) =>
        instrument && documentNumber ? [[instrument, { documentNumber, title }] as const] : [],
      ),
    ),
  );
  return texts.flatMap((version) => {
    const { instrument } = version;
    const entry = version.source.issue === undefined ? undefined : inContents.get(instrument.id);
    const own = instrument.documentNumber;
    const contents = entry && {
      says: entry.documentNumber,
      text: `目录：${entry.title}（${entry.documentNumber}）`,
    };
    return [
      ...(own && contents ? odd(version, { says: own, where: '正文' }, { ...contents, where: '目录' }) : []),
      ...withOrder(version, works),
    ];
  });
}

/** （2019年6月1日令第5号公布） in a text that 令第6号 of that day promulgates. */
function withOrder(version: Version, works: ReadonlyMap<string, Work>): Disagreement[] {
  const { instrument } = version;
  const cover = instrument.carriedBy
    ? works.get(instrument.carriedBy)?.versions.at(-1)?.instrument
    : undefined;
  const events = instrument.caption?.events ?? [];
  if (cover?.kind !== 'order' || !cover.documentNumber || events.some(({ event }) => event === 'amended'))
    return [];
  const told = events.find(({ event }) => event === 'promulgated');
  const number = told?.documentNumber ?? (told && parseDocumentNumber(told.by) ? told.by : undefined);
  if (!number) return [];
  return odd(
    version,
    { says: number, where: '题注', text: instrument.caption!.text },
    { says: cover.documentNumber, where: '公布令', text: cover.title, instrument: cover.id },
  );
}

interface Printed {
  says: string;
  where: string;
  text?: string;
  instrument?: string;
}

function odd(version: Version, ...printed: [Printed, Printed]): Disagreement[] {
  const [one, other] = printed;
  const [scheme, ...others] = printed.map(({ says }) => parseDocumentNumber(says)?.scheme);
  if (scheme === undefined || !others.includes(scheme) || sameNumber(one.says, other.says)) return [];
  const sides = printed.map(({ says, where, text = says, instrument = version.instrument.id }): Side => {
    const evidence: Evidence = { instrument, eId: '', text };
    return { says: `${where}作${says}`, evidence };
  });
  return [{ work: version.work, version: version.date, about: 'number', sides }];
}
