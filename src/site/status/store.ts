/** The packed book in the browser: carried by the page, or read from files beside it as far as it is needed. */
import type { LegalEvent } from '../../domain/model.ts';
import type { NamedBook } from '../../domain/status/desk/book.ts';
import {
  addShard,
  type PackedBook,
  type PackedEvents,
  type PackedNames,
  shardsFor,
  unpackNames,
} from '../../domain/status/desk/pack.ts';
import type { StatusWork } from '../../domain/status/status-work.ts';

export interface Store {
  book: NamedBook<StatusWork> & { events: Map<string, LegalEvent[]> };
  /** Sees to it that the events of works are at hand; asks for which only where they are not all here. */
  ready(ids: () => Iterable<string>): Promise<void>;
}

/** The data block of a page, by the id of its element. */
export function blockOf<T>(id: string): T | undefined {
  const text = document.getElementById(id)?.textContent;
  return text ? (JSON.parse(text) as T) : undefined;
}

async function read<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`没有读到${address}（${response.status}）`);
  return (await response.json()) as T;
}

/** Opens the data of the page. Rejects with a reason in Chinese where a file cannot be read. */
export async function openStore(id = 'status-data'): Promise<Store> {
  const block = blockOf<PackedBook | { at: string }>(id);
  if (!block) throw new Error('页面里没有数据');
  const folder = 'at' in block ? block.at : undefined;
  const names = 'at' in block ? await read<PackedNames>(`${block.at}names.json`) : block.names;
  const book = unpackNames(names);
  const loaded = new Map<number, Promise<void>>();
  if (!('at' in block)) for (const [i, shard] of block.shards.entries()) addShard(book, names, i, shard);
  const loadShard = async (i: number): Promise<void> => {
    addShard(book, names, i, await read<PackedEvents>(`${folder}events-${i}.json`));
  };
  return {
    book,
    async ready(ids) {
      if (folder === undefined) return;
      const wanted = shardsFor(names, ids());
      for (const i of wanted) if (!loaded.has(i)) loaded.set(i, loadShard(i));
      await Promise.all(wanted.map((i) => loaded.get(i)));
    },
  };
}
