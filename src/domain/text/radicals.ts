/**
 * Radicals that a page description holds in place of the characters that look the same: `⼀` → `一`, `⻔` → `门`.
 */

/** Of each pair the radical and its character: the block U+2E80–2EF3 of Unicode's EquivalentUnifiedIdeograph.txt. */
const pairs = Array.from(
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟',
);

const supplement = new Map(
  pairs.flatMap((radical, i) => (i % 2 === 0 ? [[radical, pairs[i + 1]!] as const] : [])),
);

/** All radicals that stand for a character. */
export const radicals: RegExp = /[\u2e80-\u2ef3\u2f00-\u2fd5]/g;

/**
 * The character that a radical stands for, or the radical itself. U+2F3E is the character 户 of simplified texts:
 * Unicode's own mapping gives its older form 戶.
 */
export function plainRadical(radical: string): string {
  if (radical === '\u2f3e') return '户';
  return supplement.get(radical) ?? radical.normalize('NFKC');
}
