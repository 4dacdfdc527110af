/** Tesseract, where a person has installed it: pictures of pages → words with their places and how sure it is of them. */
import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { type ReadWord, type Recogniser, Refusal } from '../../src/imports/index.ts';

const command = 'tesseract';
const language = 'chi_sim';
/** Milliseconds for one page. */
const longest = 120_000;
const install =
  'Debian、Ubuntu：sudo apt-get install tesseract-ocr tesseract-ocr-chi-sim；其他系统见 Tesseract 的安装说明';

/**
 * The recogniser of this machine.
 * @throws Refusal where Tesseract or its data of simplified Chinese is missing
 */
export async function findRecogniser(): Promise<Recogniser> {
  const about = await promisify(execFile)(command, ['--version']).catch(() => undefined);
  if (!about) throw new Refusal(`--ocr 要装有 Tesseract。${install}`);
  const { stdout } = await promisify(execFile)(command, ['--list-langs']);
  if (!stdout.split(/\s+/).includes(language))
    throw new Refusal(`Tesseract 没有简体中文的数据（${language}）。${install}`);
  const version = /tesseract\s+v?(\S+)/i.exec(about.stdout + about.stderr)?.[1] ?? '';
  return { name: `Tesseract ${version}`, read: async (png, dots) => wordsOf(await recognise(png), dots) };
}

/** Runs Tesseract on a picture. @returns its table of words (TSV) */
function recognise(png: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = ['stdin', 'stdout', '-l', language, '--dpi', '300', '--psm', '6', 'tsv'];
    const child = spawn(command, options, { stdio: ['pipe', 'pipe', 'ignore'], timeout: longest });
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    child.on('error', () => reject(new Refusal('Tesseract 没有运行起来')));
    child.on('close', (code) =>
      code === 0 ? resolve(out) : reject(new Refusal('Tesseract 没有读完这一页')),
    );
    child.stdin.on('error', () => undefined);
    child.stdin.end(png);
  });
}

/**
 * Words of Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
 * Words of a line stand on one baseline and have one size, whatever the height of their own strokes (一).
 */
export function wordsOf(tsv: string, dots: number): ReadWord[] {
  const words: ReadWord[] = [];
  let line = { bottom: 0, height: 0 };
  for (const row of tsv.split('\n').slice(1)) {
    const cells = row.split('\t');
    const [level = 0, , , , , , left = 0, top = 0, width = 0, height = 0, confidence = -1] =
      cells.map(Number);
    if (level === 4) line = { bottom: top + height, height };
    const text = (cells[11] ?? '').trim();
    if (level !== 5 || text === '' || confidence < 0) continue;
    const before = words.at(-1);
    const [size, y] = [line.height / 0.92 / dots, (line.bottom - line.height * 0.08) / dots];
    const x = left / dots;
    // Boxes are as narrow as the strokes: what stands close in a line has no space between.
    if (before && before.y === y && x > before.x && x - before.x - before.width < size)
      before.width = x - before.x;
    words.push({ text, x, y, width: width / dots, size, confidence });
  }
  return words;
}
