/** `import --register`: a spreadsheet of documents becomes entries of `register.yaml`. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Refusal } from '../../src/imports/index.ts';
import { limits } from '../../src/imports/limits.ts';
import { type RegisterSheet, readRegisterSheet, writeRegister } from '../../src/imports/register/index.ts';
import { readSheets } from '../../src/imports/sheet/index.ts';
import { loadContent } from '../../src/site/load.ts';
import type { Io } from '../io.ts';

/** Exit code 0: all of it was understood and agrees with the texts. 1: written, and something is told. 2: nothing was written. */
export async function importRegister(path: string, content: string, json: boolean, io: Io): Promise<number> {
  try {
    const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      throw new Refusal(error.code === 'ENOENT' ? '没有这个文件' : '不能读取');
    });
    if (bytes.length > limits.file) throw new Refusal('文件过大，不读取');
    const read = readSheets(bytes).flatMap((sheet) => {
      const found = readRegisterSheet(sheet, basename(path));
      return found ? [{ sheet: sheet.name, ...found }] : [];
    });
    const entries = read.flatMap((sheet) => sheet.entries);
    if (entries.length === 0)
      throw new Refusal('没有找到文件目录：表头要有“名称”（或“标题”“文件名称”）一列，另有文号、日期等列');
    const target = join(content, 'register.yaml');
    const before = existsSync(target) ? await readFile(target, 'utf8') : '';
    const written = writeRegister(before, entries);
    await mkdir(content, { recursive: true });
    if (written.text !== before) await writeFile(target, written.text);
    const { archive, unreadable } = loadContent(content);
    const odd = unreadable.filter(({ file }) => file === 'register.yaml');
    const against = archive.messages.filter(({ rule }) => rule === 'register-disagrees');
    const doubts = read.flatMap(doubtsOf);
    const attention = odd.length + against.length + doubts.length + written.kept.length > 0;
    const { added, changed, kept } = written;
    if (json) {
      const about = {
        file: target,
        rows: entries.length,
        added,
        changed,
        kept,
        doubts,
        against,
        unreadable: odd,
      };
      io.stdout.write(`${JSON.stringify(about)}\n`);
      return attention ? 1 : 0;
    }
    const list = (head: string, lines: readonly string[]): void => {
      if (lines.length > 0) io.stdout.write(`${head}\n${lines.map((line) => `  ${line}\n`).join('')}`);
    };
    io.stdout.write(`写入 ${target}：新增${added.length}件，补充${changed.length}件\n`);
    list(
      '读了的列',
      read.map(({ sheet, read: columns, unread }) => {
        const left = unread.length > 0 ? `；没有读：${unread.join('、')}` : '';
        return `${sheet ? `${sheet}：` : ''}${columns.join('、')}${left}`;
      }),
    );
    list('没有写入或需要核对', doubts);
    list('与登记簿原有的不同，保留原有的', kept);
    list(
      '登记簿写法有误',
      odd.map(({ line, reason }) => `register.yaml:${line} ${reason}`),
    );
    list(
      '与文本不符',
      against.map(({ file, line, column, reason }) => `${file}:${line}:${column} ${reason}`),
    );
    list('下一步', [
      ...(attention
        ? ['逐条核对以上各处：表有误就改 register.yaml 的 stated，文本有误就写 corrections.yaml']
        : []),
      'gongbao check 随时列出登记簿与文本不符之处（register-disagrees）',
    ]);
    return attention ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    io.stderr.write(`${path}：${error.message}\n`);
    return 2;
  }
}

const doubtsOf = ({ sheet, doubts }: RegisterSheet & { sheet: string }): string[] =>
  doubts.map((doubt) => `${sheet ? `${sheet} ` : ''}${doubt}`);
