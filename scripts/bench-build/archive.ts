/**
 * An invented archive of many issues: measures, notices, decisions that amend, repeal, prolong and issue anew what
 * earlier issues printed. The same number always gives the same issue.
 */
import type { IssueSource } from '../../src/domain/archive.ts';
import { addDays } from '../../src/domain/text/calendar.ts';
import { formatNumeral } from '../../src/domain/text/numerals.ts';

const city = '样洲市';
const bureaus = [
  '发展和改革局',
  '教育局',
  '公安局',
  '民政局',
  '财政局',
  '生态环境局',
  '交通运输局',
  '水务局',
];
const subjects = [
  '集市',
  '渡口',
  '路灯',
  '公园',
  '井盖',
  '校车',
  '出租屋',
  '古树',
  '码头',
  '水库',
  '夜市',
  '电梯',
];
const aspects = [
  '安全',
  '收费',
  '卫生',
  '登记',
  '养护',
  '停放',
  '应急',
  '监督',
  '经营',
  '补助',
  '信息',
  '档案',
];
const actors = ['经营者', '使用人', '管理单位', '街道办事处', '村民委员会', '养护单位', '所有权人', '申请人'];
const duties = [
  '应当建立巡查制度，如实记录巡查情况，记录保存不少于两年',
  '应当自收到申请之日起十五日内作出决定，不予批准的，书面说明理由',
  '不得擅自改变用途；确需改变的，应当报主管部门批准',
  '应当在显著位置公示服务项目、收费标准和监督电话',
  '发现隐患的，应当立即排除；不能立即排除的，应当设置警示标志并报告主管部门',
  '应当按照国家有关标准配备设施，并定期检验、维护，确保正常使用',
  '有权向主管部门投诉、举报，主管部门应当自接到之日起七个工作日内答复',
  '应当依法投保责任保险，保险金额不低于上一年度营业收入的百分之十',
];
const penalties = [
  '责令限期改正',
  '给予警告',
  '处五百元以上五千元以下的罚款',
  '处一千元以上一万元以下的罚款',
];

/** Numbers that look drawn by lot and are the same in every run (xorshift). */
function lots(seed: number): (below: number) => number {
  let state = (seed + 1) * 0x9e3779b1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const day = (date: string): string => {
  const [year, month, of] = date.split('-').map(Number);
  return `${year}年${month}月${of}日`;
};

/** Texts in an issue, unless another number is asked for. */
const textsInIssue = 60;

interface Dated {
  /** Place in the issue and number of the issue. */
  at: number;
  issue: number;
  date: string;
  number: number;
}

const measuresTitle = (issue: number, at: number): string =>
  `${city}${subjects[(issue + at) % 12]}${aspects[(issue * 5 + at) % 12]}管理办法（第${formatNumeral(issue * textsInIssue + at + 1)}号）`;

function articles({ issue, at, date }: Dated): string[] {
  const lot = lots(issue * 1000 + at);
  const count = 8 + lot(25);
  const subject = subjects[(issue + at) % 12]!;
  const body = Array.from({ length: count }, (_, i) => {
    if (i === 0)
      return `为了规范${subject}${aspects[(issue * 5 + at) % 12]}管理，根据有关法律、法规，制定本办法。`;
    if (i % 9 === 8)
      return `违反本办法第${formatNumeral(1 + lot(i))}条规定的，由${city}${bureaus[lot(8)]}${penalties[lot(4)]}；情节严重的，${penalties[lot(4)]}。`;
    const said = `${subject}${actors[lot(8)]}${duties[lot(8)]}。`;
    if (i % 5 !== 4) return `${said}${actors[lot(8)]}${duties[lot(8)]}。`;
    return `${said.slice(0, -1)}，并遵守下列规定：\n\n（一）${actors[lot(8)]}${duties[lot(8)]}；\n\n（二）本办法第${formatNumeral(1 + lot(i))}条的规定；\n\n（三）法律、法规规定的其他情形。`;
  });
  const ends = at % 3 === 0 ? `，有效期${formatNumeral(2 + lot(4))}年` : '';
  return [...body, `本办法自${day(date)}起施行${ends}。`];
}

const printed = (list: readonly string[]): string =>
  list.map((words, i) => `第${formatNumeral(i + 1)}条　${words}`).join('\n\n');

/** A text of an issue: its title, and the whole as printed. */
function text(one: Dated): { title: string; words: string } {
  const { issue, at, date, number } = one;
  const bureau = `${city}${bureaus[at % 8]}`;
  const mark = `样${'发教公民财环交水'[at % 8]}规`;
  const head = (title: string): string => `${title}\n\n${mark}〔${date.slice(0, 4)}〕${number}号`;
  const foot = `${bureau}\n\n${day(date)}`;
  const lot = lots(issue * 7919 + at);
  // Decisions need something that was issued before.
  const kind = issue === 0 ? 0 : at % 6;
  if (kind === 3) {
    const place = { issue: issue - 1, at: at - (at % 6) };
    const old = measuresTitle(place.issue, place.at);
    const title = `${bureau}关于修改《${old}》的决定`;
    const second = articles({ ...one, ...place })[1]!.replace(/。$/, '，并向社会公布。');
    const words = `${bureau}决定对《${old}》作如下修改：\n\n一、将第二条修改为：“${second}”\n\n二、删去第四条。\n\n本决定自${day(date)}起施行。`;
    return { title, words: `${head(title)}\n\n${words}\n\n${foot}` };
  }
  if (kind === 4) {
    const old = measuresTitle(issue - 1, at - (at % 6) + 1);
    const title = `${bureau}关于废止《${old}》的通知`;
    const words = `各有关单位：\n\n经研究，决定废止《${old}》，自${day(date)}起执行。`;
    return { title, words: `${head(title)}\n\n${words}\n\n${foot}` };
  }
  if (kind === 5) {
    const old = measuresTitle(Math.max(0, issue - 2), at - (at % 6) + 2);
    const title = `${bureau}关于做好${subjects[at % 12]}工作的通知`;
    const words = `各有关单位：\n\n根据《${old}》第三条，现就有关事项通知如下：\n\n一、加强组织领导。${actors[lot(8)]}${duties[lot(8)]}。\n\n二、落实工作责任。${actors[lot(8)]}${duties[lot(8)]}。\n\n本通知自印发之日起施行，有效期三年。`;
    return {
      title: `${title}（${number}）`,
      words: `${head(`${title}（${number}）`)}\n\n${words}\n\n${foot}`,
    };
  }
  // Some are issued anew under the title of two issues before.
  const title = measuresTitle(kind === 2 && issue > 1 ? issue - 2 : issue, at);
  return { title, words: `${head(title)}\n\n${printed(articles(one))}\n\n${foot}` };
}

/**
 * An issue of the invented archive, one a month from January 2001 on.
 *
 * 0 → `2001-01` with sixty texts of January 2001; 1 amends and repeals some of them
 */
export function generatedIssue(issue: number, texts = textsInIssue): IssueSource {
  const year = 2001 + Math.floor(issue / 12);
  const month = (issue % 12) + 1;
  const from = `${year}-${String(month).padStart(2, '0')}-01`;
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  const list = Array.from({ length: texts }, (_, at) =>
    text({ ...{ issue, at, date: addDays(from, at % 27) }, number: (issue % 12) * texts + at + 1 }),
  );
  const contents = list.map(({ title }, i) => `${title}……${i * 3 + 1}`).join('\n\n');
  const masthead = `${city}人民政府公报\n\n${year}年第${month}期（总第${issue + 1}期）\n\n${day(addDays(next, -1))}出版`;
  return {
    id: from.slice(0, 7),
    path: `issues/${from.slice(0, 7)}/gazette.md`,
    text: `${masthead}\n\n目　录\n\n${contents}\n\n${list.map(({ words }) => words).join('\n\n')}\n`,
    from,
    horizon: addDays(next, -1),
    publisher: `${city}人民政府办公室`,
    corrections: [],
  };
}
