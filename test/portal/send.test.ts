import { expect, test } from 'vitest';
import type { Engine } from '../../src/portal/engine.ts';
import { Sender } from '../../src/portal/load/send.ts';

/** Takes all that is sent, and keeps each request as it goes over the wire. */
function listening(): { engine: Engine; requests: string[] } {
  const requests: string[] = [];
  const bulk = async ({ body }: { body: unknown[] }) => {
    const lines = body.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
    requests.push(lines.map((line) => `${line}\n`).join(''));
    return { body: { items: body.flatMap((_, i) => (i % 2 === 0 ? [{ index: { status: 201 } }] : [])) } };
  };
  return { engine: { client: { bulk } } as unknown as Engine, requests };
}

async function* entries(texts: readonly string[]) {
  for (const [i, body] of texts.entries()) yield { line: i + 1, id: `${i + 1}`, entry: { body } };
}

test('no request is much larger than four million bytes, whatever the characters are', async () => {
  const { engine, requests } = listening();
  const texts = Array.from({ length: 100 }, (_, i) => `${i}${'渡船应当检验。'.repeat(7000)}`);
  const sent: number[] = [];
  const sender = new Sender(engine, 'provisions', (ask) => ask(), 2000);
  for await (const { done, refused } of sender.send(entries(texts), 3)) {
    expect(refused).toEqual([]);
    sent.push(done);
  }
  expect(sent.at(-1)).toBe(100);
  const one = Buffer.byteLength(texts[0]!);
  for (const request of requests) expect(Buffer.byteLength(request)).toBeLessThan(4_000_000 + one * 1.1);
  const taken = requests.flatMap((request) =>
    request
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  );
  expect(taken).toEqual(
    texts.flatMap((body, i) =>
      i < 3 ? [] : [{ index: { _index: 'provisions', _id: `${i + 1}` } }, { body }],
    ),
  );
});
