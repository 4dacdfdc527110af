/** Records in the editors' files, one record a line, so that the work of two editors merges: what stands in a file stays as it is. */
import { isSeq, parseDocument, stringify } from 'yaml';

/** A record that does not fit into the file. */
export class RecordError extends Error {}

/**
 * Adds a record to a list, behind the last one of the same or an earlier line of the source; without a line at the end.
 * Comments, order and spelling of what stands there are kept, character for character.
 * @param head comment for a file that is not there yet
 * @throws RecordError where the file is no list, or the record is there already
 */
export function addRecord(text: string, record: Readonly<Record<string, unknown>>, head: string): string {
  const line = `- ${stringify(record, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: true }).trim()}\n`;
  if (text.trim() === '') return `${head}\n${line}`;
  const document = parseDocument(text);
  if (document.errors.length > 0)
    throw new RecordError(`文件的写法有误，没有写入：${document.errors[0]!.message.split('\n')[0]}`);
  const before = (document.toJS() ?? []) as unknown;
  if (!Array.isArray(before)) throw new RecordError('文件应是列表，没有写入');
  if (before.some((each) => JSON.stringify(each) === JSON.stringify(record)))
    throw new RecordError('已有同样的一条，没有写入');
  const at = indexFor(before, record);
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  const items = isSeq(document.contents) ? document.contents.items : [];
  const place = at === 0 && items.length > 0 ? startOf(items[0], whole) : endOf(items[at - 1], whole);
  const after = `${whole.slice(0, place)}${line}${whole.slice(place)}`;
  const wanted = JSON.stringify([...before.slice(0, at), record, ...before.slice(at)]);
  if (JSON.stringify(parseDocument(after).toJS()) !== wanted)
    throw new RecordError('文件的写法特别，编校台不能在其中加一条：请把各条写成行首以“- ”开头的列表');
  return after;
}

function indexFor(records: readonly unknown[], { line }: Readonly<Record<string, unknown>>): number {
  if (typeof line !== 'number') return records.length;
  const lineOf = (record: unknown): number => Number((record as { line?: unknown } | null)?.line ?? 0);
  return records.findLastIndex((record) => lineOf(record) <= line) + 1;
}

const rangeOf = (node: unknown): [number, number] => {
  const { range } = node as { range?: [number, number, number] | null };
  return [range?.[0] ?? 0, range?.[1] ?? 0];
};

/** Start of the line on which a record begins. */
const startOf = (node: unknown, text: string): number => text.lastIndexOf('\n', rangeOf(node)[0]) + 1;

/** Behind the last line that belongs to a record; the end of the file where there is none. */
function endOf(node: unknown, text: string): number {
  if (node === undefined) return text.length;
  const [start, end] = rangeOf(node);
  const last = start + text.slice(start, end).trimEnd().length;
  const stop = text.indexOf('\n', last);
  return stop < 0 ? text.length : stop + 1;
}
