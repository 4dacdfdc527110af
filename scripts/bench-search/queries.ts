/** The questions of the bench: random substrings of every length, what people ask, several words at once. */
import type { Corpus } from '../../src/domain/search/corpus.ts';
import { random } from './corpus.ts';

export interface BenchQuery {
  typed: string;
  /** Normalised phrases that a hit must hold, all of them. */
  phrases: string[];
  /** Other spellings of a phrase that are as good: the truth of a question about a number, stated here by hand. */
  same: Readonly<Record<string, readonly string[]>>;
}

/** One number, in the ways it is printed. */
const sameNumber: BenchQuery['same'] = {
  第二十条: ['第20条'],
  '湛府(2020)68号': ['湛府202068号', '湛府2020-68'],
};

/** The truth: whether a text answers a question. */
export function answers(body: string, { phrases, same }: BenchQuery): boolean {
  return phrases.every(
    (phrase) => body.includes(phrase) || (same[phrase] ?? []).some((other) => body.includes(other)),
  );
}

const asked = [
  ...[
    '运输证',
    '网约车',
    '行政处罚',
    '湛府(2020)68号',
    '数字政府',
    '施行',
    '奖励办法',
    '5g',
    '营商环境',
    '第二十条',
  ],
  ...[
    '负责人',
    '法定代表人',
    '违法行为',
    '登记',
    '举报人',
    '监督管理',
    '应当',
    '人民政府',
    '不得',
    '责令改正',
  ],
];
const together = [
  ...[
    '网约车 驾驶员',
    '政府 数据',
    '行政 许可',
    '环境 举报',
    '公司 登记',
    '违法 处罚',
    '合同 无效',
    '奖励 举报',
  ],
];

/** Two hundred substrings, and the questions that have an answer. */
export function benchQueries(corpus: Corpus): BenchQuery[] {
  const next = random(42);
  const list: BenchQuery[] = [];
  const bodies = corpus.documents.filter(({ type }) => type !== 'title').map(({ body }) => body);
  for (const length of [1, 2, 2, 3, 3, 4, 4, 6, 8, 12]) {
    for (let i = 0; i < 20; ) {
      const body = bodies[Math.floor(next() * bodies.length)]!;
      if (body.length < length) continue;
      const start = Math.floor(next() * (body.length - length + 1));
      const phrase = body.slice(start, start + length);
      if (/["\s]|^-/.test(phrase) || !/[\p{L}\p{N}]/u.test(phrase)) continue;
      list.push({ typed: `“${phrase}”`, phrases: [phrase], same: {} });
      i++;
    }
  }
  for (const typed of [...asked, ...together]) {
    const query = { typed, phrases: typed.split(' '), same: sameNumber };
    if (corpus.documents.some(({ body }) => answers(body, query))) list.push(query);
  }
  return list;
}
