/** A plan at a glance: phases side by side, figures, targets, its contents against its body. */
import type { Day, Version, Work } from '../../domain/model.ts';
import { addDays } from '../../domain/text/calendar.ts';
import type { Figure, Plan } from '../../domain/views/index.ts';
import { addressOf, type Holdings } from '../holdings.ts';
import { placesOf } from '../references/places.ts';
import { titleWords } from '../title-words.ts';
import { dayWords, kindName } from '../words.ts';
import type { Link } from './common.ts';
import { linker, textsWith } from './readings.ts';

export interface PhaseView {
  name: string;
  href: string;
  time: string;
  /** Years in which it runs, parted by spaces: from its first day, else from the end of the phase before; '' where it names no end. */
  years: string;
  /** 印发后5天届满 */
  remark?: string;
  goal: Link[];
}

/** A link to an application; its title says why it is taken to be meant. */
type ReasonedLink = Link & { title: string };

export interface TaskView {
  heading?: Link;
  tasks: (Link & { applications: ReasonedLink[] })[];
}

export interface FieldTasks {
  field: string;
  /** The part of the plan that describes the field, where the names agree. */
  application?: ReasonedLink;
  /** By phase; absent where the phase says nothing of the field. */
  tasks: (TaskView | undefined)[];
}

export interface FigureView {
  value: Link;
  before: string;
  after: string;
  asOf?: string;
  /** The year of that; '' where none is named. */
  year: string;
  place: string;
}

export interface SumView {
  total: Link;
  parts: Link[];
  agrees: boolean;
}

export interface PlanView {
  name: string;
  title: Link;
  /** Day of the text that it is read from. */
  day: string;
  phases: PhaseView[];
  fields: FieldTasks[];
  present: FigureView[];
  sums: SumView[];
  targets: FigureView[];
  contents: { total: number; agreeing: number; odd: { text: string; target?: Link }[] };
  chapters: (Link & { sections: Link[] })[];
}

/** Fewer figures than this are no table. */
const fewFigures = 3;

/** True for a plan with more to show than its headings, which stand beside its text. */
export function worthShowing({ phases, present, targets }: Plan): boolean {
  return phases !== undefined || present.length + targets.length >= fewFigures;
}

/** Works that have such a page. */
export function plans(holdings: Holdings): { work: Work; version: Version }[] {
  return textsWith(holdings, 'plan').filter(({ view }) => worthShowing(view));
}

/** What the page of a plan is called: 规划一览, 方案一览. */
export const overviewName = ({ kind, title }: Pick<Work, 'kind' | 'title'>): string =>
  `${kindName(kind, title)}一览`;

export function planView(holdings: Holdings, id: string): PlanView | undefined {
  const held = textsWith(holdings, 'plan').find(({ work }) => work.id === id);
  if (!held) return undefined;
  const { work, version, view } = held;
  const link = linker(addressOf(holdings, version));
  return {
    name: overviewName(work),
    title: { text: titleWords(work.title, work.kind), href: addressOf(holdings, version) },
    day: dayWords(version.date),
    phases: phasesOf(view, version.date, link),
    fields: fieldsOf(view, link),
    present: view.present.map((figure) => figureView(figure, version, link)),
    sums: view.sums.map(({ total, parts, agrees }) => ({
      total: link(total.value),
      parts: parts.map(({ value }) => link(value)),
      agrees,
    })),
    targets: view.targets.map((figure) => figureView(figure, version, link)),
    contents: contentsOf(view, link),
    chapters: view.chapters.map(({ heading, label, sections }) => ({
      ...link({ ...heading, text: label + heading.text }),
      sections: sections.map((section) =>
        link({ ...section.heading, text: section.label + section.heading.text }),
      ),
    })),
  };
}

type Linker = ReturnType<typeof linker>;

/** `2020-12-26`, `2022-12-31` → 2020 2021 2022 */
function yearsBetween(from: Day, to: Day): string {
  const [first, last] = [from, to].map((day) => Number(day.slice(0, 4)));
  return Array.from({ length: Math.max(0, last! - first! + 1) }, (_, i) => first! + i).join(' ');
}

function phasesOf({ phases, daysToPhaseEnd }: Plan, written: Day, link: Linker): PhaseView[] {
  const list = phases?.phases ?? [];
  return list.map(({ name, heading, start, end, goal }, index) => {
    const before = list[index - 1]?.end;
    const from = start ?? (before ? addDays(before, 1) : written);
    const days = daysToPhaseEnd?.[index];
    const time = [start && dayWords(start), end && dayWords(end)].filter(Boolean).join('至');
    const remark =
      days === undefined || days > 31 ? undefined : days < 0 ? '印发时已届满' : `印发后${days}天届满`;
    return {
      name,
      href: link(heading).href,
      time: start ? time : time && `至${time}`,
      years: from && end ? yearsBetween(from, end) : '',
      ...(remark ? { remark } : {}),
      goal: goal.map(link),
    };
  });
}

function fieldsOf({ phases, links }: Plan, link: Linker): FieldTasks[] {
  return (phases?.fields ?? []).map(({ field, tasks }) => {
    const own = links.filter((each) => each.field === field);
    // Links of the heading are of the field as a whole.
    const headings = new Set(tasks.flatMap((task) => task?.heading?.eId ?? []));
    const whole = own.find(({ task }) => task.part === 'heading' && headings.has(task.eId));
    return {
      field,
      ...(whole ? { application: { ...link(whole.application), title: whole.reason } } : {}),
      tasks: tasks.map((task) =>
        task
          ? {
              ...(task.heading ? { heading: link(task.heading) } : {}),
              tasks: task.tasks.map((cell) => ({
                ...link(cell),
                applications: own
                  .filter(
                    ({ task: said, phase }) =>
                      phase === task.phase &&
                      said.part === cell.part &&
                      said.eId === cell.eId &&
                      said.start === cell.start,
                  )
                  .map(({ application, reason }) => ({ ...link(application), title: reason })),
              })),
            }
          : undefined,
      ),
    };
  });
}

function figureView({ value, before, after, asOf }: Figure, version: Version, link: Linker): FigureView {
  return {
    value: link(value),
    before: before.text,
    after: after.text,
    ...(asOf ? { asOf: asOf.text } : {}),
    year: /[0-9]{4}(?=年)/.exec(asOf?.text ?? '')?.[0] ?? '',
    place: placesOf(version.instrument).words(value.eId),
  };
}

function contentsOf({ contents }: Plan, link: Linker): PlanView['contents'] {
  const odd = contents.filter(({ target, mismatch }) => !target || mismatch);
  return {
    total: contents.length,
    agreeing: contents.length - odd.length,
    odd: odd.map(({ text, target, mismatch }) => ({
      text,
      ...(target ? { target: link({ text: mismatch ?? text, eId: target }) } : {}),
    })),
  };
}
