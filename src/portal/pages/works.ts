/** The pages of works: lists, one work with its life, national laws, and what is said where there is no answer. */
import type { Day } from '../../domain/model.ts';
import { inMarks } from '../../domain/names/index.ts';
import { type Html, html } from '../../site/html.ts';
import { dayWords, kindWords, stateWords } from '../../site/words.ts';
import type { City } from '../indices.ts';
import type { NationalWork, WholeWork, WorkList } from '../works.ts';
import { address, type Parameters, workPage } from './addresses.ts';
import { cityWords, horizonWords, select, sourceList, stateOf } from './pieces.ts';

export function worksPage(list: WorkList, parameters: Parameters, at: Day, cities: readonly City[]): Html {
  const pick = (name: string): string => String(parameters[name] ?? '');
  return html`<h1>文件</h1>
<form class="portal-form" action="/works" method="get">
<label class="wide"><span>名称或文号中的字</span><input type="search" name="title" value="${pick('title')}" maxlength="200"></label>
${select(
  'city',
  '城市',
  cities.map(({ id, name }) => [id, name]),
  pick('city'),
)}
${select('kind', '文种', Object.entries(kindWords), pick('kind'))}
${select(
  'state',
  '时效',
  Object.entries(stateWords).map(([state, { word }]) => [state, word]),
  pick('state'),
)}
<label><span>日期</span><input type="date" name="at" value="${at}"></label>
<button>列出</button>
</form>
<p class="told" role="status">共${list.total}件 · <a href="/works/national">各地共同所据的国家法律、法规</a></p>
<ol class="works">
${list.works.map(
  (work) =>
    html`<li><a href="${work.address}">${inMarks(work.title)}</a>
<p class="about"><a href="${workPage(work.work)}">${cityWords(work.city)}</a>
${[work.documentNumber, work.issuer, work.version].filter((word) => word).map((word) => html`<span>${word}</span> `)}${stateOf(work.state)}</p>${sourceList(work.sources)}</li>`,
)}
</ol>
<nav class="pages" aria-label="翻页">${list.after !== undefined && html`<a rel="next" href="${address('/works', { ...parameters, after: list.after })}">下一页</a>`}</nav>`;
}

export function workPageView({ city, work, life, events, elsewhere }: WholeWork): Html {
  return html`<h1>${inMarks(work.title)}</h1>
<p class="about">${cityWords(city)} ${[work.documentNumber, work.registryNumber, work.issuer].filter((word) => word).map((word) => html`<span>${word}</span> `)}</p>
<p><a href="${work.address}">到该文库看全文</a></p>
<h2>效力</h2>
<ol>
${life.map(
  ({ from, until, state, basis, reason }) =>
    html`<li>${from ? `${dayWords(from)}起` : '此前'}${until && `，至${dayWords(until)}前`} ${stateOf(state, basis)} ${reason}</li>`,
)}
</ol>
${
  work.versions.length > 0
    ? html`<h2>文本</h2>
<ul>
${work.versions.map(({ date, address: href }) => html`<li><a href="${href}">${date === '' ? '未载日期的文本' : `${dayWords(date)}的文本`}</a></li>`)}
</ul>`
    : html`<p class="notice">只知其名，没有收录原文。</p>`
}
<h2>依据</h2>
<ul>
${events.map(
  ({ date, evidence, address: href }) =>
    html`<li>${date && dayWords(date)} ${href ? html`<a href="${href}">${evidence.text}</a>` : evidence.text}</li>`,
)}
</ul>
${
  elsewhere.length > 0 &&
  html`<h2>其他文库也载有</h2>
<ul>
${elsewhere.map((other) => html`<li><a href="${other.address}">${cityWords(other.city)}</a>${!other.held && '（只知其名）'}</li>`)}
</ul>`
}`;
}

export function nationalPage(works: readonly NationalWork[], after: string | undefined): Html {
  return html`<h1>国家法律、法规</h1>
<p>各地文库提到或收录的同一部法律、法规合为一件，并列出所据的文库。</p>
<ol class="works">
${works.map(
  ({ title, documentNumber, sources }) =>
    html`<li><strong>${inMarks(title)}</strong>${documentNumber && `（${documentNumber}）`}
<ul>
${sources.map((source) => html`<li><a href="${source.address}">${cityWords(source.city)}</a>${!source.held && '（只知其名）'}</li>`)}
</ul></li>`,
)}
</ol>
<nav class="pages" aria-label="翻页">${after !== undefined && html`<a rel="next" href="${address('/works/national', { after })}">下一页</a>`}</nav>`;
}

export function homePage(cities: readonly City[]): Html {
  return html`<h1>多城检索</h1>
<form class="portal-form" action="/search" method="get" role="search">
<label class="wide"><span>检索词</span><input type="search" name="q" maxlength="500" autofocus></label>
<button>检索</button>
</form>
<h2>已收${cities.length}个文库</h2>
<ul class="cities">
${cities.map(
  ({ name, home, horizon, counts }) =>
    html`<li><a href="${home}">${name}</a> 文件${counts.works}件，条文${counts.provisions}条，${horizonWords(horizon)}</li>`,
)}
</ul>`;
}

/** What is said where there is no answer. */
export function sorryPage(title: string, reason: string): Html {
  return html`<h1>${title}</h1>
<p class="notice" role="alert">${reason}</p>
<p><a href="/">回到首页</a></p>`;
}
