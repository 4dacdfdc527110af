/** What a page says of the versions of its text: how each came about, what changed, and what a decision did. */
import { clauseLabel, isClause, locatorsOf, operationLabel } from '../../domain/amendments/index.ts';
import type { ClauseName, Version, Work } from '../../domain/model.ts';
import { indexProvisions, placeNames, resolveLocator } from '../../domain/references/index.ts';
import { affectedBy, type HistoryStep, historyOf } from '../../domain/versions/index.ts';
import type { Holdings } from '../holdings.ts';
import { titleWords } from '../title-words.ts';
import { compareUrl, placeUrl, workUrl } from '../urls.ts';
import { dayWords } from '../words.ts';
import type { Link, Run } from './common.ts';
import { flatten } from './notes.ts';

/** Links to the clauses of the decision that made a version: 决定第一条 as `一`. */
export function clauseLinks(holdings: Holdings, version: Version, clauses: readonly ClauseName[]): Link[] {
  const decision = version.madeBy === undefined ? undefined : holdings.works.get(version.madeBy);
  if (!decision) return [];
  return clauses.flatMap((clause) => {
    const eId = version.operations?.find((operation) => isClause(operation.clause, clause))?.clauseId;
    return eId ? [{ text: clauseLabel(clause) || '末款', href: placeUrl(decision.id, eId) }] : [];
  });
}

export interface HistoryView {
  steps: Run[][];
  /** The article in the comparison of this version with the one before it. */
  compare?: string;
}

const did: Record<HistoryStep['change'], string> = {
  enacted: '公布',
  unchanged: '未变',
  amended: '修改',
  inserted: '增加',
  repealed: '删去',
  renumbered: '改变序号',
  unknown: '不能确定',
};

/**
 * 条文沿革 of every article that a version changed: its steps, each with the clause that did it.
 * @returns by eId; articles whose words and number stand as enacted have none
 */
export function histories(holdings: Holdings, work: Work, version: Version): Map<string, HistoryView> {
  const out = new Map<string, HistoryView>();
  if (work.versions.length < 2) return out;
  const history = historyOf(work);
  const at = work.versions.indexOf(version);
  for (const { type, eId } of flatten(version.instrument.provisions)) {
    if (type !== 'article') continue;
    const steps = history(version, eId);
    if (!steps.some(({ change }) => change !== 'enacted' && change !== 'unknown')) continue;
    const before = work.versions[at - 1];
    out.set(eId, {
      steps: steps.map((step) => stepRuns(holdings, work, version, step)),
      ...(before ? { compare: `${compareUrl(work.id, before.date, version.date)}#${eId}` } : {}),
    });
  }
  return out;
}

function stepRuns(holdings: Holdings, work: Work, shown: Version, step: HistoryStep): Run[] {
  const version = work.versions.find(({ date }) => date === step.version)!;
  const decision = step.madeBy === undefined ? undefined : holdings.works.get(step.madeBy);
  const runs: Run[] = [{ text: `${dayWords(step.version)}` }];
  if (version !== shown) runs.push({ text: step.label, href: placeUrl(work.id, step.eId, step.version) });
  if (decision) {
    runs.push(
      { text: '由' },
      { text: titleWords(decision.title, decision.kind), href: workUrl(decision.id) },
    );
    for (const link of clauseLinks(holdings, version, step.clauses))
      runs.push({ text: link.text, href: link.href });
  }
  runs.push({ text: did[step.change] });
  return runs;
}

/** A clause of a decision, and all that it did. */
interface EffectRow {
  clause: Link | string;
  did: { runs: Run[]; fate: string }[];
}

/** What a decision did to a text, and what it left pointing at less. */
export interface EffectsView {
  title: Link;
  compare: Link;
  /** By clause, in order. */
  rows: EffectRow[];
  affected: Run[][];
  notes: string[];
  verdict: string;
}

/** The works that a decision amended, with what each clause did. */
export function effectsOf(holdings: Holdings, decision: Work): EffectsView[] {
  return (holdings.made.get(decision.id) ?? []).map(([before, after]) =>
    effect(decision, holdings.works.get(after.work)!, before, after),
  );
}

function effect(decision: Work, work: Work, before: Version, after: Version): EffectsView {
  const operations = after.operations ?? [];
  const old = indexProvisions(before.instrument.provisions);
  const now = indexProvisions(after.instrument.provisions);
  const rows: EffectRow[] = [];
  for (const operation of operations) {
    const targets = locatorsOf(operation.targets).flatMap((locator) => {
      const found = resolveLocator(old, locator);
      return found.ok ? found.eIds : [];
    });
    const places = targets.map(
      (eId): Run => ({ text: nameIn(before, eId), href: placeUrl(work.id, eId, before.date) }),
    );
    const made = (operation.touched ?? [])
      .filter((eId) => now.byId.has(eId) && !eId.includes('__'))
      .map((eId): Run => ({ text: nameIn(after, eId), href: placeUrl(work.id, eId, after.date) }));
    const clause = operation.clauseId
      ? {
          text: clauseLabel(operation.clause) || operation.instruction,
          href: placeUrl(decision.id, operation.clauseId),
        }
      : clauseLabel(operation.clause);
    const did = {
      runs: [
        { text: operationLabel(operation) },
        ...(places.length > 0 ? [{ text: '原' }, ...between(places)] : []),
        ...(made.length > 0 ? [{ text: '，见现' }, ...between(made)] : []),
      ],
      fate: operation.fate === 'applied' ? '' : `未应用：${operation.reason ?? ''}`,
    };
    const last = rows.at(-1);
    if (last && same(last.clause, clause)) last.did.push(did);
    else rows.push({ clause, did: [did] });
  }
  return {
    title: { text: titleWords(work.title, work.kind), href: workUrl(work.id) },
    compare: { text: '新旧对照', href: compareUrl(work.id, before.date, after.date) },
    rows,
    affected: affectedBy(before, after).map(({ eId, target, changed, change }) => [
      { text: nameIn(after, eId), href: placeUrl(work.id, eId, after.date) },
      { text: '援引' },
      { text: nameIn(before, target), href: placeUrl(work.id, target, before.date) },
      { text: changed === target ? '，该处' : '，其中' },
      ...(changed === target
        ? []
        : [{ text: `原${nameIn(before, changed)}`, href: placeUrl(work.id, changed, before.date) }]),
      { text: change === 'repealed' ? '已删去' : '已修改' },
    ]),
    notes: (before.notes ?? []).map(({ eId, reason }) =>
      eId ? `${placeNames(before.instrument).nameOf(eId) ?? ''}：${reason}` : reason,
    ),
    verdict: verdictOf(before, after),
  };
}

const same = (a: Link | string, b: Link | string): boolean =>
  typeof a === 'string' || typeof b === 'string' ? a === b : a.text === b.text && a.href === b.href;

/** What the comparison with print proves, and what it does not. */
function verdictOf(before: Version, after: Version): string {
  const operations = (after.operations ?? []).filter(({ op }) => op !== 'general');
  const applied = operations.filter(({ fate }) => fate === 'applied').length;
  const told = `${operations.length}项修改指令，应用${applied}项`;
  if (after.origin === 'applied') return `${told}；修改后的文本由此推算，未经刊印文本核对。`;
  if (after.verification?.state === 'contradicted') return `${told}；推算结果与刊印文本有出入，见编校提示。`;
  if (before.origin === 'reconstructed')
    return `${told}，均与重新公布的文本相合；修改前的文本系倒推，未列明的文字改动无从核对。`;
  return `${told}；推算结果与刊印文本逐条核对一致。`;
}

function between(runs: Run[]): Run[] {
  return runs.flatMap((run, i) => (i === 0 ? [run] : [{ text: '、' }, run]));
}

const nameIn = ({ instrument }: Version, eId: string): string => placeNames(instrument).nameOf(eId) ?? eId;
