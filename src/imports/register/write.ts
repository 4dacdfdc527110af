/** Entries of a sheet → `register.yaml`, with the comments and the order of what stands there kept. */
import { type Document, isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { documentNumberKey, titleKey } from '../../domain/names/index.ts';
import { Refusal } from '../types.ts';
import type { RegisterEntry } from './read.ts';

export interface WrittenRegister {
  text: string;
  added: string[];
  /** Entries that were there and now state more. */
  changed: string[];
  /** Fields of which the register says something else; what stands there stays. */
  kept: string[];
}

const words = { title: '名称', documentNumber: '文号', issuer: '制定机关' } as const;

/**
 * Adds entries to a register. An entry that is there, by number or title, gets what it lacks and what the sheet states;
 * its id, names and comments stay.
 * @param text the register as it stands; empty for none
 * @throws Refusal for a register that is no YAML
 */
export function writeRegister(text: string, entries: readonly RegisterEntry[]): WrittenRegister {
  const document = parseDocument(text.trim() === '' ? '{}\n' : text);
  if (document.errors.length > 0)
    throw new Refusal(`register.yaml 写法有误，没有改动：${document.errors[0]!.message.split('\n')[0]}`);
  if (!isMap(document.contents)) throw new Refusal('register.yaml 写法有误，没有改动：应是“名称: 值”的列表');
  if (!document.get('works')) document.set('works', document.createNode([]));
  const works = document.get('works');
  if (!isSeq(works)) throw new Refusal('register.yaml 写法有误，没有改动：works 应是列表');
  document.contents.flow = false;
  works.flow = false;
  const written: WrittenRegister = { text: '', added: [], changed: [], kept: [] };
  const held = works.items.filter((item): item is YAMLMap => isMap(item));
  const byTitle = new Map(held.map((item) => [titleKey(String(item.get('title') ?? '')), item]));
  const byNumber = new Map(
    held.flatMap((item) => {
      const number = item.get('documentNumber');
      return typeof number === 'string' ? [[documentNumberKey(number), item] as const] : [];
    }),
  );
  const ids = new Set(held.map((item) => String(item.get('id') ?? '')));
  for (const entry of entries) {
    const item =
      byTitle.get(titleKey(entry.title)) ??
      (entry.documentNumber === undefined
        ? undefined
        : byNumber.get(documentNumberKey(entry.documentNumber)));
    if (item) {
      if (update(document, item, entry, written.kept)) written.changed.push(entry.title);
      continue;
    }
    let id = entry.id;
    for (let n = 2; ids.has(id); n++) id = `${entry.id}-${n}`;
    ids.add(id);
    works.add(document.createNode({ ...entry, id }));
    written.added.push(entry.title);
  }
  written.text = document.toString({ lineWidth: 0 });
  return written;
}

/** @returns whether anything was written */
function update(document: Document, item: YAMLMap, entry: RegisterEntry, kept: string[]): boolean {
  const before = JSON.stringify(item);
  for (const field of ['title', 'documentNumber', 'issuer'] as const) {
    const [there, stated] = [item.get(field), entry[field]];
    if (stated === undefined) continue;
    if (there === undefined) item.set(field, stated);
    else if (
      field === 'documentNumber' ? differ(documentNumberKey, there, stated) : differ(titleKey, there, stated)
    )
      kept.push(
        `“${entry.title}”的${words[field]}：登记簿是“${there}”，表里是“${stated}”（${entry.stated.source}）`,
      );
  }
  item.set('stated', document.createNode(entry.stated));
  return JSON.stringify(item) !== before;
}

const differ = (key: (words: string) => string, a: unknown, b: string): boolean => key(String(a)) !== key(b);
