/** Cities for tests of the portal, as they come out of the export. */
import type { Holding } from '../../src/domain/exports/index.ts';
import { portalFiles } from '../../src/domain/exports/portal/files.ts';
import { type Engine, openEngine } from '../../src/portal/engine.ts';
import type { CityFiles } from '../../src/portal/load/check.ts';

/** The files of an archive, as a load reads them. */
export function cityFiles(holding: Holding, place = 'out'): CityFiles {
  const bodies = new Map(
    Array.from(portalFiles(holding), ({ path, body }) => [
      path.replace('portal/', ''),
      typeof body === 'string' ? body : Array.from(body as Iterable<string>).join(''),
    ]),
  );
  return filesOf(bodies, place);
}

/** Files by their names: `city.json`, `works.jsonl`. */
export function filesOf(bodies: ReadonlyMap<string, string>, place = 'out'): CityFiles {
  return {
    place,
    city: async () => bodies.get('city.json')!,
    async *lines(name) {
      for (const line of bodies.get(`${name}.jsonl`)!.split('\n')) if (line !== '') yield line;
    },
  };
}

let spaces = 0;

/** An engine whose names no other test uses. */
export function ownEngine(nodes: readonly string[], timeout = 20_000): Engine {
  spaces++;
  return openEngine({ nodes, prefix: `t${process.pid}-${spaces}-${performance.now().toFixed(0)}`, timeout });
}
