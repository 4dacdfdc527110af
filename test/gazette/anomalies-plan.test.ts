/**
 * The 82 oddities of the issue, each by its number in the register of anomalies, and what becomes of it:
 * typography is normalised and recorded, broken lines are joined, structure is read as meant,
 * slips of the print are kept and annotated, missing things are said to be missing, the rest stays as it is.
 */
import { describe, expect, test } from 'vitest';
import { editorialLines, joined, kept, normalised, noted } from './handled.ts';
import {
  at,
  editorial,
  issue,
  levels,
  messages,
  ofType,
  published,
  publishedLine,
  repairs,
  repairsOn,
  sourceLines,
  texts,
} from './issue.ts';

const { plan } = texts;

describe('the plan', () => {
  test('A-30 the entry that names a heading otherwise is linked, reported, and each is kept verbatim', () => {
    const entry = plan.contents!.find(({ position }) => position.start.line === 288)!;
    expect(entry).toMatchObject({
      heading: '社会信用公共平台',
      target: at(690).eId,
      mismatch: '公共信用信息平台',
    });
    expect(messages).toEqual([
      {
        file: 'issues/2020-12/gazette.md',
        rule: 'contents-mismatch',
        line: 288,
        column: 3,
        reason: '目录作“社会信用公共平台”，正文作“公共信用信息平台”',
        severity: 'warning',
      },
    ]);
    noted('A-30', 288, '社会信用公共平台', '公共信用信息平台');
    noted('A-30', 690, '公共信用信息平台');
    kept(517, '社会信用公共平台');
  });

  test('A-31 entries and headings match though the contents print (一) and the body （一）', () => {
    expect(plan.contents!.filter(({ target }) => target === undefined)).toEqual([]);
    expect(plan.contents!.filter(({ mismatch }) => mismatch !== undefined)).toHaveLength(1);
  });

  test('A-32 the second occurrence of the first heading begins the body', () => {
    expect(publishedLine(260)).toBe(publishedLine(340));
    expect(plan.provisions[0]!.position.start.line).toBe(340);
    expect(plan.contents![0]).toMatchObject({
      target: plan.provisions[0]!.eId,
      position: { start: { line: 260 } },
    });
  });

  test('A-33 2019年11月 beside 2020年11月 is noted', () => {
    noted('A-33', 350, '截至2019年11月底', '截至2020年11月底');
    kept(352, '截至2020年11月底');
    kept(356, '截至2020年11月底');
  });

  test('A-34 units stay as printed', () => {
    kept(350, '16079G内存', '943TB存储');
    noted('A-34', 350, '1.7GB');
  });

  test('A-35 asterisks go, what they set in bold is known', () => {
    expect(published).not.toContain('**');
    expect(repairs.filter(({ from }) => from === '**').map(({ place }) => place.line)).toEqual([
      388, 388, 392, 392, 392, 392, 392, 392, 392, 392, 392, 392,
    ]);
    expect(publishedLine(388)).toContain('预警管控。五是加快推进');
  });

  test('A-36 the second paragraph of the fifth item, without a number, belongs to it', () => {
    const item = at(390);
    expect(item.number).toBe('5');
    expect(item.children.map(({ type, position }) => [type, position.start.line])).toEqual([
      ['paragraph', 392],
    ]);
  });

  test('A-37 数据政府 is noted', () => noted('A-37', 404, '数据政府集约化', '数字政府集约化'));

  test('A-38 网云数 beside 云数网 is noted', () => {
    noted('A-38', 410, '网云数');
    kept(390, '云数网');
    kept(404, '云数网');
  });

  test('A-39 the four layers keep both their names', () => {
    noted('A-39', 462, '业务应用层、应用支撑层、数据服务层、信息基础设施层、以及');
    kept(508, '应用层、应用支撑层、数据服务层、基础设施层');
  });

  test('A-40 eight lost pictures leave a placeholder on their captions', () => {
    const captions = [471, 494, 513, 580, 611, 642, 725, 784];
    expect(editorialLines('A-40')).toEqual(captions);
    for (const repair of editorial('A-40')) {
      expect(repair).toMatchObject({ kind: 'placeholder', to: repair.from });
      expect(repair.reason).toContain('图像缺失，仅存图题');
      expect(at(repair.place.line)).toMatchObject({ type: 'figure', missing: true, text: repair.from });
      expect(repair.reason).toContain(`第${repair.place.line - 3}行`);
    }
    const slots = issue.roles.filter(({ role }) => role === 'figure-slot').map(({ line }) => line);
    expect(slots).toEqual(captions.map((line) => line - 3));
  });

  test('A-41 captions count 1 to 8, whatever spaces they print', () => {
    expect(ofType(plan, 'figure').map(({ label }) => label)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `图${number}`),
    );
    for (const line of [494, 513]) expect(repairsOn(line, 'digit-space'), `line ${line}`).toHaveLength(1);
  });

  test('A-42 a sentence without its verb is noted', () =>
    noted('A-42', 477, '统筹推进全市数字政府改革建设的职能', '承担统筹推进全市数字政府改革建设的职能'));

  test('A-43 the 35 headings in half-width brackets read as those in full-width ones', () => {
    const lines = [
      506, 543, 547, 555, 559, 573, 635, 648, 650, 652, 654, 656, 660, 662, 676, 773, 777, 790, 792, 794, 796,
      800, 802, 804, 806, 812, 814, 916, 918, 922, 924, 926, 928, 930, 938,
    ];
    const bracketed = levels(plan.provisions)
      .map(({ node }) => node)
      .filter(({ label }) => /^（.+）$/.test(label));
    expect(bracketed).toHaveLength(70);
    const half = bracketed
      .map(({ position }) => position.start.line)
      .filter((line) => /^\(/.test(sourceLines[line - 1]!));
    expect(half).toEqual(lines);
    for (const line of lines) {
      expect(repairsOn(line, 'width').length, `line ${line}`).toBeGreaterThanOrEqual(2);
    }
  });

  test('A-44 a bracket that a page break parts pairs after the join', () => {
    joined(584, 586);
    expect(at(584).text).toContain('实现万兆到市、县（市、区），千兆到镇（街）');
  });

  test('A-45 a half-width comma inside a heading of the first level', () => {
    normalised(672, '四、集约共享，提升数字政府建设新效能', 'width');
    expect(at(672).heading).toBe('集约共享，提升数字政府建设新效能');
  });

  test('A-46 and in a Chinese name stays, noted; so do the other spellings', () => {
    noted('A-46', 727, '自然资源 and 地理空间库', '自然资源和地理空间库');
    expect(at(727).heading).toBe('自然资源 and 地理空间库。');
    expect(at(727).text).toMatch(/^完善自然资源 and 地理空间库，/);
    noted('A-46', 660, '自然资源和空间地理数据');
    kept(519, '自然资源与空间地理库');
    kept(731, '自然资源和空间地理库');
  });

  test('A-47 司法公信交易 is noted', () =>
    noted('A-47', 694, '司法公信交易等四大领域', '司法公信等四大领域'));

  test('A-48 事分级监管 is noted', () => noted('A-48', 698, '事分级监管', '事中分级监管'));

  test('A-49 数据管理和规范 is noted', () => noted('A-49', 720, '按照省数据管理和规范'));

  test('A-50 a truncated sentence is noted', () => noted('A-50', 741, '智能在线咨询服', '智能在线咨询服务'));

  test('A-51 half-width brackets inside full-width text', () => {
    expect(publishedLine(802)).toContain('构建市、县（市、区）、镇（街）、村（居）四级');
    expect(publishedLine(824)).toContain('金审工程（三期）审计');
    expect(publishedLine(978)).toContain('金审工程（三期）审计');
  });

  test('A-52 the space after 1. goes', () => {
    for (const line of [820, 822, 824, 932, 942, 944, 946, 948]) {
      expect(repairsOn(line, 'label-space'), `line ${line}`).toHaveLength(1);
      expect(at(line).label, `line ${line}`).toMatch(/^\d\.$/);
    }
  });

  test('A-53 the seventh item has no heading, the eighth goes on', () => {
    expect(at(852)).toMatchObject({ number: '7', label: '7.' });
    expect(at(852).heading).toBeUndefined();
    expect(at(856)).toMatchObject({ number: '8', heading: '推进人才服务。' });
  });

  test('A-54 variants of wording stay, the worst are noted', () => {
    kept(862, '县（区）');
    kept(834, '视频通讯', '即时通讯', '通讯保障');
    noted('A-54', 866, '优化办流程', '优化办事流程');
    noted('A-54', 432, '最多跑一趟');
    noted('A-54', 864, '融资难，融资贵');
    noted('A-54', 942, '政务大数据湛江节点');
    noted('A-54', 962, '最后一米');
  });

  test('A-55 a quotation that never closes is noted', () =>
    noted('A-55', 902, '“人、车、船、路、港一体化协同联动', '“人、车、船、路、港”一体化协同联动'));

  test('A-56 a quotation that a page break parts is whole', () => {
    joined(948, 950);
    expect(at(948).text).toMatch(/打造“湛江大脑”的建设思路。$/);
  });
});
