import { describe, expect, test } from 'vitest';
import { heldFirst, Register, type Registered } from '../../src/domain/names/index.ts';

const work = (id: string, title: string, more: Partial<Registered> = {}): Registered => ({
  id,
  title,
  aliases: [],
  versions: [],
  ...more,
});
const held = [{ date: '2020-01-01' }];

const register = new Register([
  work('ferry', '青禾市渡船管理办法', { documentNumber: '青府〔2019〕3号', versions: held }),
  work('old-ferry', '青禾市渡船管理办法', { documentNumber: '青府〔2009〕8号' }),
  work('cover', '关于印发《青禾市缆车管理办法》的通知', {
    documentNumber: '青府〔2020〕5号',
    versions: held,
  }),
  work('cable', '青禾市缆车管理办法', { carriedBy: 'cover', versions: held }),
  work('order', '青禾市码头管理规定', {
    documentNumber: '令第7号',
    issuer: '青禾市人民政府',
    versions: held,
  }),
  work('dock', '白石市码头管理规定', { documentNumber: '白石市人民政府令第7号', versions: held }),
  work('fees', '青禾市财政局关于调整收费的通知', { documentNumber: '青财〔2020〕1号', versions: held }),
  work('trial', '青禾市垃圾分类办法（试行）', { versions: held }),
  work('law', '中华人民共和国河流法', { aliases: ['河流法'], versions: held }),
  work('registry', '青禾市路灯管理细则', { registryNumber: '青部规2020-50', versions: held }),
  work('retitled', '青禾市公园条例', {
    versions: [{ date: '2010-01-01', instrument: { title: '青禾市公园管理条例' } }, { date: '2020-01-01' }],
  }),
]);

const meant = (mention: Parameters<typeof register.lookUp>[0]): string => {
  const found = register.lookUp(mention);
  return found.work ? found.work.id : `${found.candidates.map(({ id }) => id).join(' ')}：${found.reason}`;
};

describe('a mention means one work, or says why none', () => {
  test.each([
    ['a number in any spelling', { number: '青府[2019] 3 号' }, 'ferry'],
    [
      'title and number of two acts of one title',
      { title: '青禾市渡船管理办法', number: '青府〔2009〕8号' },
      'old-ferry',
    ],
    [
      'a title of two works',
      { title: '青禾市渡船管理办法' },
      'ferry old-ferry：有2件文件名为《青禾市渡船管理办法》，无法确定是哪一件',
    ],
    [
      'a title with the number of its cover',
      { title: '青禾市缆车管理办法', number: '青府〔2020〕5号' },
      'cable',
    ],
    [
      'a number whose title reads otherwise',
      { title: '青禾市索道管理办法', number: '青府〔2020〕5号' },
      'cover',
    ],
    [
      'a number that nothing bears, under a title known by another',
      { title: '青禾市渡船管理办法', number: '青府〔2001〕1号' },
      '：本档案未收录《青禾市渡船管理办法》',
    ],
    ['a number that nothing bears', { number: '青府〔2001〕1号' }, '：本档案未收录青府〔2001〕1号'],
    ['an order with its body', { number: '青禾市政府令第7号' }, 'order'],
    [
      'an order without its body',
      { number: '令第7号' },
      'order dock：文号令第7号对应2件文件，无法确定是哪一件',
    ],
    ['an order of another body', { number: '黑石市人民政府令第7号' }, '：本档案未收录黑石市人民政府令第7号'],
    ['a title without its issuer', { title: '关于调整收费的通知' }, 'fees'],
    [
      'the same title by another issuer',
      { title: '白石市财政局关于调整收费的通知' },
      '：本档案未收录《白石市财政局关于调整收费的通知》',
    ],
    ['a law without its state', { title: '河流法' }, 'law'],
    ['a former title', { title: '青禾市公园管理条例' }, 'retitled'],
    ['a 统一编号 written with brackets', { number: '青部规〔2020〕50号' }, 'registry'],
    ['a bare name with words before it', { title: '不影响河流法', bare: true }, 'law'],
    ['a bare name of a law that is not held', { title: '犯刑法', bare: true }, '：本档案未收录《刑法》'],
    ['nothing', {}, '：本档案未收录'],
  ])('%s', (_kind, mention, expected) => {
    expect(meant(mention)).toBe(expected);
  });

  test('the place that names it can exclude works', () => {
    const found = register.lookUp({ title: '青禾市渡船管理办法' }, ({ id }) => id !== 'ferry');
    expect(found.work?.id).toBe('old-ferry');
  });

  test('what was assumed is said', () => {
    expect(register.lookUp({ title: '关于调整收费的通知' })).toMatchObject({
      note: '按略去发文机关的标题对应《青禾市财政局关于调整收费的通知》',
    });
    expect(register.lookUp({ title: '青禾市索道管理办法', number: '青府〔2020〕5号' })).toMatchObject({
      by: 'number',
      note: '按文号青府〔2020〕5号对应；其标题作“关于印发《青禾市缆车管理办法》的通知”',
    });
  });
});

describe('what a person types', () => {
  test.each([
    ['ferry', 'id', 'ferry'],
    ['《青禾市缆车管理办法》', 'name', 'cable'],
    ['青府（2019）3号', 'name', 'ferry'],
    ['青禾市垃圾分类办法', 'name', ''],
  ])('%s', (typed, how, ids) => {
    const found = register.typed(typed);
    expect(found.how).toBe(how);
    expect(found.works.map(({ id }) => id).join(' ')).toBe(ids);
  });

  test('of works of one title the held one is meant, the other stands beside it', () => {
    const { works, beside } = heldFirst(register.typed('青禾市渡船管理办法').works);
    expect([works, beside].map((list) => list.map(({ id }) => id))).toEqual([['ferry'], ['old-ferry']]);
  });

  test('titles in a run of text are found with their places, the longest first', () => {
    const found = register.within('请查青禾市码头管理规定和青禾市缆车管理办法');
    expect(found.map(({ works }) => works.map(({ id }) => id).join(' '))).toEqual(['order', 'cable']);
  });
});

test('a decision may leave out （试行）, where no other work has the title', () => {
  expect(register.amended('青禾市垃圾分类办法').map(({ id }) => id)).toEqual(['trial']);
});

describe('bad input gives a reason and no work', () => {
  test.each([
    '《',
    '《》',
    '》',
    '《《《《《》》》》》',
    '青府〔0000〕3号',
    `${'长'.repeat(5000)}办法`,
    '青禾市渡船管理办法们',
    '青禾市渡船管里办法',
    '',
    '　',
    '〔2019〕',
    '号',
  ])('%s', (title) => {
    const found = register.lookUp({ title });
    expect(found.work).toBeUndefined();
    expect(found.work === undefined && found.reason.length).toBeGreaterThan(0);
    expect(register.typed(title).works).toEqual([]);
  });
});
