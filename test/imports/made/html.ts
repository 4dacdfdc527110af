/** An issue as a page of a government site, and as plain text. */
import type { Block, MadeIssue } from './issue.ts';
import { escapeXml } from './ofd.ts';

/** Sites as they are: how a block is written, and the page around the text. */
interface Site {
  block: (words: string, kind: Block['kind']) => string;
  page: (body: string, name: string) => string;
  encoding?: 'gbk';
}

const cut = (words: string): [string, string] => {
  const middle = Math.floor(words.length / 2);
  return [escapeXml(words.slice(0, middle)), escapeXml(words.slice(middle))];
};
const nav = '<ul class="nav"><li><a href="/">首页</a></li><li><a href="/zfgb/">政府公报栏目</a></li></ul>';
const around = (head: string, frame: string, body: string, after = ''): string =>
  `<!DOCTYPE html><html><head>${head}<title>公报</title><script>var a='不是正文';</script></head><body>${nav}<div ${frame}>${body}</div>${after}<p>主办：样洲市人民政府办公室</p></body></html>`;
const utf8 = '<meta charset="utf-8">';

const sites = {
  'spans and source lines': {
    // Editors of sites cut text into spans wherever a font changes, and break lines of the source anywhere.
    block: (words, kind) => {
      const [one, other] = cut(words);
      const indent = kind === 'paragraph' ? '&emsp;&emsp;' : '';
      const centre = kind === 'title' ? ' style="text-align:center"' : '';
      return `<p${centre}>${indent}<span>${one}</span>\n<span lang="EN-US">${other}</span></p>`;
    },
    page: (body) => around(utf8, 'id="zoom"', body),
  },
  'lines parted by breaks': {
    block: (words) => `&nbsp;&nbsp;&nbsp;&nbsp;${escapeXml(words)}<br/>\n<BR>`,
    page: (body) =>
      around(utf8, 'class="content TRS_Editor"', body, '<div class="pages"><a href="?2">下一页</a></div>'),
  },
  'saved by Word': {
    block: (words, kind) => {
      const [one, other] = cut(words);
      return `<p class=MsoNormal${kind === 'title' ? ' align=center' : ''}><span style='font-family:仿宋_GB2312'>${one}<!--[if supportFields]><span>PAGE</span><![endif]--><span lang=EN-US>${other}<o:p></o:p></span></span></p>\r\n`;
    },
    page: (body) =>
      around(`${utf8}<style>@page{}</style><xml>1</xml>`, 'class="Section1"', `<o:p>&nbsp;</o:p>${body}`),
  },
  'tables, capitals and open paragraphs in GBK': {
    block: (words) => `<P><FONT size=3>　　${escapeXml(words)}</FONT>\n`,
    page: (body, name) =>
      `<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>${name}</TITLE></HEAD><BODY>${nav}<TABLE width=760><TR><TD>${body}</TD></TR></TABLE><P>主办：样洲市人民政府办公室</BODY></HTML>`,
    encoding: 'gbk',
  },
  'hidden words, and an encoding that is not the page’s': {
    block: (words) => {
      const [one, other] = cut(words);
      return `<div><p><strong>${one}</strong><span style="display:none">隐藏</span>${other}</p><script>document.write('脚本')</script></div>`;
    },
    page: (body) => around('<meta charset="gb2312">', 'id="UCAP-CONTENT"', body),
  },
} satisfies Record<string, Site>;

export type SiteName = keyof typeof sites;
export const siteNames = Object.keys(sites) as SiteName[];

export function toHtml({ blocks, name }: MadeIssue, which: SiteName = 'spans and source lines'): Uint8Array {
  const { block: write, page, encoding }: Site = sites[which];
  const body = blocks.map((block) => {
    if (block.kind === 'document') return '<!-- 分件 -->';
    if (block.kind === 'table')
      return `<table border="1"><tbody>${block.rows.map((row) => `<tr>${row.map((cell) => `<td><p>${escapeXml(cell)}</p></td>`).join('')}</tr>`).join('\n')}</tbody></table>`;
    return write(block.text, block.kind);
  });
  const source = page(body.join('\n'), name);
  return encoding ? toGbk(source) : new TextEncoder().encode(source);
}

/** Node writes no GBK: each character is looked up by decoding all of its codes once. */
function toGbk(words: string): Uint8Array {
  gbk ??= new Map(
    Array.from({ length: 126 * 191 }, (_, i) => [0x81 + Math.floor(i / 191), 0x40 + (i % 191)] as const).map(
      (code) => [new TextDecoder('gbk').decode(new Uint8Array(code)), code],
    ),
  );
  return new Uint8Array(Array.from(words).flatMap((c) => (c < '\x80' ? c.charCodeAt(0) : [...gbk!.get(c)!])));
}
let gbk: Map<string, readonly [number, number]> | undefined;

/** One block a line; a table as cells between tabs. */
export function toText({ blocks }: MadeIssue): string {
  return blocks
    .flatMap((block) =>
      block.kind === 'document'
        ? []
        : block.kind === 'table'
          ? block.rows.map((row) => row.join('\t'))
          : [block.text],
    )
    .join('\r\n');
}
