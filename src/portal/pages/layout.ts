/** What every page of the portal has around it. */
import { type Html, html } from '../../site/html.ts';

export interface Frame {
  /** Name of the portal. */
  name: string;
}

const doors = [
  ['/search', '检索'],
  ['/status', '时效'],
  ['/cite', '引用'],
  ['/works', '文件'],
] as const;

/** A whole page. */
export function page({ name }: Frame, title: string, path: string, body: Html): string {
  const links = doors.map(
    ([href, word]) => html`<a href="${href}"${href === path && html` aria-current="page"`}>${word}</a>`,
  );
  return `<!doctype html>\n${
    html`<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${name}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="portal-head">
<a class="portal-name" href="/">${name}</a>
<nav aria-label="栏目">${links}</nav>
</header>
<main id="main" tabindex="-1">
${body}
</main>
<footer class="portal-foot">
<p>各地文库各自负责其内容；每条结果都写明出自哪里、所知止于何日。没有写明的是未知，不是“无效”。</p>
<p><a href="/openapi.json">接口说明（OpenAPI）</a></p>
</footer>
</body>
</html>`.text
  }\n`;
}
