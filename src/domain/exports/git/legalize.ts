/**
 * The archive as a git repository in the form of legalize 0.4 (https://github.com/legalize-dev/legalize): a file a work,
 * a commit a version, oldest first. What is written is the input of `git fast-import`; days and names are those of the
 * texts, so that the commits have the same hashes on every run.
 */

import type { Day, State } from '../../model.ts';
import { formatDay } from '../../text/calendar.ts';
import { aboutText } from '../documents/about.ts';
import { escapeMarkdown, frontMatter, markdownBody } from '../documents/markdown.ts';
import { type HeldText, type Holding, repealedPart, standingOf } from '../holding.ts';
import { writable } from '../xml.ts';

type LegalizeStatus = 'in_force' | 'repealed' | 'partially_repealed' | 'expired';

/** A work that cannot be told in this form, and why. */
export interface LeftOut {
  work: string;
  title: string;
  reason: string;
}

/** States that the form has a word for; none has it for a state that is not known, or not yet. */
const states: Partial<Record<State, LegalizeStatus>> = {
  'in-force': 'in_force',
  repealed: 'repealed',
  lapsed: 'expired',
  'period-over': 'expired',
};

interface Commit {
  day: Day;
  work: string;
  path: string;
  kind: 'bootstrap' | 'new' | 'reform' | 'repeal';
  title: string;
  places: string[];
  source: string;
  body: string;
}

const directory = 'cn';

/** One segment of a path, whatever the id is. */
const fileName = (id: string): string => id.normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '-');

/** The state of a work for this form; undefined where the archive cannot tell, or the form cannot say it. */
function statusOf(holding: Holding, text: HeldText): LegalizeStatus | { reason: string } {
  const { status } = standingOf(holding.archive, text.work);
  const found = states[status.state];
  if (!found) {
    const word = holding.words.state(status.state, status.basis);
    return { reason: `${word}：${status.reason}` };
  }
  return found === 'in_force' && repealedPart(status) ? 'partially_repealed' : found;
}

function fileOf(holding: Holding, text: HeldText, status: LegalizeStatus, updated: Day): string {
  const { work, version } = text;
  const { instrument } = version;
  const facts = frontMatter({
    title: instrument.title,
    identifier: fileName(work.id),
    country: 'cn',
    rank: instrument.kind,
    status,
    source: text.address,
    publication_date: work.versions[0]!.date || undefined,
    last_updated: updated || undefined,
    document_number: instrument.documentNumber ?? work.documentNumber,
    issuer: instrument.issuer ?? work.issuer,
  });
  const about = aboutText(holding, text).filter(({ term }) => term !== '效力');
  const lines = about.map(({ term, words }) => `> ${escapeMarkdown(`${term}：${words}`)}\n`);
  return `${facts}${markdownBody(text)}${lines.join('>\n')}`;
}

/** Articles that a version changed, as a reader names them. */
function placesOf({ version }: HeldText): string[] {
  const changed = (version.lineage ?? []).filter(({ change }) => change !== 'unchanged');
  const articles = changed.flatMap(({ eId }) => /art_(\d+(?:-\d+)?)/.exec(eId)?.[1] ?? []);
  return Array.from(new Set(articles), (number) => `第${number}条`);
}

/** Everything that becomes a commit, in its order, and what does not. */
function commitsOf(holding: Holding): { commits: Commit[]; left: LeftOut[] } {
  const [commits, left]: [Commit[], LeftOut[]] = [[], []];
  for (const [id, texts] of holding.byWork) {
    const newest = texts.at(-1)!;
    const status = statusOf(holding, newest);
    const undated = texts.find(({ version }) => version.date === '');
    if (typeof status !== 'string' || undated) {
      const reason = typeof status === 'string' ? '文本未载日期' : status.reason;
      left.push({ work: id, title: newest.work.title, reason });
      continue;
    }
    const path = `${directory}/${fileName(id)}.md`;
    const ended = status === 'repealed' || status === 'expired';
    for (const [i, text] of texts.entries()) {
      const { date, madeBy, instrument } = text.version;
      const decision =
        madeBy === undefined
          ? undefined
          : (holding.byInstrument.get(madeBy)?.work ?? holding.works.get(madeBy));
      commits.push({
        day: date,
        work: id,
        path,
        kind: i === 0 ? 'new' : 'reform',
        title: instrument.title,
        places: i === 0 ? [] : placesOf(text),
        source: decision?.documentNumber ?? decision?.id ?? instrument.documentNumber ?? id,
        body: fileOf(holding, text, ended ? 'in_force' : status, date),
      });
    }
    if (!ended) continue;
    const end = standingOf(holding.archive, newest.work).life.findLast(
      ({ state }) => states[state] === status,
    );
    const day = end?.from ?? newest.version.date;
    const source = end?.evidence[0]?.instrument ?? id;
    commits.push({
      day,
      work: id,
      path,
      kind: 'repeal',
      title: newest.version.instrument.title,
      places: [],
      source: holding.byInstrument.get(source)?.work.documentNumber ?? source,
      body: fileOf(holding, newest, status, day),
    });
  }
  const order = (a: Commit, b: Commit) =>
    a.day === b.day ? (a.work < b.work ? -1 : a.work > b.work ? 1 : 0) : a.day < b.day ? -1 : 1;
  return { commits: commits.toSorted(order), left };
}

const encoder = new TextEncoder();
const sized = (text: string): string => `data ${encoder.encode(text).length}\n${text}\n`;

/** Nobody of this world: a commit is made by the archive, on the day of its source. */
const identity = 'Gongbao <gongbao@localhost>';

/** Midnight of China as git writes it; git knows no day before 1970-01-02. */
function moment(day: Day): string {
  const seconds = Date.parse(`${day < '1970-01-02' ? '1970-01-02' : day}T00:00:00+08:00`) / 1000;
  return `${identity} ${seconds} +0800`;
}

/** One line: no title can end a subject or forge a trailer. */
const line = (text: string): string =>
  writable(text)
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .trim();

function messageOf({ kind, title, places, source, day, work }: Commit): string {
  const articles = places.length > 0 ? ` — ${places.join('、')}` : '';
  const trailers = `Source-Id: ${line(source)}\nSource-Date: ${day}\nNorm-Id: ${fileName(work)}\n`;
  return `[${kind}] ${line(title)}${articles}\n\n${trailers}`;
}

function* streamOf(
  commits: readonly Commit[],
  files: ReadonlyMap<string, string>,
  first: Day,
  name: string,
): Generator<string> {
  yield 'reset refs/heads/main\n';
  const head = `commit refs/heads/main\nauthor ${moment(first)}\ncommitter ${moment(first)}\n`;
  yield `${head}${sized(`[bootstrap] ${line(name)}\n`)}`;
  for (const [path, body] of files) yield `M 100644 inline ${path}\n${sized(body)}`;
  for (const commit of commits) {
    const by = moment(commit.day);
    yield `\ncommit refs/heads/main\nauthor ${by}\ncommitter ${by}\n${sized(messageOf(commit))}`;
    yield `M 100644 inline ${quoted(commit.path)}\n${sized(commit.body)}`;
  }
  yield '\ndone\n';
}

const quoted = (path: string): string => `"${path.replace(/["\\]/g, '\\$&')}"`;

const layout = [
  'spec_version: "0.4"',
  'country: "cn"',
  'layout:',
  '  - directories: ["*"]',
  '    path: "{directory}/{identifier}.md"',
  '',
].join('\n');

/** @returns the input of `git fast-import --done`, piece by piece, and the works that are left out */
export function legalizeOf(holding: Holding): { stream: Iterable<string>; left: LeftOut[]; commits: number } {
  const { commits, left } = commitsOf(holding);
  const horizon = holding.archive.horizon;
  const rows = left.map(
    ({ work, title, reason }) => `- ${escapeMarkdown(title)}（${work}）：${escapeMarkdown(reason)}\n`,
  );
  const readme = [
    `# ${escapeMarkdown(holding.name)}\n\n`,
    `一次提交一个文本，先旧后新。${horizon ? `资料截至${formatDay(horizon)}。` : ''}非标准文本，以发布机关公布的文本为准。\n\n`,
    ...(left.length > 0 ? ['以下文件的效力未知，或者文本未载日期，没有导出：\n\n', ...rows] : []),
  ].join('');
  const files = new Map([
    ['.legalize.yml', layout],
    ['README.md', readme],
  ]);
  const first = commits[0]?.day ?? horizon ?? '1970-01-02';
  return { stream: streamOf(commits, files, first, holding.name), left, commits: commits.length };
}
