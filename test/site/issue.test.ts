import { describe, expect, test } from 'vitest';
import { buildArchive } from '../../src/domain/archive.ts';
import { holdingsOf } from '../../src/site/holdings.ts';
import { changesOf } from '../../src/site/views/changes.ts';
import { graphView } from '../../src/site/views/graph.ts';
import { issueView } from '../../src/site/views/issue.ts';

const rule = (article: string, caption = '') =>
  `样本市渡口办法\n\n${caption}第一条　${article}\n\n第二条　本办法自2022年3月1日起施行。《样本市旧渡口办法》同时废止。`;
const first = `样本市人民政府公报\n\n2022年第1期（总第8期）\n\n2022年4月2日出版\n\n主办：样本市人民政府\n\n目　录\n\n样本市渡口办法（样本市人民政府令第1号）……1\n\n样本市人民政府令\n\n第1号\n\n《样本市渡口办法》现予公布，自2022年3月1日起施行。\n\n市长　甲某\n\n2022年2月1日\n\n${rule('渡口由区管理。')}`;
const second = `目　录\n\n样本市人民政府令第2号……1\n\n样本市人民政府令第2号\n\n《样本市人民政府关于修改〈样本市渡口办法〉的决定》现予公布，自2022年6月1日起施行。\n\n市长　甲某\n\n2022年5月5日\n\n样本市人民政府关于修改《样本市渡口办法》的决定\n\n样本市人民政府决定对《样本市渡口办法》作如下修改：\n\n一、将第一条修改为：“渡口由市管理。”\n\n二、《样本市摆渡通告》宣布失效。\n\n本决定自2022年6月1日起施行。\n\n${rule('渡口由市管理。', '（2022年2月1日样本市人民政府令第1号公布　根据2022年5月5日《样本市人民政府关于修改〈样本市渡口办法〉的决定》修正）\n\n')}`;

const issue = (id: string, text: string, from: string, horizon: string) => ({
  id,
  path: `issues/${id}/gazette.md`,
  text,
  corrections: [],
  from,
  horizon,
});
const held = holdingsOf(
  buildArchive({
    issues: [issue('1', first, '2022-01-01', '2022-03-31'), issue('2', second, '2022-04-01', '2022-06-30')],
    works: [],
    register: { works: [], organs: [] },
  }),
);

describe('an issue', () => {
  test('is called as its masthead calls it, and says what that says', () => {
    const view = issueView(held, held.issues.get('1')!);
    expect(view.name).toBe('样本市人民政府公报 2022年第1期');
    expect(view.masthead).toBe('总第8期，2022年4月2日出版，样本市人民政府主办');
    expect(issueView(held, held.issues.get('2')!).name).toBe('公报 2');
  });

  test('tells as its changes what it changes, not what a text printed again changed before', () => {
    const words = (id: string) =>
      changesOf(held, id).map(({ mark, runs }) => `${mark} ${runs.map(({ text }) => text).join('')}`);
    expect(words('1').filter((each) => each.startsWith('废止'))).toEqual([
      '废止 《样本市旧渡口办法》自2022年3月1日起废止，据《样本市渡口办法》。',
    ]);
    expect(words('2').filter((each) => /^(?:废止|失效)/.test(each))).toEqual([
      '失效 《样本市摆渡通告》自2022年6月1日起失效，据《样本市人民政府关于修改〈样本市渡口办法〉的决定》。',
    ]);
  });

  test('draws what its own texts cite, not what later ones do', () => {
    const acts = graphView(held, '1')!.texts.flatMap(({ does }) => does.flatMap(({ works }) => works));
    expect(acts.map(({ text }) => text)).not.toContain('《样本市人民政府关于修改〈样本市渡口办法〉的决定》');
  });
});
