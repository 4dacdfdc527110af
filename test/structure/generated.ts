/** Generated texts of law: trees as an editor would write them, with the numbers that they must have. */
import fc from 'fast-check';
import type { Provision, ProvisionType } from '../../src/domain/model.ts';
import { finish } from '../../src/domain/structure/index.ts';
import { formatNumeral } from '../../src/domain/text/index.ts';

const nowhere = { line: 1, column: 1, offset: 0 };

function node(
  type: ProvisionType,
  label: string,
  number: string,
  text: string,
  children: Provision[] = [],
): Provision {
  return { type, number, label, eId: '', text, children, position: { start: nowhere, end: nowhere } };
}

const phrases = [
  '县级以上人民政府应当加强领导',
  '当事人可以申请行政复议',
  '有关部门按照职责分工负责监督管理',
  '依照本法第二条第一款第三项的规定处罚',
  '处5000元以上2万元以下罚款',
  '自2020年3月1日起30日内办理备案手续',
  '取得《经营许可证》',
  '属于“僵尸企业”的除外',
  '国家鼓励社会力量参与（法律另有规定的除外）',
  '每日8:30至17:30开放',
];
const sentence = fc
  .array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('，'));
const full = sentence.map((words) => `${words}。`);
const lead = sentence.map((words) => `${words}，有下列情形之一的：`);
const name = fc.constantFrom('总则', '一般规定', '监督管理', '法律责任', '权利和义务', '附则');

/** A paragraph, with or without a list of items, some of which have points. */
const paragraph: fc.Arbitrary<Provision> = fc.oneof(
  { weight: 3, arbitrary: full.map((text) => node('paragraph', '', '', text)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        lead,
        fc.array(fc.tuple(sentence, fc.array(sentence, { maxLength: 3 })), { minLength: 1, maxLength: 4 }),
      )
      .map(([text, items]) =>
        node(
          'paragraph',
          '',
          '',
          text,
          items.map(([words, points], i) =>
            node(
              'item',
              `（${formatNumeral(i + 1)}）`,
              String(i + 1),
              `${words}${points.length > 0 ? '：' : '；'}`,
              points.map((point, k) => node('point', `${k + 1}.`, String(k + 1), `${point}；`)),
            ),
          ),
        ),
      ),
  },
);

const article = fc.tuple(fc.array(paragraph, { minLength: 1, maxLength: 3 }), fc.boolean());
const section = fc.tuple(name, fc.array(article, { minLength: 1, maxLength: 3 }));
const chapter = fc.tuple(
  name,
  fc.array(article, { minLength: 1, maxLength: 3 }),
  fc.array(section, { maxLength: 2 }),
);

/** A law of chapters, sections and articles; articles number through, some are inserted (第三条之一). */
export const lawTree: fc.Arbitrary<Provision[]> = fc
  .tuple(fc.array(chapter, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([chapters, divided]) => {
    let number = 0;
    let inserted = 0;
    const articleNode = ([paragraphs, inserts]: [Provision[], boolean]): Provision => {
      if (inserts && number > 0) inserted++;
      else {
        number++;
        inserted = 0;
      }
      const suffix = inserted > 0 ? `之${formatNumeral(inserted)}` : '';
      const label = `第${formatNumeral(number)}条${suffix}`;
      return node(
        'article',
        label,
        inserted > 0 ? `${number}-${inserted}` : String(number),
        '',
        structuredClone(paragraphs),
      );
    };
    const headed = (
      type: ProvisionType,
      word: string,
      index: number,
      heading: string,
      children: Provision[],
    ): Provision => ({
      ...node(type, `第${formatNumeral(index + 1)}${word}`, String(index + 1), '', children),
      heading,
    });
    const tree = chapters.map(([heading, articles, sections], i) => {
      const own = articles.map(articleNode);
      return headed('chapter', '章', i, heading, [
        ...own,
        ...sections.map(([title, inside], k) => headed('section', '节', k, title, inside.map(articleNode))),
      ]);
    });
    const flat = (nodes: Provision[]): Provision[] =>
      nodes.flatMap((each) => (each.type === 'article' ? [each] : flat(each.children)));
    return finish(divided ? tree : flat(tree));
  });

const labels = [
  (n: number) => `${formatNumeral(n)}、`,
  (n: number) => `（${formatNumeral(n)}）`,
  (n: number) => `${n}.`,
  (n: number) => `（${n}）`,
];

interface Level {
  heading: string;
  run: boolean;
  text: string;
  paragraphs: string[];
  below: Level[];
}

const level: fc.Memo<Level> = fc.memo((depth) =>
  fc.record({
    heading: name,
    run: fc.boolean(),
    text: full,
    paragraphs: fc.array(full, { maxLength: 2 }),
    below: depth > 1 ? fc.array(level(depth - 1), { maxLength: 3 }) : fc.constant([]),
  }),
);

/** A plan or notice of levels 一、（一）1.（1）, with headings that stand alone or run in. */
export const planTree: fc.Arbitrary<Provision[]> = fc
  .tuple(fc.array(full, { maxLength: 2 }), fc.array(level(4), { minLength: 1, maxLength: 4 }))
  .map(([opening, levels]) => {
    const grow = (list: Level[], depth: number): Provision[] =>
      list.map(({ heading, run, text, paragraphs, below }, i) => ({
        ...node('level', labels[depth]!(i + 1), String(i + 1), run ? text : '', [
          ...paragraphs.map((words) => node('paragraph', '', '', words)),
          ...grow(below, depth + 1),
        ]),
        heading: run ? `${heading}。` : heading,
      }));
    return finish([...opening.map((words) => node('paragraph', '', '', words)), ...grow(levels, 0)]);
  });

/** A decision of clauses with quoted text, and closing paragraphs. */
export const decisionTree: fc.Arbitrary<Provision[]> = fc
  .tuple(
    fc.array(fc.oneof(fc.constant([]), fc.array(sentence, { minLength: 1, maxLength: 3 })), {
      minLength: 1,
      maxLength: 5,
    }),
    fc.nat({ max: 2 }),
  )
  .map(([clauses, closing]) => {
    const made = clauses.map((quoted, i) =>
      node(
        'level',
        `${formatNumeral(i + 1)}、`,
        String(i + 1),
        quoted.length > 0
          ? `将第${formatNumeral(i + 3)}条修改为：`
          : `删去第${formatNumeral(i + 3)}条第二款。`,
        quoted.map((words, k) => ({
          ...node(
            'paragraph',
            '',
            '',
            `“${words.replace(/[“”]/g, '')}。${k === quoted.length - 1 ? '”' : ''}`,
          ),
          quoted: true,
        })),
      ),
    );
    const ending = ['本决定自公布之日起施行。', '《样本条例》根据本决定作相应修改，重新公布。'].slice(
      0,
      closing,
    );
    return finish([
      node('paragraph', '', '', '决定对《样本条例》作如下修改：'),
      ...made,
      ...ending.map((words) => node('paragraph', '', '', words)),
    ]);
  });
