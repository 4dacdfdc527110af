/** The questions of the bench: random substrings of every length, what people ask, several words at once. */
import type { Corpus } from '../../src/domain/search/corpus.ts';
import { random } from './corpus.ts';

export interface BenchQuery {
  typed: string;
  /** Normalised phrases that a hit must hold, all of them. */
  phrases: string[];
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
      list.push({ typed: `“${phrase}”`, phrases: [phrase] });
      i++;
    }
  }
  for (const typed of [...asked, ...together]) {
    const phrases = typed.split(' ');
    const held = corpus.documents.some(({ body }) => phrases.every((phrase) => body.includes(phrase)));
    if (held) list.push({ typed, phrases });
  }
  return list;
}
