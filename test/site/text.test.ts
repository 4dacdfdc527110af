/** The view of a text: what is a heading, what is marked, what is linked, what may wait to be drawn. */
import { describe, expect, test } from 'vitest';
import type { Provision, Repair } from '../../src/domain/model.ts';
import { contentsOf } from '../../src/site/views/contents.ts';
import { notesOf } from '../../src/site/views/notes.ts';
import type { TextNode } from '../../src/site/views/text.ts';
import { textNodes } from '../../src/site/views/text.ts';

const at = (offset: number, length = 1) => {
  const place = (value: number) => ({ line: 1, column: value + 1, offset: value });
  return { start: place(offset), end: place(offset + length) };
};

function provision(type: Provision['type'], eId: string, more: Partial<Provision> = {}): Provision {
  return { type, number: '1', label: '', eId, text: '', children: [], position: at(0), ...more };
}

function article(number: number, texts: string[], more: Partial<Provision> = {}): Provision {
  const eId = `art_${number}`;
  return provision('article', eId, {
    label: `第${number}条`,
    number: String(number),
    children: texts.map((text, index) => provision('paragraph', `${eId}__para_${index + 1}`, { text })),
    ...more,
  });
}

const flat = (nodes: TextNode[]): TextNode[] => nodes.flatMap((node) => [node, ...flat(node.children)]);
const words = (nodes: TextNode[]): string =>
  flat(nodes)
    .map(({ label, heading, runs }) => label + [...heading, ...runs].map(({ text }) => text).join(''))
    .join('|');

describe('headings', () => {
  test('rank follows depth and skips no rank', () => {
    const chapter = provision('chapter', 'chp_1', {
      label: '第一章',
      heading: '总则',
      children: [article(1, ['文'])],
    });
    const [node] = textNodes([chapter], { notes: [] });
    expect([node!.rank, node!.children[0]!.rank]).toEqual([2, 3]);
  });

  test('a run-in heading is no heading element, and what is below it takes its rank', () => {
    const inner = provision('level', 'lvl_1__lvl_1', {
      label: '（1）',
      heading: '小题',
      children: [provision('paragraph', 'p', { text: '文' })],
    });
    const outer = provision('level', 'lvl_1', {
      label: '1.',
      heading: '短语。',
      text: '正文。',
      children: [inner],
    });
    const [node] = textNodes([outer], { notes: [] });
    expect([node!.form, node!.rank, node!.children[0]!.rank]).toEqual(['level', 0, 2]);
  });

  test('a whole sentence with nothing below it is text', () => {
    const [node] = textNodes(
      [provision('level', 'lvl_1', { label: '（七）', heading: '发布的《条例》。' })],
      { notes: [] },
    );
    expect([node!.form, node!.heading, words([node!])]).toEqual(['level', [], '（七）发布的《条例》。']);
  });

  test('brackets of a heading are printed', () => {
    const [node] = textNodes([article(1, ['文'], { heading: '目的', headingForm: '【目的】' })], {
      notes: [],
    });
    expect(node!.heading).toEqual([{ text: '【目的】' }]);
  });
});

describe('blocks', () => {
  test('a short text is drawn at once', () => {
    expect(flat(textNodes([article(1, ['文'])], { notes: [] })).every(({ block }) => block === 0)).toBe(true);
  });

  test('a long one is cut into blocks, none inside another', () => {
    const chapters = Array.from({ length: 5 }, (_, index) =>
      provision('chapter', `chp_${index}`, {
        children: Array.from({ length: 10 }, (_, n) => article(index * 10 + n, ['长'.repeat(150)])),
      }),
    );
    const nodes = textNodes(chapters, { notes: [] });
    const nested = (list: TextNode[], inside: boolean): boolean =>
      list.some((node) => (inside && node.block > 0) || nested(node.children, inside || node.block > 0));
    expect(flat(nodes).filter(({ block }) => block > 0).length).toBeGreaterThanOrEqual(5);
    expect(nested(nodes, false)).toBe(false);
  });
});

describe('notes', () => {
  const source = '以上、以下包括本数。第二处以下不包括。';
  const repair = (words: string, start: number, more: Partial<Repair> = {}): Repair => ({
    kind: 'note',
    rule: 'correction',
    start,
    end: start + words.length,
    from: words,
    to: words,
    reason: '说明',
    place: { line: 7, column: 1, offset: start },
    ...more,
  });
  const tree = [provision('paragraph', 'para_1', { text: source, position: at(0, source.length) })];
  const range = { start: 0, end: source.length };

  test('mark the very occurrence they speak of', () => {
    const notes = notesOf(tree, [repair('以下', source.lastIndexOf('以下'))], source, range);
    const [node] = textNodes(tree, { notes });
    expect(node!.runs).toEqual([
      { text: '以上、以下包括本数。第二处' },
      { text: '以下', note: 1 },
      { text: '不包括。' },
    ]);
    expect(node!.notes).toHaveLength(1);
  });

  test('stay with their provision when their words are not in it', () => {
    const notes = notesOf(tree, [repair('↵', 3, { kind: 'placeholder' })], source, range);
    const [node] = textNodes(tree, { notes });
    expect(node!.runs).toEqual([{ text: source }]);
    expect(node!.notes[0]).toMatchObject({ number: 1, eId: 'para_1', line: 7 });
  });

  test('outside the text are left out; before its first provision belong to its frame', () => {
    const later = [provision('paragraph', 'para_1', { text: source, position: at(5, 10) })];
    const notes = notesOf(later, [repair('以', 0), repair('外', 99)], source, range);
    expect(notes.map(({ eId }) => eId)).toEqual([undefined]);
  });

  test('that a picture is lacking are left to the figure', () => {
    const figure = [provision('figure', 'fig_1', { text: '架构图', position: at(0, 9) })];
    const lacking = repair('架构图', 0, { kind: 'placeholder' });
    expect(notesOf(figure, [lacking], '架构图', { start: 0, end: 9 })).toEqual([]);
    expect(notesOf(figure, [{ ...lacking, kind: 'note' }], '架构图', { start: 0, end: 9 })).toHaveLength(1);
  });

  test('on words of the heading mark the heading alone', () => {
    const level = [
      provision('level', 'lvl_1', { heading: '以下。', text: '以下从略。', position: at(0, 9) }),
    ];
    const notes = notesOf(level, [repair('以下', 0)], '以下。以下从略。', { start: 0, end: 9 });
    const [node] = textNodes(level, { notes });
    expect(node!.heading[0]).toEqual({ text: '以下', note: 1 });
    expect(node!.runs).toEqual([{ text: '以下从略。' }]);
  });

  test('other marks and notes share a text without loss', () => {
    const notes = notesOf(tree, [repair('以下', 3)], source, range);
    const marks = () => [{ start: 0, end: 9, href: '#x' }];
    const [node] = textNodes(tree, { notes, marks });
    expect(node!.runs.map(({ text }) => text).join('')).toBe(source);
    expect(node!.notes).toHaveLength(1);
  });
});

describe('contents', () => {
  test('of a rule without chapters are its articles by their first words', () => {
    const articles = [1, 2, 3, 4].map((number) => article(number, ['为了规范经营，制定本规定。']));
    expect(contentsOf(articles)[0]).toMatchObject({
      href: '#art_1',
      label: '第1条',
      text: '为了规范经营',
      opening: true,
    });
  });

  test('of a code are its chapters with the articles they span', () => {
    const chapters = [0, 1, 2, 3].map((index) =>
      provision('chapter', `chp_${index + 1}`, {
        label: `第${index + 1}章`,
        heading: '名',
        children: [article(index * 2 + 1, ['文']), article(index * 2 + 2, ['文'])],
      }),
    );
    expect(contentsOf(chapters).map(({ span }) => span)).toEqual(['1–2条', '3–4条', '5–6条', '7–8条']);
  });

  test('leave out levels of which only some have headings', () => {
    const level = (eId: string, heading?: string) =>
      provision('level', eId, {
        label: eId,
        ...(heading ? { heading, children: [provision('paragraph', `${eId}p`)] } : { text: '正文；' }),
      });
    const mixed = provision('level', 'a', {
      label: '一、',
      heading: '甲',
      children: [level('b', '题'), level('c')],
    });
    const tops = ['二、', '三、', '四、'].map((label) =>
      provision('level', label, { label, heading: '乙', children: [level(`${label}x`)] }),
    );
    expect(contentsOf([mixed, ...tops]).map(({ children }) => children)).toEqual([[], [], [], []]);
  });

  test('are not made for a short notice', () => {
    expect(contentsOf([provision('paragraph', 'para_1', { text: '文' })])).toEqual([]);
  });
});
