/** An issue as a page of a government site, and as plain text. */
import type { MadeIssue } from './issue.ts';
import { escapeXml } from './ofd.ts';

export function toHtml({ blocks, name }: MadeIssue): Uint8Array {
  const body = blocks.map((block) => {
    if (block.kind === 'document') return '<!-- 分件 -->';
    if (block.kind === 'table')
      return `<table border="1"><tbody>${block.rows.map((row) => `<tr>${row.map((cell) => `<td><p>${escapeXml(cell)}</p></td>`).join('')}</tr>`).join('\n')}</tbody></table>`;
    const middle = Math.floor(block.text.length / 2);
    // Editors of sites cut text into spans wherever a font changes, and break lines of the source anywhere.
    const words = `<span>${escapeXml(block.text.slice(0, middle))}</span>\n<span lang="EN-US">${escapeXml(block.text.slice(middle))}</span>`;
    return `<p${block.kind === 'title' ? ' style="text-align:center"' : ''}>${block.kind === 'paragraph' ? '&emsp;&emsp;' : ''}${words}</p>`;
  });
  return new TextEncoder().encode(
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${name}</title><script>var a='不是正文';</script></head><body><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zfgb/">政府公报栏目</a></li></ul><div id="zoom">${body.join('\n')}</div><p>主办：样洲市人民政府办公室</p></body></html>`,
  );
}

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
