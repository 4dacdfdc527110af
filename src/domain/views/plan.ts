/** What a plan holds: chapters, its contents against its body, phases, figures of the present state, targets. */
import type { ContentsEntry, Day, Instrument, Provision } from '../model.ts';
import { type Cell, headingCell, walk } from './cell.ts';
import { type Figure, findFigures, findSums, type Sum } from './figures.ts';
import { type PhaseTable, readPhases } from './phases.ts';
import { linkTasks, type TaskLink } from './task-links.ts';

export interface PlanChapter {
  heading: Cell;
  label: string;
  sections: { heading: Cell; label: string }[];
}

export interface Plan {
  type: 'plan';
  chapters: PlanChapter[];
  /** The plan's own table of contents; an entry without target, or with a mismatch, is worth showing. */
  contents: ContentsEntry[];
  phases?: PhaseTable;
  /** Days from the issue of the plan to the end of each phase; negative: over before it was issued. */
  daysToPhaseEnd?: (number | undefined)[];
  /** Figures of the present state, and totals whose parts the text gives. */
  present: Figure[];
  sums: Sum[];
  /** Figures that the plan sets itself. */
  targets: Figure[];
  links: TaskLink[];
}

const presentHeading = /现状|成效|成绩|回顾|(?:发展|工作|建设|现有|良好)基础|背景|形势/;
const aim =
  /实现|达到|达|突破|力争|建成|新建|建设|完成|培育|打造|提升|提高|新增|压减|压缩|缩短|降低|减少|不少于|不低于|不超过|覆盖|超过|以上|全部|增加|翻/;
/** A name with a number in it (5G, IPv6) and a span of time are no targets by themselves. */
const targetUnits: ReadonlySet<string> = new Set([
  '个工作日',
  '工作日',
  '个月',
  '小时',
  '分钟',
  '天',
  '年',
  '日',
  '次',
  '级',
  '',
]);

/**
 * The plan view of an instrument; undefined where it is no plan or has no two headed chapters.
 * @param issued day on which it was issued, where known
 */
export function readPlan(instrument: Instrument, issued?: Day): Plan | undefined {
  if (instrument.kind !== 'plan' && instrument.kind !== 'opinions') return undefined;
  const chapters = instrument.provisions.filter(
    ({ type, heading }) => (type === 'level' || type === 'chapter' || type === 'part') && heading,
  );
  // A text whose first chapter is not 一 has not been read whole.
  if (chapters.length < 2 || Number(chapters[0]!.number) > 1) return undefined;
  const phases = readPhases(instrument);
  const state = chapters.flatMap((chapter) => presentOf(chapter));
  const known = new Set(state);
  const present = state.flatMap((provision) =>
    findFigures(provision).map((figure) => ({ provision, figure })),
  );
  const targets = walk(instrument.provisions)
    .filter((provision) => !known.has(provision))
    .flatMap((provision) => targetsOf(provision));
  return {
    type: 'plan',
    chapters: chapters.map(chapterOf),
    contents: instrument.contents ?? [],
    ...(phases ? { phases } : {}),
    ...(phases && issued
      ? { daysToPhaseEnd: phases.phases.map(({ end }) => (end ? daysBetween(issued, end) : undefined)) }
      : {}),
    present: present.map(({ figure }) => figure),
    sums: state.flatMap((provision) => findSums(provision, findFigures(provision))),
    targets,
    links: phases ? linkTasks(instrument, phases) : [],
  };
}

function chapterOf(chapter: Provision): PlanChapter {
  const sections = chapter.children.filter(({ type, heading }) => type !== 'paragraph' && heading);
  return {
    heading: headingCell(chapter),
    label: chapter.label,
    sections: sections.map((section) => ({ heading: headingCell(section), label: section.label })),
  };
}

/** Provisions under a heading that speaks of the present state. */
function presentOf(node: Provision): Provision[] {
  if (node.heading && presentHeading.test(node.heading) && !/规划|目标|原则|思路/.test(node.heading)) {
    const deeper = node.children.filter(({ heading }) => heading !== undefined);
    const named = deeper.filter(({ heading }) => presentHeading.test(heading!));
    // 一、立足现状… holds 改革背景, 发展现状, but also 愿景目标: only the sections that speak of it count.
    return deeper.length === 0 || named.length === deeper.length
      ? walk([node])
      : named.flatMap((section) => walk([section]));
  }
  return node.children.flatMap(presentOf);
}

/** 新建天桥12座、地下通道6处: what a list goes on with is aimed at as its first member is. */
function targetsOf(provision: Provision): Figure[] {
  const figures = findFigures(provision);
  const targets: Figure[] = [];
  for (const [i, figure] of figures.entries()) {
    const previous = figures[i - 1];
    const goesOn =
      previous !== undefined &&
      targets.at(-1) === previous &&
      /^(?:、|和|及|以及)[^，。；]*$/.test(provision.text.slice(previous.value.end, figure.value.start)) &&
      !targetUnits.has(figure.unit);
    if (isTarget(figure) || goesOn) targets.push(figure);
  }
  return targets;
}

/** 站点周边800米 says where, not how much. */
const around = /(?:周边|半径|方圆|两侧|纵深)$/;

/** A share, a fraction, or a number with a word of aiming beside it. */
function isTarget({ unit, before, after, value }: Figure): boolean {
  if (around.test(before.text)) return false;
  if (value.text.includes('/') || /[%％‰]$/.test(value.text) || ['个百分点', '倍', '番'].includes(unit))
    return true;
  return !targetUnits.has(unit) && aim.test(`${before.text}${after.text}`);
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
