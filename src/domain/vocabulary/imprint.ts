/**
 * Words that a gazette's masthead and imprint print before a value, and the fact that the value is where the archive keeps
 * it. Sources: imprints of gazettes; 期刊出版管理规定 article 31 (what a periodical must print of itself).
 */
import type { Masthead } from '../model.ts';
import { words } from './words.ts';

type Fact = Extract<keyof Masthead, 'supervisor' | 'sponsor' | 'issn' | 'cn'>;

export const imprintWords: Readonly<Record<Fact | 'unkept', readonly string[]>> = {
  sponsor: words('主管主办 主办'),
  supervisor: words('主管'),
  issn: words('国际标准连续出版物号 国际标准刊号 ISSN'),
  cn: words('国内统一连续出版物号 国内统一刊号 刊号 CN'),
  unkept: words(`
    承办 编辑出版 编辑部地址 编辑 编印 出版发行 出版日期 出版 印刷 承印 发行范围 发行 地址 社址 邮政编码 邮编 联系电话 电话 传真
    网址 电子邮箱 投稿邮箱 准印证号 准印证 准印号 定价 赠阅 主编 责任编辑 印数 邮发代号 开本 国外发行代号 创刊
  `),
};
