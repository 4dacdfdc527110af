import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumeral } from '../../src/domain/text/index.ts';
import { apply } from './helpers.ts';

/**
 * A plain model of a law: a list of articles, changed as lists are changed. The decision is written from what was done
 * to the list, in the style of the Standing Committee; applied to the text before, it must give the text after.
 */
interface Paragraph {
  text: string;
  /** Article that it refers to, by identity. */
  ref?: number;
  items: string[];
}

interface Article {
  id: number;
  paragraphs: Paragraph[];
}

const n = (value: number): string => formatNumeral(value);

function print(articles: readonly Article[], numberOf: (id: number) => number): string[] {
  return articles.flatMap((article, a) => printArticle(article, a + 1, numberOf));
}

function printArticle({ paragraphs }: Article, number: number, numberOf: (id: number) => number): string[] {
  return printParagraphs(paragraphs, numberOf).map((line, i) =>
    i === 0 ? `第${n(number)}条　${line}` : line,
  );
}

function printParagraphs(paragraphs: readonly Paragraph[], numberOf: (id: number) => number): string[] {
  return paragraphs.flatMap(({ text, ref, items }) => {
    const words = ref === undefined ? text : `${text}，依照本法第${n(numberOf(ref))}条办理`;
    const list = items.map((item, i) => `（${n(i + 1)}）${item}${i === items.length - 1 ? '。' : '；'}`);
    return [`${words}${items.length > 0 ? '：' : '。'}`, ...list];
  });
}

const paragraph = fc.record({
  ref: fc.option(fc.nat({ max: 30 }), { nil: undefined }),
  items: fc.constantFrom(0, 0, 0, 2, 3),
});
const laws = fc
  .array(fc.array(paragraph, { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 9 })
  .map((shape) =>
    shape.map(
      (paragraphs, id): Article => ({
        id,
        paragraphs: paragraphs.map(({ ref, items }, p) => ({
          text: `原有内容${id}甲${p}`,
          ...(ref === undefined ? {} : { ref: ref % shape.length }),
          items: Array.from({ length: items }, (_, i) => `事项${id}乙${p}丙${i}`),
        })),
      }),
    ),
  );

type Kind =
  | 'keep'
  | 'delete'
  | 'rewrite'
  | 'insertAfter'
  | 'addParagraph'
  | 'dropParagraph'
  | 'promote'
  | 'mergeNext'
  | 'addItem'
  | 'dropItem'
  | 'rewriteParagraph';
const kinds: readonly Kind[] = [
  'keep',
  'keep',
  'delete',
  'rewrite',
  'insertAfter',
  'addParagraph',
  'dropParagraph',
  'promote',
  'mergeNext',
  'addItem',
  'dropItem',
  'rewriteParagraph',
];

interface Outcome {
  after: Article[];
  /** Clauses, written once the new numbers are known. */
  clauses: ((numberOf: (id: number) => number) => string)[];
}

/** Changes the list article by article; every clause speaks in old numbers, and of new ones after 改为 and 作为. */
function change(before: readonly Article[], choices: readonly Kind[]): Outcome {
  const after: Article[] = [];
  const clauses: Outcome['clauses'] = [];
  let fresh = 100;
  for (let a = 0; a < before.length; a++) {
    const article = before[a]!;
    const number = a + 1;
    const old = `第${n(number)}条`;
    const { id } = article;
    const paragraphs = article.paragraphs.map((each) => ({ ...each, items: [...each.items] }));
    const head = (numberOf: (id: number) => number): string =>
      numberOf(id) === number ? '' : `将${old}改为第${n(numberOf(id))}条，`;
    const named = (numberOf: (id: number) => number): string => (numberOf(id) === number ? old : '');
    switch (choices[a] ?? 'keep') {
      case 'delete':
        clauses.push(() => `删去${old}。`);
        continue;
      case 'rewrite': {
        const text: Paragraph[] = [
          { text: `改写内容${id}`, ref: id, items: [] },
          { text: `改写第二款${id}`, items: [] },
        ];
        after.push({ id, paragraphs: text });
        clauses.push((numberOf) => {
          const lines = printParagraphs(text, numberOf);
          const quoted = lines.map((line) => `“${line}`).join('\n');
          return numberOf(id) === number
            ? `将${old}修改为：${quoted}”`
            : `将${old}改为第${n(numberOf(id))}条，修改为：${quoted}”`;
        });
        continue;
      }
      case 'insertAfter': {
        const made = fresh++;
        after.push(
          { id, paragraphs },
          { id: made, paragraphs: [{ text: `新增内容${made}`, ref: id, items: [] }] },
        );
        clauses.push(
          (numberOf) =>
            `增加一条，作为第${n(numberOf(made))}条：“${printParagraphs([{ text: `新增内容${made}`, ref: id, items: [] }], numberOf)[0]}”`,
        );
        continue;
      }
      case 'addParagraph': {
        const at = Math.min(1, paragraphs.length);
        paragraphs.splice(at, 0, { text: `新增的款${id}`, items: [] });
        clauses.push(
          (numberOf) =>
            `${head(numberOf)}${named(numberOf)}增加一款，作为第${n(at + 1)}款：“新增的款${id}。”`,
        );
        break;
      }
      case 'dropParagraph': {
        if (paragraphs.length < 2) break;
        paragraphs.splice(1, 1);
        clauses.push((numberOf) => `${head(numberOf)}删去${named(numberOf)}第二款。`);
        break;
      }
      case 'promote': {
        if (paragraphs.length < 2) break;
        const made = fresh++;
        const [moved] = paragraphs.splice(1, 1);
        after.push({ id, paragraphs }, { id: made, paragraphs: [moved!] });
        clauses.push((numberOf) => `将${old}第二款改为第${n(numberOf(made))}条。`);
        continue;
      }
      case 'mergeNext': {
        const next = before[a + 1];
        if (!next) break;
        paragraphs.push(...next.paragraphs.map((each) => ({ ...each, items: [...each.items] })));
        clauses.push((numberOf) => `将${old}、第${n(number + 1)}条合并，作为第${n(numberOf(id))}条。`);
        a++;
        break;
      }
      case 'addItem': {
        const holder = paragraphs[0]!;
        if (holder.items.length < 2) break;
        holder.items.splice(1, 0, `新增事项${id}`);
        clauses.push(
          (numberOf) =>
            `${head(numberOf)}${named(numberOf)}第一款增加一项，作为第二项：“（二）新增事项${id}；”`,
        );
        break;
      }
      case 'dropItem': {
        const holder = paragraphs[0]!;
        if (holder.items.length < 3) break;
        holder.items.splice(2, 1);
        clauses.push((numberOf) => `${head(numberOf)}删去${named(numberOf)}第一款第三项。`);
        break;
      }
      case 'rewriteParagraph': {
        const last = paragraphs.length;
        paragraphs[last - 1] = { text: `改写的款${id}`, items: [] };
        clauses.push(
          (numberOf) =>
            `${head(numberOf)}${named(numberOf) === '' ? '' : `将${old}`}第${n(last)}款修改为：“改写的款${id}。”`,
        );
        break;
      }
      default:
        break;
    }
    after.push({ id, paragraphs });
  }
  return { after, clauses };
}

describe('against a plain model of lists', () => {
  test('the decision written from the changes gives the changed text, numbers and references included', () => {
    fc.assert(
      fc.property(
        laws,
        fc.array(fc.constantFrom(...kinds), { minLength: 9, maxLength: 9 }),
        (before, choices) => {
          const { after, clauses } = change(before, choices);
          fc.pre(clauses.length > 0 && after.length > 0);
          const oldNumber = (id: number): number => before.findIndex((article) => article.id === id) + 1;
          const place = (id: number): number => after.findIndex((article) => article.id === id) + 1;
          // What no longer exists is still referred to by its old number: the text was not touched there.
          const newNumber = (id: number): number => place(id) || oldNumber(id);
          const base = `示例法\n\n${print(before, oldNumber).join('\n\n')}\n`;
          const decision = `${clauses.map((clause, i) => `${n(i + 1)}、${clause(newNumber)}`).join('\n')}\n本决定自公布之日起施行。\n《示例法》根据本决定作相应修改并对条文顺序作相应调整，重新公布。`;
          const { lines, fates, result } = apply(base, decision);
          expect(fates.filter((fate) => fate.includes(':'))).toEqual([]);
          expect(result.remarks).toEqual([]);
          expect(lines.map((line) => line.replace(/^(第.+?条) /, '$1　'))).toEqual(print(after, newNumber));
        },
      ),
      { numRuns: 100 },
    );
  });
});
