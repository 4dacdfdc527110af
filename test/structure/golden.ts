/** What a golden file keeps of a reading: everything, positions as `line:column-line:column`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Instrument, Message, Position, Provision, Repair } from '../../src/domain/model.ts';

const at = ({ start, end }: Position): string => `${start.line}:${start.column}-${end.line}:${end.column}`;

function provision({ position, children, label, text, ...rest }: Provision): unknown {
  return {
    at: at(position),
    ...rest,
    ...(label ? { label } : {}),
    ...(text ? { text } : {}),
    ...(children.length > 0 ? { children: children.map(provision) } : {}),
  };
}

/** An instrument, its positions short, `stated` as lines. */
export function instrumentGolden(instrument: Instrument): unknown {
  const { position, caption, contents, frame, provisions, annexes, stated, ...rest } = instrument;
  return {
    at: at(position),
    ...rest,
    ...(caption ? { caption: { ...caption, position: at(caption.position) } } : {}),
    ...(contents ? { contents: contents.map((entry) => ({ ...entry, position: at(entry.position) })) } : {}),
    stated: Object.fromEntries(Object.entries(stated).map(([field, place]) => [field, at(place)])),
    frame: frame.map(
      (line) => `${at(line.position)} ${line.role}${line.after ? ' after' : ''}: ${line.text}`,
    ),
    provisions: provisions.map(provision),
    annexes: annexes.map((annex) => ({
      ...annex,
      position: at(annex.position),
      provisions: annex.provisions.map(provision),
    })),
  };
}

export function repairsGolden(repairs: Repair[]): string[] {
  return repairs.map(
    ({ place, rule, from, to }) =>
      `${place.line}:${place.column} ${rule} ${JSON.stringify(from)} → ${JSON.stringify(to)}`,
  );
}

export function messagesGolden(messages: Message[]): string[] {
  return messages.map(
    ({ line, column, rule, severity, reason }) => `${line}:${column} ${severity} ${rule} ${reason}`,
  );
}

/** Writing is asked for by `GOLDEN=write`, and never done where CI is set. */
const writes = process.env['GOLDEN'] === 'write' && !process.env['CI'];

/** Compares with the golden file beside the sample, or writes it when asked to. */
export function expectGolden(path: URL, actual: unknown): void {
  const text = `${JSON.stringify(actual, null, 1)}\n`;
  if (writes) writeFileSync(path, text);
  expect(existsSync(path), `${path.pathname} is missing: run with GOLDEN=write and read what it says`).toBe(
    true,
  );
  expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(path, 'utf8')));
}
