/** `cite`: a citation → text, id and address. */
import { readAskedDay } from '../src/domain/status/asked-day.ts';
import { dayInChina } from '../src/domain/status/day-in-china.ts';
import { citedOn } from '../src/domain/status/life/cited-on.ts';
import { placeUrl, workUrl } from '../src/site/urls.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { openArchive } from './content.ts';
import { type Io, questionsOf, tellUnread } from './io.ts';

const usage = '用法：cite CITATION [--at DATE] [--content DIR] [--json]   （- 从标准输入读，每行一条）\n';

const options = {
  at: { type: 'string' },
  content: { type: 'string', default: 'content' },
  json: { type: 'boolean' },
} as const;

/** Exit code 1 where a citation has no result, or not all that it asks for; what was assumed is said. */
export async function run(args: string[], io: Io): Promise<number> {
  const read = readArguments(args, options, usage, io);
  if (typeof read === 'number') return read;
  const { values, positionals } = read;
  const asked = readAskedDay(values.at ?? dayInChina(new Date()));
  if ('reason' in asked) return wrongUse(`--at：${asked.reason}`, usage, io);
  if (positionals.length === 0) return wrongUse('', usage, io);
  const { archive, unreadable } = await openArchive(values.content);
  tellUnread(unreadable, io);
  const queries = await questionsOf(positionals, io);
  let missed = unreadable.length > 0;
  for (const query of queries) {
    const { results, candidates, messages } = citedOn(query, archive, asked.day);
    missed ||= results.length === 0 || messages.some(({ severity }) => severity !== 'info');
    const found = results.map(({ work, version, eId, label, citation, text, state, basis, present }) => {
      const url = eId ? placeUrl(work.id, eId, present ? undefined : version.date) : workUrl(work.id);
      return {
        work: work.id,
        version: version.date,
        eId,
        label,
        citation,
        text,
        url,
        at: asked.day,
        state,
        basis,
      };
    });
    if (values.json) {
      const names = candidates.map(({ id, title, documentNumber }) => ({ id, title, documentNumber }));
      io.stdout.write(`${JSON.stringify({ query, results: found, candidates: names, messages })}\n`);
      continue;
    }
    for (const { citation, text, url, version } of found)
      io.stdout.write(`${citation}\n${version}  ${url}\n${text}\n\n`);
    for (const { reason } of messages) io.stderr.write(`${query}: ${reason}\n`);
    for (const { id, title, documentNumber } of candidates)
      io.stderr.write(`  ${id}  ${title}${documentNumber ? `  ${documentNumber}` : ''}\n`);
  }
  return missed ? 1 : 0;
}
