/** `import`: a PDF, Word, OFD, web or text file becomes an issue of the content folder. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { VFile } from 'vfile';
import { parseIssue } from '../src/domain/structure/index.ts';
import { messagesOf, readText } from '../src/domain/text/index.ts';
import {
  type ComposedIssue,
  composeIssue,
  type Format,
  issueFile,
  missingParts,
  type Original,
  Refusal,
} from '../src/imports/index.ts';
import { limits } from '../src/imports/limits.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { importRegister } from './import/register.ts';
import { type Decisions, Reader } from './import/run.ts';
import type { Io } from './io.ts';

const usage = `用法：import FILE… --issue 2021-01 [--content DIR] [--revisions accept|reject] [--ocr] [--replace] [--json]
      import --register FILE [--content DIR] [--json]
  读 PDF、DOCX、OFD、HTML、文本（DOC、WPS、RTF 要装有 LibreOffice），写 issues/2021-01/ 下的
  gazette.md、pages.yaml（页码对照）、import.yaml（导入记录）、issue.yaml 和 originals/（原件）
  --revisions  含修订痕迹的 Word 文件按接受或拒绝修订读
  --ocr        没有文字层的页（扫描件）用 Tesseract 识别；识别的文字在逐条核对签名前都注明“未经校对”
  --replace    替换已有的一期；issue.yaml 和 corrections.yaml 不动
  --register   读文件目录（CSV 或 XLSX：名称、文号、日期、时效、修改或废止的文件），写入 register.yaml，
               原有的各项和批注不动，并列出与文本不符之处
`;

const options = {
  issue: { type: 'string' },
  content: { type: 'string', default: 'content' },
  revisions: { type: 'string' },
  ocr: { type: 'boolean', default: false },
  replace: { type: 'boolean' },
  register: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Exit code 0: nothing to look at. 1: written, and something needs a person. 2: nothing was written. */
export async function run(args: string[], io: Io): Promise<number> {
  const read = readArguments(args, options, usage, io);
  if (typeof read === 'number') return read;
  const { values, positionals } = read;
  const { issue: id, content, revisions } = values;
  if (values.register !== undefined) {
    if (positionals.length > 0 || id !== undefined)
      return wrongUse('--register 单独使用，只读一个表格', usage, io);
    return importRegister(values.register, content, values.json === true, io);
  }
  if (positionals.length === 0) return wrongUse('', usage, io);
  if (id === undefined || !/^[a-z0-9][a-z0-9-]*$/.test(id))
    return wrongUse('--issue 写明期号，只用小写字母、数字和连字符，例如 2021-01', usage, io);
  if (revisions !== undefined && revisions !== 'accept' && revisions !== 'reject')
    return wrongUse('--revisions 只能是 accept 或 reject', usage, io);
  const folder = join(content, 'issues', id);
  const taken = ['gazette.md', 'gazette.txt', 'issue.yaml'].find((name) => existsSync(join(folder, name)));
  if (taken && !values.replace) {
    io.stderr.write(`${join(folder, taken)} 已存在，没有改动：要替换请加 --replace\n`);
    return 2;
  }
  const originals: { original: Original; bytes: Uint8Array }[] = [];
  const reader = new Reader();
  try {
    for (const path of positionals) {
      const original = await readOriginal(path, reader, { revisions, ocr: values.ocr }, io);
      if (!original) return 2;
      if (originals.some((each) => each.original.name === original.original.name)) {
        io.stderr.write(`${path}：有两个文件都叫 ${original.original.name}，请改名\n`);
        return 2;
      }
      originals.push(original);
    }
  } finally {
    reader.close();
  }
  const all = originals.map(({ original }) => original);
  const composed = composeIssue(all);
  const known = understand(id, composed, all);
  await mkdir(join(folder, 'originals'), { recursive: true });
  await writeFile(join(folder, 'gazette.md'), composed.gazette);
  await writeFile(join(folder, 'pages.yaml'), composed.pages);
  await writeFile(join(folder, 'import.yaml'), composed.record);
  if (!existsSync(join(folder, 'issue.yaml')))
    await writeFile(join(folder, 'issue.yaml'), issueFile(known.masthead));
  for (const { original, bytes } of originals)
    await writeFile(join(folder, 'originals', original.name), bytes);
  return tell(folder, composed, known, all, values.json === true, io);
}

async function readOriginal(
  path: string,
  reader: Reader,
  decisions: Decisions,
  io: Io,
): Promise<{ original: Original; bytes: Uint8Array } | undefined> {
  const refuse = (reason: string): undefined => {
    io.stderr.write(`${path}：${reason}\n`);
  };
  const about = await stat(path).catch(() => undefined);
  if (!about) return refuse('没有这个文件');
  if (!about.isFile()) return refuse('不是文件');
  if (about.size > limits.file)
    return refuse(`文件有${Math.ceil(about.size / 1024 / 1024)} MB，过大，不读取`);
  const bytes = await readFile(path);
  try {
    const imported = await reader.read(path, bytes, decisions, (page, pages) => {
      if (pages > 1 && (page === pages || page % 10 === 0))
        io.stderr.write(`${basename(path)}：第${page}页，共${pages}页\n`);
    });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { original: { name: basename(path), sha256, bytes: bytes.length, imported }, bytes };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refuse(error.message);
    for (const line of error.details) io.stderr.write(`  ${line}\n`);
    return undefined;
  }
}

/** What the reader of issues makes of the text. */
function understand(id: string, { gazette, places }: ComposedIssue, originals: readonly Original[]) {
  const file = new VFile({ path: 'gazette.md' });
  const issue = parseIssue(id, readText(gazette, file), file);
  const missing = originals.flatMap(({ imported }, i) =>
    missingParts(issue, imported.pages, places[i] ?? []),
  );
  const messages = messagesOf(file).filter(({ severity }) => severity !== 'info');
  return { masthead: issue.masthead, titles: issue.instruments.map(({ title }) => title), missing, messages };
}

const formats: Readonly<Record<Format, string>> = {
  pdf: 'PDF',
  docx: 'DOCX',
  ofd: 'OFD',
  html: '网页',
  text: '文本',
  office: 'DOC、WPS 或 RTF，经 LibreOffice',
};

const names: Record<string, string> = {
  'running-head': '书眉页脚',
  'page-number': '页码',
  'table-head': '续表表头',
  leader: '导引点',
  hidden: '隐藏文字',
  duplicate: '重复文字',
  surroundings: '网页其他文字',
  comment: '批注',
  revision: '修订文字',
  ruby: '注音',
};

function tell(
  folder: string,
  composed: ComposedIssue,
  known: ReturnType<typeof understand>,
  originals: readonly Original[],
  json: boolean,
  io: Io,
): number {
  const doubts = composed.doubts.filter(({ severity }) => severity !== 'info');
  const left = Map.groupBy(
    originals.flatMap(({ imported }) => imported.furniture),
    ({ rule }) => rule,
  );
  const attention = doubts.length + known.missing.length + known.messages.length;
  if (json) {
    const { titles, missing, messages } = known;
    const files = originals.map(({ name, sha256, imported: { format, pages } }) => ({
      name,
      sha256,
      format,
      pages,
    }));
    io.stdout.write(
      `${JSON.stringify({ folder, files, titles, doubts: composed.doubts, missing, messages })}\n`,
    );
    return attention > 0 ? 1 : 0;
  }
  const say = (line: string): unknown => io.stdout.write(`${line}\n`);
  const list = (head: string, lines: string[]): void => {
    if (lines.length === 0) return;
    say(head);
    for (const line of lines) say(`  ${line}`);
  };
  say(`写入 ${folder}`);
  for (const { name, sha256, imported } of originals)
    say(
      `  原件 ${name}（${formats[imported.format]}${imported.pages.length > 0 ? `，${imported.pages.length}页` : ''}），SHA-256 ${sha256}`,
    );
  list(
    `读出${known.titles.length}份文件`,
    known.titles.map((title) => title || '（没有标题）'),
  );
  list(
    '没有写入正文的文字，逐条列在 import.yaml',
    Array.from(left, ([rule, all]) => `${names[rule] ?? rule}${all.length}处`),
  );
  list(
    '需要核对',
    doubts.map(
      ({ file, at, reason }) =>
        `${at ? `gazette.md:${at} ` : ''}${originals.length > 1 ? `${file} ` : ''}${reason}`,
    ),
  );
  list('缺少或不符', known.missing);
  list(
    '结构上的疑点',
    known.messages.map(({ line, column, rule, reason }) => `gazette.md:${line}:${column} ${rule} ${reason}`),
  );
  list('下一步', [
    `在 ${join(folder, 'issue.yaml')} 写明 horizon（本期所反映的最后一天）和 from（第一天）`,
    ...(attention > 0 ? ['对照原件核对以上各处；要改的字写在 corrections.yaml，不改 gazette.md'] : []),
    'gongbao check 列出全部问题，gongbao build 生成网站',
  ]);
  return attention > 0 ? 1 : 0;
}
