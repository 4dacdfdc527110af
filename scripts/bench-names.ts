/**
 * Measures the register of names: twenty thousand works, looked up a hundred thousand times by number, by title, by
 * both, by bare names and by names that nothing bears.
 *
 * `node scripts/bench-names.ts [--works 20000] [--times 100000]`
 */
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Register, type Registered } from '../src/domain/names/index.ts';

export interface NamesBench {
  works: number;
  times: number;
  /** Milliseconds. */
  made: number;
  lookedUp: number;
  /** Look-ups that found their work, of those that have one. */
  found: number;
}

const bodies = ['青禾市人民政府', '青禾市财政局', '白石市人民政府', '白石市教育局'];
const matters = [
  '渡口',
  '公园',
  '停车场',
  '供水',
  '燃气',
  '户外广告',
  '网约车',
  '垃圾分类',
  '古树名木',
  '养老服务',
];
const nouns = ['管理办法', '管理规定', '实施细则（试行）', '管理条例', '奖励办法'];

/** Works as like to real ones as names can tell; the same in every run. */
function invented(count: number): Registered[] {
  return Array.from({ length: count }, (_, i) => {
    const body = bodies[i % bodies.length]!;
    const subject = `${matters[i % matters.length]}${Math.floor(i / matters.length)}号`;
    const noun = nouns[i % nouns.length]!;
    const title =
      i % 3 === 0 ? `${body}关于加强${subject}工作的通知` : `${body.slice(0, 3)}${subject}${noun}`;
    const documentNumber = `${body.slice(0, 1)}府〔${2000 + (i % 25)}〕${i}号`;
    return {
      id: `work-${i}`,
      title,
      documentNumber,
      issuer: body,
      aliases: [],
      versions: [{ date: '2020-01-01' }],
    };
  });
}

/** Measures a register of `count` invented works. */
function benchNames(count = 20_000, times = 100_000): NamesBench {
  const works = invented(count);
  const start = performance.now();
  const register = new Register(works);
  const made = performance.now() - start;
  const begun = performance.now();
  let found = 0;
  for (let i = 0; i < times; i++) {
    const { title, documentNumber = '' } = works[(i * 7919) % count]!;
    const mention =
      i % 5 === 0
        ? { number: documentNumber }
        : i % 5 === 1
          ? { title }
          : i % 5 === 2
            ? { title, number: documentNumber.replace('〔', '[').replace('〕', ']') }
            : i % 5 === 3
              ? { title: `违反${title}`, bare: true }
              : { title: `关于第${i}件未知事情的通知` };
    if (register.lookUp(mention).work) found++;
  }
  return { works: count, times, made, lookedUp: performance.now() - begun, found };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: { works: { type: 'string', default: '20000' }, times: { type: 'string', default: '100000' } },
  });
  const { works, times, made, lookedUp, found } = benchNames(Number(values.works), Number(values.times));
  console.log(`register of ${works} works: ${made.toFixed(0)} ms`);
  console.log(`${times} look-ups: ${lookedUp.toFixed(0)} ms, ${found} of them found a work`);
}
