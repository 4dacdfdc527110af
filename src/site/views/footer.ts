/** What the foot of every page states of the site, as the register gives it. */
import type { SiteFooter } from '../../domain/archive.ts';

export interface FooterLine {
  /** With its colon; empty where the text says itself what it is. */
  term: string;
  text: string;
  href?: string;
}

/** 主办单位、承办单位、网站标识码、备案号、联系方式 in this order; what is not stated is not there. */
export function footerLines({ organiser, maintainer, code, icp, police, contact }: SiteFooter): FooterLine[] {
  const line = (term: string, text: string | undefined, href?: string): FooterLine[] =>
    text === undefined ? [] : [{ term, text, ...(href ? { href } : {}) }];
  return [
    ...line('主办：', organiser),
    ...line('承办：', maintainer),
    ...line('网站标识码：', code),
    // Both offices ask for a link to their own pages.
    ...line('', icp, 'https://beian.miit.gov.cn/'),
    ...line(
      '',
      police,
      `https://beian.mps.gov.cn/#/query/webSearch?code=${/\d{10,}/.exec(police ?? '')?.[0] ?? ''}`,
    ),
    ...line('联系：', contact),
  ];
}
