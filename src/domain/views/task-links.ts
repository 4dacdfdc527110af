/**
 * Tasks of the phases linked to the part of the plan that describes them, where the names agree.
 *
 * 社会治理方面重点应用建设内容 ↔ （六）社会治理应用 · a sentence that says 国资监管云平台 ↔ 5.国资监管应用
 */
import type { Instrument, Provision } from '../model.ts';
import { type Cell, headingCell } from './cell.ts';
import type { PhaseTable, PhaseTask } from './phases.ts';

export interface TaskLink {
  phase: number;
  field: string;
  /** The sentence, or the heading of the task for a field as a whole. */
  task: Cell;
  /** Heading of what it belongs to. */
  application: Cell;
  reason: string;
}

interface Named {
  /** The name, and shorter forms of it, the longest first. */
  cores: string[];
  node: Provision;
  depth: number;
}

const kind = /(?:应用|平台|系统|工程|体系|中心|项目)$/;
const kinds = /(?:综合|应用|平台|系统|服务|工程|建设|管理|体系|中心|项目|信息化|信息)+$/;
const lead =
  /^(?:构建|建设|打造|推进|完善|建立|优化|健全|开展|推广|升级|实施|加强|推动|深化|创新|强化|拓展|提升|搭建|加快)+/;

/** Links of all tasks, by field first, then by sentence. A name that two headings bear links neither. */
export function linkTasks(instrument: Instrument, { phases, fields }: PhaseTable): TaskLink[] {
  const own = new Set(phases.map(({ eId }) => eId));
  const headings = named(instrument.provisions, own, 0);
  return fields.flatMap(({ field, tasks }) => {
    const section = sectionOf(field, headings);
    return tasks.flatMap((task) => (task ? linksOf(task, field, section, headings) : []));
  });
}

function named(provisions: readonly Provision[], phases: ReadonlySet<string>, depth: number): Named[] {
  return provisions.flatMap((node) => {
    // The phases themselves, and the chapter that holds them, describe nothing but themselves.
    if (phases.has(node.eId) || node.children.some(({ eId }) => phases.has(eId))) return [];
    const own = node.heading && depth > 0 ? [{ cores: coresOf(node.heading), node, depth }] : [];
    return [...own, ...named(node.children, phases, depth + 1)];
  });
}

/** `（三）行政效能应用` → 行政效能应用, 行政效能 · `构建“湛江大脑”` → 湛江大脑 */
function coresOf(heading: string): string[] {
  const bare = heading
    .replace(/[。：:]$/, '')
    .replace(/[“”]/g, '')
    .replace(lead, '');
  const cut = bare.replace(kind, '');
  return [...new Set([bare, cut, bare.replace(kinds, ''), cut.replace(kinds, '')])].filter(
    ({ length }) => length >= 2,
  );
}

/** The section whose name is the field's, at the least depth; two of one depth give none. */
function sectionOf(field: string, headings: readonly Named[]): Named | undefined {
  const fitting = headings.filter(({ cores }) => cores.includes(field));
  const depth = Math.min(...fitting.map((one) => one.depth));
  const nearest = fitting.filter((one) => one.depth === depth);
  return nearest.length === 1 ? nearest[0] : undefined;
}

interface Hit {
  core: string;
  node: Provision;
}

function linksOf(
  task: PhaseTask,
  field: string,
  section: Named | undefined,
  headings: readonly Named[],
): TaskLink[] {
  const { phase } = task;
  const links: TaskLink[] = [];
  const whole = task.heading ?? task.tasks[0];
  if (section && whole) {
    links.push({
      phase,
      field,
      task: whole,
      application: headingCell(section.node),
      reason: `领域同名：“${field}”`,
    });
  }
  for (const sentence of task.tasks) {
    const hits = headings.flatMap((one) => hitOf(one, sentence.text, section));
    for (const { core, node } of hits.filter((hit) => isLongest(hit, hits))) {
      if (hits.some((other) => other.core === core && other.node !== node)) continue;
      links.push({
        phase,
        field,
        task: sentence,
        application: headingCell(node),
        reason: `任务中写有“${core}”`,
      });
    }
  }
  return links;
}

/** A name inside the field's own section where the sentence says it; any other where the sentence quotes it. */
function hitOf({ cores, node }: Named, sentence: string, section: Named | undefined): Hit[] {
  const inside = section !== undefined && node.eId.startsWith(`${section.node.eId}__`);
  const words = sentence.replace(/[“”]/g, '');
  const core = inside
    ? cores.find((one) => one.length >= 3 && words.includes(one) && !section.cores.includes(one))
    : cores.find((one) => one.length >= 2 && node !== section?.node && sentence.includes(`“${one}”`));
  return core === undefined ? [] : [{ core, node }];
}

function isLongest(one: Hit, all: readonly Hit[]): boolean {
  return !all.some(({ core }) => core !== one.core && core.includes(one.core));
}
