/** Drawn shapes → the straight lines of tables. */
import type { Rule } from './types.ts';

/** Thinner than this a filled shape is a line. */
const thin = 2.5;

/** Level and upright pieces of an outline. */
export function strokedRules(points: readonly (readonly [number, number])[]): Rule[] {
  return points.slice(1).flatMap(([x2, y2], i) => {
    const [x1, y1] = points[i]!;
    const straight = Math.abs(x1 - x2) < 1 || Math.abs(y1 - y2) < 1;
    return straight && Math.hypot(x1 - x2, y1 - y2) > 2 ? [{ x1, y1, x2, y2 }] : [];
  });
}

/** A filled shape as one line, where it is thin enough for that. */
export function filledRules(points: readonly (readonly [number, number])[]): Rule[] {
  if (points.length < 2) return [];
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  if (right - left <= thin && bottom - top > thin) return [{ x1: x, y1: top, x2: x, y2: bottom }];
  if (bottom - top <= thin && right - left > thin) return [{ x1: left, y1: y, x2: right, y2: y }];
  return [];
}
