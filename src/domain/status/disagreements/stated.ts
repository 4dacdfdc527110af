/** What the editors' register states of works against what the texts say: differences are told, and neither is changed. */
import type {
  Day,
  Evidence,
  LegalEvent,
  LifeOfText,
  Message,
  RegisterStatement,
  State,
  Work,
} from '../../model.ts';
import type { Register } from '../../names/index.ts';
import { addDays, formatDay } from '../../text/calendar.ts';
import { textOn } from '../life/life.ts';
import { placeOf } from './index.ts';

/** A work as the register names it. */
export interface StatedWork {
  title: string;
  documentNumber?: string;
  stated?: RegisterStatement;
}

interface Known {
  register: Register<Work>;
  events: ReadonlyMap<string, readonly LegalEvent[]>;
  lives: ReadonlyMap<string, LifeOfText>;
  /** Day on which states are compared; without one they are not. */
  horizon?: Day;
}

/**
 * Everything that the register states otherwise than the texts. What no text tells is no difference.
 *
 * register: 施行 2020-01-01; text: 自2020年3月1日起施行 → a warning at that provision, with both days and the row
 */
export function statedAgainst(register: readonly StatedWork[], known: Known): Message[] {
  if (!register.some(({ stated }) => stated)) return [];
  return register.flatMap((entry) =>
    entry.stated ? new Comparison(entry, entry.stated, known).messages() : [],
  );
}

/** States of the archive that cannot be so where the register says the first. */
const against: Readonly<Record<NonNullable<RegisterStatement['state']>, readonly State[]>> = {
  'not-yet': ['in-force', 'repealed', 'lapsed', 'period-over'],
  'in-force': ['not-yet', 'adopted', 'published', 'repealed', 'lapsed', 'period-over'],
  superseded: ['not-yet', 'adopted', 'published', 'repealed', 'lapsed'],
  repealed: ['not-yet', 'adopted', 'published', 'in-force'],
  lapsed: ['not-yet', 'adopted', 'published', 'in-force'],
};

const stateWords: Readonly<Partial<Record<State, string>>> = {
  'not-yet': '尚未施行',
  adopted: '已通过、尚未公布',
  published: '已公布、尚未施行',
  'in-force': '有效',
  superseded: '已被修改',
  repealed: '已废止',
  lapsed: '已失效',
  'period-over': '规划期已满',
};

class Comparison {
  readonly #entry: StatedWork;
  readonly #stated: RegisterStatement;
  readonly #known: Known;
  readonly #messages: Message[] = [];

  constructor(entry: StatedWork, stated: RegisterStatement, known: Known) {
    this.#entry = entry;
    this.#stated = stated;
    this.#known = known;
  }

  messages(): Message[] {
    const [work, ...more] = this.#known.register.titled(this.#entry.title);
    if (!work || more.length > 0) return [];
    this.#number(work);
    this.#day(work, 'promulgated', '公布日期', ['promulgated', 'issued']);
    this.#day(work, 'commenced', '施行日期', ['commenced']);
    this.#day(work, 'ended', '终止日期', ['repealed', 'expires']);
    this.#state(work);
    this.#relation(work, 'amends', 'amended', '修改');
    this.#relation(work, 'repeals', 'repealed', '废止');
    return this.#messages;
  }

  #say(reason: string, evidence?: Pick<Evidence, 'instrument' | 'eId'>, about?: Work): void {
    const teller = (evidence && this.#known.register.works.get(evidence.instrument)) ?? about;
    const version = teller?.versions.at(-1);
    this.#messages.push({
      file: version?.source.path ?? 'register.yaml',
      rule: 'register-disagrees',
      ...(version ? placeOf(version, evidence?.eId ?? '') : { line: 1, column: 1 }),
      reason: `《${this.#entry.title}》：${reason}（登记簿据 ${this.#stated.source}）`,
      severity: 'warning',
    });
  }

  #number(work: Work): void {
    const { documentNumber: stated } = this.#entry;
    if (stated === undefined) return;
    const bearers = this.#known.register.numbered(stated);
    const printed = work.versions.flatMap(({ instrument }) => instrument.documentNumber ?? []);
    if (printed.length > 0 && !bearers.includes(work))
      this.#say(`登记簿的文号是${stated}，文本印的是${printed.at(-1)}`, undefined, work);
    const other = bearers.find((one) => one !== work);
    if (other && other.versions.length > 0 && work.carriedBy !== other.id && other.carriedBy !== work.id)
      this.#say(`登记簿的文号${stated}，文本印在《${other.title}》上`, undefined, other);
  }

  #day(
    work: Work,
    field: 'promulgated' | 'commenced' | 'ended',
    word: string,
    kinds: readonly LegalEvent['kind'][],
  ): void {
    const stated = this.#stated[field];
    if (stated === undefined) return;
    const told = (this.#known.events.get(work.id) ?? []).filter(
      ({ kind, date, inferred, scope, doubt }) =>
        kinds.includes(kind) && date !== undefined && !inferred && scope === undefined && !doubt,
    );
    // A text that ends on a day is in force on the day before: registers write one or the other.
    const days = told.flatMap(({ date, latest }) =>
      [date, latest].flatMap((day) =>
        day === undefined ? [] : field === 'ended' ? [day, addDays(day, -1)] : [day],
      ),
    );
    if (days.length === 0 || days.includes(stated)) return;
    const { date, evidence } = told[0]!;
    this.#say(
      `登记簿的${word}是${formatDay(stated)}，文本是${formatDay(date!)}（${evidence.text}）`,
      evidence,
      work,
    );
  }

  #state(work: Work): void {
    const { horizon } = this.#known;
    const life = this.#known.lives.get(work.id);
    if (this.#stated.state === undefined || horizon === undefined || !life) return;
    const { state, reason, evidence } = textOn(life, horizon);
    if (!against[this.#stated.state].includes(state)) return;
    this.#say(
      `登记簿的状态是${stateWords[this.#stated.state]}，据文本${formatDay(horizon)}${stateWords[state] ?? state}：${reason}`,
      evidence[0],
      work,
    );
  }

  #relation(work: Work, field: 'amends' | 'repeals', kind: LegalEvent['kind'], word: string): void {
    const stated = this.#stated[field];
    if (stated === undefined || work.versions.length === 0) return;
    const told = Array.from(this.#known.events).flatMap(([subject, events]) =>
      events
        .filter((event) => event.kind === kind && event.evidence.instrument === work.id)
        .map(({ evidence }) => ({ subject, evidence })),
    );
    const named = stated.map((name) => {
      const ids = this.#known.register.typed(name).works.map(({ id }) => id);
      return { name, ids };
    });
    for (const { name, ids } of named)
      if (!told.some(({ subject }) => ids.includes(subject)))
        this.#say(`登记簿写它${word}“${name}”，文本里没有读到`, undefined, work);
    for (const { subject, evidence } of told)
      if (!named.some(({ ids }) => ids.includes(subject)))
        this.#say(
          `文本${word}了《${this.#known.register.works.get(subject)?.title ?? subject}》，登记簿没有写`,
          evidence,
          work,
        );
  }
}
