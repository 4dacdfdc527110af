import { vi } from 'vitest';

/** A pattern that was built from words, with the file that built it. */
export interface Built {
  source: string;
  flags: string;
  /** `src/domain/names/title.ts` */
  file: string;
}

/** Every pattern that `new RegExp` builds while the pipeline is loaded. */
export async function patternsBuilt(): Promise<Built[]> {
  const original = globalThis.RegExp;
  const built = new Map<string, Built>();
  vi.resetModules();
  globalThis.RegExp = new Proxy(original, {
    construct(target, args: [string | RegExp, string?]) {
      const made = new target(...args);
      const [, file = ''] = original('(src/(?!.*src/)[\\w./-]+\\.ts)').exec(new Error().stack ?? '') ?? [];
      built.set(`${file} ${made}`, { source: made.source, flags: made.flags, file });
      return made;
    },
  });
  try {
    await import(/* @vite-ignore */ '../src/domain/archive.ts');
    await import(/* @vite-ignore */ '../src/domain/search/search.ts');
  } finally {
    globalThis.RegExp = original;
  }
  return [...built.values()];
}
