/**
 * Character-level difference of two texts, as a reader of Chinese marks it: single characters, numbers and Latin words
 * whole, and no islands of one shared character between two changes.
 *
 * Myers' O(ND) algorithm after cutting what both texts begin and end with.
 */
export interface DiffSegment {
  op: 'same' | 'delete' | 'insert';
  text: string;
}

/** Beyond this many changed tokens the two texts are shown as replaced whole between their common ends. */
const limit = 1200;
const token = /［原文未载］|（[一二三四五六七八九十]{1,4}）|[A-Za-z]+|[0-9]+(?:\.[0-9]+)?|[\s\S]/gu;

/**
 * @returns segments in reading order; those that are not inserted make up `before`, those not deleted `after`
 *
 * (`处五百元罚款`, `处五千元以下罚款`) → 处五 · −百 +千 · 元 · +以下 · 罚款
 */
export function diffText(before: string, after: string): DiffSegment[] {
  if (before === after) return before === '' ? [] : [{ op: 'same', text: before }];
  const [a, b] = [before.match(token) ?? [], after.match(token) ?? []];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++;
  const middle = myers(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return tidy([
    { op: 'same', text: a.slice(0, head).join('') },
    ...middle,
    { op: 'same', text: a.slice(a.length - tail).join('') },
  ]);
}

function myers(a: readonly string[], b: readonly string[]): DiffSegment[] {
  const [n, m] = [a.length, b.length];
  const whole: DiffSegment[] = [
    { op: 'delete', text: a.join('') },
    { op: 'insert', text: b.join('') },
  ];
  if (n === 0 || m === 0) return whole;
  const max = Math.min(n + m, limit);
  const reach = new Int32Array(2 * max + 3);
  const centre = max + 1;
  const trace: Int32Array[] = [];
  for (let d = 0; d <= max; d++) {
    trace.push(reach.slice(centre - d - 1, centre + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && reach[centre + k - 1]! < reach[centre + k + 1]!);
      let x = down ? reach[centre + k + 1]! : reach[centre + k - 1]! + 1;
      let y = x - k;
      while (x < n && y < m && a[x] === b[y]) {
        x++;
        y++;
      }
      reach[centre + k] = x;
      if (x >= n && y >= m) return walkBack(a, b, trace, d);
    }
  }
  return whole;
}

function walkBack(
  a: readonly string[],
  b: readonly string[],
  trace: readonly Int32Array[],
  steps: number,
): DiffSegment[] {
  const segments: DiffSegment[] = [];
  let [x, y] = [a.length, b.length];
  for (let d = steps; d > 0; d--) {
    const row = trace[d]!;
    const at = (k: number): number => row[k + d + 1]!;
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const before = down ? k + 1 : k - 1;
    const [fromX, fromY] = [at(before), at(before) - before];
    while (x > fromX && y > fromY && x > 0 && y > 0 && a[x - 1] === b[y - 1]) {
      segments.push({ op: 'same', text: a[x - 1]! });
      x--;
      y--;
    }
    if (down) segments.push({ op: 'insert', text: b[--y]! });
    else segments.push({ op: 'delete', text: a[--x]! });
  }
  while (x > 0) {
    segments.push({ op: 'same', text: a[--x]! });
    y--;
  }
  return segments.reverse();
}

/** Joins neighbours, gives up islands too short to read, and puts deletions before insertions. */
function tidy(segments: readonly DiffSegment[]): DiffSegment[] {
  const joined = joinSegments(segments);
  const kept = joined.flatMap((segment, i): DiffSegment[] => {
    const [previous, next] = [joined[i - 1], joined[i + 1]];
    const island = segment.op === 'same' && previous && next && previous.op !== 'same' && next.op !== 'same';
    const around = (previous?.text.length ?? 0) + (next?.text.length ?? 0);
    if (!island || segment.text.length > 2 || segment.text.length * 3 >= around) return [segment];
    return [
      { op: 'delete', text: segment.text },
      { op: 'insert', text: segment.text },
    ];
  });
  return joinSegments(kept);
}

/** Neighbours of one kind become one; of a change what goes stands before what comes. */
export function joinSegments(segments: readonly DiffSegment[]): DiffSegment[] {
  const out: DiffSegment[] = [];
  let [gone, come] = ['', ''];
  const flush = (): void => {
    if (gone !== '') out.push({ op: 'delete', text: gone });
    if (come !== '') out.push({ op: 'insert', text: come });
    [gone, come] = ['', ''];
  };
  for (const { op, text } of segments) {
    if (text === '') continue;
    if (op === 'delete') gone += text;
    else if (op === 'insert') come += text;
    else {
      flush();
      const last = out.at(-1);
      if (last?.op === 'same') last.text += text;
      else out.push({ op, text });
    }
  }
  flush();
  return out;
}
