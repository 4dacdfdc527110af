/** One cluster of three nodes for all tests that break nothing. */
import type { TestProject } from 'vitest/node';
import { startCluster } from '../../scripts/engine/cluster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    nodes: readonly string[];
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  provide('nodes', cluster.nodes);
  return cluster.stop;
}
