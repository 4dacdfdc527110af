/**
 * Notices of correction (更正, 勘误): which text they name, which words they change, and the record that an editor would
 * write for it. Nothing is applied: a printed text stays what was printed until an editor says otherwise.
 *
 * `《甲办法》（甲府〔2020〕3号）中，“三年”应为“一年”。` → 甲办法, 三年 → 一年, line 12
 */
import type { Message, Version, Work } from '../model.ts';
import { type FoundNumber, findDocumentNumbers, findTitles, type Register } from '../names/index.ts';
import { textUnits } from '../references/texts.ts';
import type { Correction } from '../text/corrections.ts';
import { lineBreak } from '../text/index.ts';
import { erratumNouns, rightBehind, wrongBehind } from '../vocabulary/errata.ts';
import { anyOf } from '../vocabulary/words.ts';

/** One change that a notice asks for. */
export interface Erratum {
  /** Work id of the notice, and the place that says so. */
  notice: string;
  eId: string;
  /** What it names, as printed. */
  named: string;
  from: string;
  to: string;
  /** The text that it corrects, where the archive holds it. */
  corrects?: { work: string; version: Version };
  /** `ready`: the record can be written · `done`: an editor has written it · `unclear`: with the reason. */
  fate: { is: 'ready'; record: Correction } | { is: 'done' } | { is: 'unclear'; reason: string };
}

/** A source file, with what editors have changed in it. */
interface Source {
  path: string;
  source: string;
  repairs: readonly { kind: string; from: string; to: string }[];
}

const noun = new RegExp(
  `(?:${anyOf(erratumNouns)})(?:说明|启事|公告|通知|声明|函)?$|^关于(?:${anyOf(erratumNouns)})`,
);
const change = new RegExp(
  `“([^“”]{1,200})”(?:一[句词语处])?[，,]?(?:(${anyOf(rightBehind)})|(${anyOf(wrongBehind)}))[：:]?“([^“”]{1,200})”`,
  'g',
);

/** Every change that the notices of an archive ask for, in the order of print. */
export function errataOf(
  works: readonly Work[],
  register: Register<Work>,
  sources: readonly Source[],
): Erratum[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  return works.flatMap((work) =>
    work.versions
      .filter(({ origin, instrument }) => origin === 'published' && noun.test(instrument.title))
      .flatMap((version) => errataIn(work, version, register, byPath)),
  );
}

function errataIn(
  { id }: Work,
  version: Version,
  register: Register<Work>,
  sources: ReadonlyMap<string, Source>,
): Erratum[] {
  const found: Erratum[] = [];
  let named: Named | undefined;
  for (const { eId, part, text } of textUnits(version.instrument)) {
    if (part !== undefined && part !== 'title' && part !== 'heading') continue;
    const names = namesIn(text);
    for (const match of text.matchAll(change)) {
      const [, first = '', right, , second = ''] = match;
      named = names.findLast(({ at }) => at < match.index) ?? named;
      const [from, to] = right === undefined ? [second, first] : [first, second];
      const { corrects, fate } = fateOf(from, to, named, { notice: version, register, sources });
      found.push({
        notice: id,
        eId,
        named: named?.words ?? '',
        from,
        to,
        ...(corrects ? { corrects } : {}),
        fate,
      });
    }
    named = names.at(-1) ?? named;
  }
  return found;
}

interface Named {
  at: number;
  /** As printed. */
  words: string;
  title: string;
  number?: string;
}

/** Titles of a text, each with the number that stands behind it. */
function namesIn(text: string): Named[] {
  const numbers = findDocumentNumbers(text);
  const near = (end: number): FoundNumber | undefined =>
    numbers.find(({ start }) => start >= end && start - end <= 1);
  return findTitles(text).map(({ start, end, title }) => {
    const number = near(end)?.text;
    return { at: start, words: text.slice(start, end), title, ...(number ? { number } : {}) };
  });
}

interface Around {
  notice: Version;
  register: Register<Work>;
  sources: ReadonlyMap<string, Source>;
}

function fateOf(
  from: string,
  to: string,
  named: Named | undefined,
  { notice, register, sources }: Around,
): Pick<Erratum, 'corrects' | 'fate'> {
  const unclear = (reason: string): Erratum['fate'] => ({ is: 'unclear', reason });
  if (!named) return { fate: unclear('没有写明更正哪一份文件') };
  const meant = register.lookUp({ title: named.title, number: named.number });
  if (!meant.work) return { fate: unclear(meant.reason) };
  const texts = meant.work.versions.filter(({ origin }) => origin === 'published');
  const version = texts.findLast(({ date }) => date <= notice.date) ?? texts[0];
  if (!version) return { fate: unclear(`${named.words}的正文本库未载`) };
  const corrects = { work: meant.work.id, version };
  const source = sources.get(version.source.path);
  const { start, end } = version.instrument.position;
  const done = source?.repairs.some(
    (repair) => repair.kind === 'replace' && repair.from === from && repair.to === to,
  );
  if (done) return { corrects, fate: { is: 'done' } };
  const lines = (source?.source ?? '').split(lineBreak).slice(start.line - 1, end.line);
  const at = lines.flatMap((line, i) => (line.includes(from) ? [start.line + i] : []));
  const [line] = at;
  if (line === undefined) return { corrects, fate: unclear(`${named.words}中没有“${from}”`) };
  const times = lines[line - start.line]!.split(from).length - 1;
  if (at.length > 1)
    return { corrects, fate: unclear(`“${from}”在第${at.join('、')}行都有，更正没有写明是哪一处`) };
  if (times > 1)
    return { corrects, fate: unclear(`“${from}”在第${line}行有${times}处，更正没有写明是哪一处`) };
  const reason = `据《${notice.instrument.title}》${notice.date === '' ? '' : `（${notice.date}）`}`;
  return { corrects, fate: { is: 'ready', record: { line, from, to, kind: 'replace', reason } } };
}

/** What `check` says of them: the record to write, or why it cannot be said. */
export function messagesOfErrata(errata: readonly Erratum[], works: readonly Work[]): Message[] {
  const byId = new Map(works.map((work) => [work.id, work]));
  return errata.flatMap(({ notice, eId, named, from, to, corrects, fate }): Message[] => {
    const told = byId.get(notice)?.versions.at(-1);
    if (!told || fate.is === 'done') return [];
    const says = `更正${named || '（未写明文件）'}：“${from}”应为“${to}”`;
    if (fate.is === 'unclear' || !corrects) {
      const { line, column } = told.instrument.position.start;
      const reason = fate.is === 'unclear' ? fate.reason : '';
      return [
        {
          file: told.source.path,
          rule: 'erratum',
          line,
          column,
          reason: `${says}，没有据以改动：${reason}`,
          severity: 'warning',
        },
      ];
    }
    return [
      {
        file: corrects.version.source.path,
        rule: 'erratum',
        line: fate.record.line,
        column: 1,
        reason: `${says}，没有据以改动；核对后可在 corrections.yaml 中写：${recordLine(fate.record)}（依据 ${told.source.path}${eId === '' ? '' : ` ${eId}`}）`,
        severity: 'warning',
      },
    ];
  });
}

/** A record on one line of YAML; JSON's strings are YAML's. */
function recordLine({ line, from, to, kind, reason }: Correction): string {
  const pairs = Object.entries({ line, from, to, kind, reason }).map(
    ([key, value]) => `${key}: ${JSON.stringify(value)}`,
  );
  return `- { ${pairs.join(', ')} }`;
}
