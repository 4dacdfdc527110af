import { expect, inject, test } from 'vitest';

test('three nodes form one cluster, and each answers for it', async () => {
  const nodes = inject('nodes');
  const seen = await Promise.all(
    nodes.map(async (node) => {
      const health = await (await fetch(`${node}/_cluster/health?wait_for_status=green&timeout=60s`)).json();
      return [health.number_of_nodes, health.status];
    }),
  );
  expect(seen).toEqual([
    [3, 'green'],
    [3, 'green'],
    [3, 'green'],
  ]);
});
