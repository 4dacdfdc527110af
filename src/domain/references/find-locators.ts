/**
 * Locators in running text: 第六条第一款第三项和第五项、第二款 → 6.1.(3), 6.1.(5), 6.2.
 *
 * A list that leaves out what it repeats goes on from the parent of the step's own type: after 第三项 comes 第五项 of
 * the same 款, and 第二款 of the same 条. A comma ends a locator: 「改为第十六条，第一款改为…」 says nothing of 第十六条第一款.
 */
import type { Locator, LocatorStep } from '../model.ts';
import { rankOf, readStep, type StepEntry, type StepPlace, type StepToken } from './steps.ts';

/** A half-open range of a text. */
export interface Span {
  start: number;
  end: number;
}

/** A locator expression; a compound one gives several locators, each with its own span. */
export interface LocatorMatch extends Span {
  text: string;
  locators: Locator[];
  /** Where each of `locators` stands, in the same order. */
  spans: Span[];
}

const anchor = /第|前|本|上|下|该|这一|同/g;
const joiner = /[ \u00a0]{0,2}(?:、|和|及|与|以及|或者?|并)[ \u00a0]{0,2}/y;
const comma = /[ \u00a0]{0,2}、[ \u00a0]{0,2}/y;
const until = /[ \u00a0]{0,2}(?:至|到|—|-|－|～|~)[ \u00a0]{0,2}/y;
const gap = /[ \u00a0]{0,2}/y;
/** A lone 第三项 before these is a count of things, not an address. */
const counted = /工作|任务|议程|议题|改革|举措|重点/y;

/**
 * Every locator expression of a text, in order, without overlap.
 *
 * `依照第四条至第六条和前款的规定` → one match with [第四条 through 第六条] and [前款]
 */
export function findLocators(text: string): LocatorMatch[] {
  const matches: LocatorMatch[] = [];
  anchor.lastIndex = 0;
  for (let hit = anchor.exec(text); hit; hit = anchor.exec(text)) {
    const at = text[hit.index - 1] === '各' && hit[0] === '该' ? hit.index - 1 : hit.index;
    const match = readLocators(text, at);
    if (!match) continue;
    matches.push(match);
    anchor.lastIndex = Math.max(match.end, hit.index + 1);
  }
  return matches;
}

/** The locator expression that begins at an offset, or undefined. */
function readLocators(text: string, at: number): LocatorMatch | undefined {
  const first = readStep(text, at, 'start');
  if (!first) return undefined;
  const list: { locator: Locator; span: Span }[] = [];
  let token: StepToken | undefined = first;
  let place: StepPlace = 'start';
  let end = at;
  while (token) {
    append(list, token, place);
    end = token.end;
    [token, place] = next(text, token);
  }
  const only = list[0]!.locator.steps;
  counted.lastIndex = end;
  if (list.length === 1 && only.length === 1 && only[0]!.type === 'item' && counted.test(text))
    return undefined;
  const former = text[at - 1] === '原';
  const preamble = /序言$/.test(text.slice(Math.max(0, at - 2), at)) && only[0]!.type === 'paragraph';
  const start = former ? at - 1 : preamble ? at - 2 : at;
  list[0]!.span.start = start;
  return {
    start,
    end,
    text: text.slice(start, end),
    locators: list.map(({ locator }) => ({
      ...locator,
      ...(former ? { former } : {}),
      ...(preamble ? { preamble } : {}),
    })),
    spans: list.map(({ span }) => span),
  };
}

/** The step that goes on from another one: 第一款 after 第六条, 和第五项 after 第三项, 至第六条 after 第四条. */
function next(text: string, before: StepToken): [StepToken | undefined, StepPlace] {
  const direct = stepAfter(text, before.end, gap, 'direct');
  if (direct && goesDown(before, direct)) return [direct, 'direct'];
  const through = stepAfter(text, before.end, until, 'range');
  if (through && !through.relative && through.type === before.type) return [through, 'range'];
  const joined = stepAfter(text, before.end, joiner, 'joined');
  if (joined) return [joined, 'joined'];
  // 第三十一条、三十二条: a numeral without 第 is read only beside its like.
  const bare = stepAfter(text, before.end, comma, 'range');
  return [bare && !bare.relative && bare.type === before.type ? bare : undefined, 'joined'];
}

function stepAfter(text: string, at: number, between: RegExp, place: StepPlace): StepToken | undefined {
  between.lastIndex = at;
  return between.test(text) ? readStep(text, between.lastIndex, place) : undefined;
}

function goesDown(before: StepToken, after: StepToken): boolean {
  const [upper, lower] = [rankOf(before.type), rankOf(after.type)];
  // 本条前款 is said; 第五条前款 and 第五条本章 are two things that happen to touch.
  if (after.relative) return before.relative && lower > upper && after.entries[0]!.step.relative !== 0;
  return lower > upper || (after.entries[0]!.step.sub === true && before.entries[0]!.step.sub !== true);
}

function append(list: { locator: Locator; span: Span }[], token: StepToken, place: StepPlace): void {
  const last = list.at(-1);
  const [head, ...rest] = token.entries as [StepEntry, ...StepEntry[]];
  if (last && place === 'direct') {
    (last.locator.through ?? last.locator.steps).push(head.step);
    last.span.end = head.end;
  } else if (last && place === 'range') {
    last.locator.through = [...above(last.locator.steps, head.step), head.step];
    last.span.end = head.end;
  } else {
    const before = last?.locator.through ?? last?.locator.steps ?? [];
    // 第三章和第二十条: articles are counted through the whole text.
    const apart = head.step.type === 'article' && !before.some(({ type }) => type === 'article');
    const steps = token.relative || apart ? [] : above(before, head.step);
    list.push({ locator: { steps: [...steps, head.step] }, span: { start: head.start, end: head.end } });
  }
  for (const { step, start, end, range } of rest) {
    const previous = list.at(-1)!;
    const steps = [...above(previous.locator.through ?? previous.locator.steps, step), step];
    if (range) {
      previous.locator.through = steps;
      previous.span.end = end;
    } else {
      list.push({ locator: { steps }, span: { start, end } });
    }
  }
}

/** The steps of an earlier locator that stand above a step's own type. */
function above(steps: readonly LocatorStep[], step: LocatorStep): LocatorStep[] {
  return steps.filter(
    ({ type, sub }) => rankOf(type) < rankOf(step.type) || (step.sub && type === 'part' && !sub),
  );
}
