/** Invented issues of a gazette, the same for the same seed: the truth that a file made of them has to give back. */

export type Block =
  | { kind: 'title' | 'centre' | 'flush' | 'paragraph' | 'right'; text: string }
  /** A line of the contents: words, and the printed page of what they name. */
  | { kind: 'entry'; text: string; document: number }
  | { kind: 'table'; rows: string[][] }
  /** The next document begins on a new page. */
  | { kind: 'document'; document: number };

export interface MadeIssue {
  name: string;
  titles: string[];
  blocks: Block[];
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const subjects = [
  '公园',
  '供水价格',
  '河道采砂',
  '户外广告',
  '养老服务',
  '停车场',
  '古树名木',
  '农贸市场',
  '房屋租赁',
  '建筑垃圾',
];
const verbs = ['应当加强', '负责组织实施', '可以委托开展', '依法履行', '定期公布', '不得擅自改变'];
const objects = [
  '监督检查',
  '日常巡查',
  '登记备案',
  '信息公开',
  '专项整治',
  '经费保障',
  '风险评估',
  '意见征集',
];
const subjectsOf = [
  '县级人民政府',
  '市主管部门',
  '镇人民政府（街道办事处）',
  '有关单位',
  '经营者',
  '行业协会',
];
const numerals = '一二三四五六七八九十';

/** An issue of two to four notices; some print rules with articles, some a table. */
export function makeIssue(seed: number): MadeIssue {
  const random = dice(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const sentence = (): string => {
    const clauses = Array.from(
      { length: 1 + Math.floor(random() * 4) },
      () => `${pick(subjectsOf)}${pick(verbs)}${pick(objects)}`,
    );
    const figure =
      random() < 0.3
        ? `，期限为${1 + Math.floor(random() * 60)}日，每平方米${(random() * 90).toFixed(2)}元`
        : '';
    return `${clauses.join('，')}${figure}。`;
  };
  const passage = (): string => Array.from({ length: 1 + Math.floor(random() * 4) }, sentence).join('');
  const name = `样洲市人民政府公报`;
  const count = 2 + Math.floor(random() * 3);
  const chosen = [...subjects].sort(() => random() - 0.5).slice(0, count);
  const contents: Block[] = [
    { kind: 'title', text: '目　录' },
    { kind: 'flush', text: '市政府文件' },
  ];
  const body: Block[] = [];
  const titles: string[] = [];
  for (const [document, subject] of chosen.entries()) {
    const title = `样洲市人民政府关于加强${subject}管理工作的通知`;
    const number = `样府〔2021〕${10 + document + Math.floor(random() * 5) * 7}号`;
    titles.push(title);
    contents.push({ kind: 'entry', text: `${title}（${number}）`, document });
    body.push(
      { kind: 'document', document },
      { kind: 'title', text: title },
      { kind: 'centre', text: number },
    );
    body.push({ kind: 'flush', text: '各县（市、区）人民政府，市各有关单位：' });
    body.push({ kind: 'paragraph', text: `为了规范${subject}管理，${passage()}现就有关事项通知如下：` });
    for (let i = 0; i < 3 + Math.floor(random() * 8); i++) {
      body.push({ kind: 'paragraph', text: `${numerals[i % 10]}、${passage()}` });
      for (let k = 0; k < Math.floor(random() * 3); k++)
        body.push({ kind: 'paragraph', text: `（${numerals[k]}）${sentence()}` });
    }
    if (random() < 0.5) {
      const rows = Array.from({ length: 4 + Math.floor(random() * 30) }, (_, i) => [
        String(i + 1),
        `关于印发${pick(subjects)}${pick(objects)}工作方案的通知`,
        `样府办〔20${10 + Math.floor(random() * 10)}〕${1 + Math.floor(random() * 99)}号`,
        random() < 0.6 ? '' : '修改后继续有效',
      ]);
      body.push({ kind: 'paragraph', text: '附件：继续有效的文件目录' });
      body.push(
        { kind: 'right', text: '样洲市人民政府' },
        { kind: 'right', text: `2021年${1 + Math.floor(random() * 12)}月${1 + Math.floor(random() * 28)}日` },
      );
      body.push({ kind: 'flush', text: '附件' }, { kind: 'title', text: '继续有效的文件目录' });
      body.push({ kind: 'table', rows: [['序号', '文件名称', '文号', '备注'], ...rows] });
    } else {
      body.push({ kind: 'paragraph', text: '本通知自印发之日起施行。' });
      body.push(
        { kind: 'right', text: '样洲市人民政府' },
        { kind: 'right', text: `2021年${1 + Math.floor(random() * 12)}月${1 + Math.floor(random() * 28)}日` },
      );
    }
  }
  return { name, titles, blocks: [...contents, ...body] };
}

/** The text of an issue, a block or a row a line, white space aside. */
export function truthOf({ blocks }: MadeIssue, pageOf: (document: number) => string = () => ''): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'document') return [];
    if (block.kind === 'table') return block.rows.map((row) => row.join('\t'));
    return [block.kind === 'entry' ? `${block.text}${pageOf(block.document)}` : block.text];
  });
}
