/** The pages: search, status, cite, works, and what is said where there is no answer. */
import type { Day } from '../../domain/model.ts';
import { inMarks } from '../../domain/names/index.ts';
import { stateName } from '../../site/status/words.ts';
import { dayWords, kindName, kindWords, stateWords } from '../../site/words.ts';
import type { CitationResult, CityPlace } from '../cite.ts';
import type { CityAnswer, CityResult } from '../desk.ts';
import { splitId } from '../entries.ts';
import type { City } from '../indices.ts';
import type { Said } from '../national.ts';
import type { CitiesResult, CityHit } from '../search.ts';
import type { NationalWork, WholeWork, WorkList } from '../works.ts';
import { address, type Html, html, marked } from './html.ts';

type Parameters = Readonly<Record<string, string | number | undefined>>;

const horizonWords = (day: Day): string => (day === '' ? '所知止于何日未载' : `所知止于${dayWords(day)}`);

const cityWords = ({ name, horizon }: Pick<City, 'name' | 'horizon'>): string =>
  `${name}（${horizonWords(horizon)}）`;

const workPage = (id: string): string => {
  const { city, work } = splitId(id);
  return `/works/${encodeURIComponent(city)}/${encodeURIComponent(work)}`;
};

function stateMark(state: keyof typeof stateWords, basis?: CityAnswer['basis']): Html {
  const { shape, word, tone } = basis === undefined ? stateWords[state] : stateName(state, basis);
  return html`<span class="state ${tone}">${shape} ${word}</span>`;
}

function select(
  name: string,
  label: string,
  values: readonly (readonly [string, string])[],
  chosen = '',
  usual = '全部',
): Html {
  const options = [['', usual] as const, ...values].map(
    ([value, word]) => html`<option value="${value}"${value === chosen && html` selected`}>${word}</option>`,
  );
  return html`<label><span>${label}</span><select name="${name}">${options}</select></label>`;
}

export interface SearchView {
  query: string;
  parameters: Parameters;
  at: Day;
  limit: number;
  offset: number;
  cities: readonly City[];
  /** Absent where nothing was asked. */
  result?: CitiesResult;
}

export function searchPage({ query, parameters, at, limit, offset, cities, result }: SearchView): Html {
  const link = (more: Parameters): string => address('/search', { ...parameters, ...more });
  const facets = result?.facets;
  const nameOf = (id: string): string => cities.find((city) => city.id === id)?.name ?? id;
  const kept = (
    name: string,
    word: string,
    counted: readonly (readonly [string, number, string])[] = [],
  ): Html => {
    const chosen = String(parameters[name] ?? '');
    const rows = counted.map(([value, count, words]) => [value, `${words}（${count}）`] as const);
    if (chosen !== '' && !rows.some(([value]) => value === chosen)) rows.push([chosen, `${chosen}（0）`]);
    return rows.length > 1 || chosen !== '' ? select(name, word, rows, chosen) : html``;
  };
  return html`<h1>检索</h1>
<form class="portal-form" action="/search" method="get" role="search">
<label class="wide"><span>检索词</span><input type="search" name="q" value="${query}" maxlength="500" autofocus></label>
${kept(
  'city',
  '城市',
  facets?.city.map(([id, count]) => [id, count, nameOf(id)]),
)}
${kept(
  'kind',
  '文种',
  facets?.kind.map(([kind, count]) => [kind, count, kindWords[kind]]),
)}
${kept(
  'issuer',
  '机关',
  facets?.issuer.slice(0, 200).map(([issuer, count]) => [issuer, count, issuer]),
)}
${kept(
  'subject',
  '主题',
  facets?.subject.map(([subject, count]) => [subject, count, subject]),
)}
${kept(
  'state',
  '时效',
  facets?.state.map(([state, count]) => [state, count, stateWords[state].word]),
)}
${kept(
  'year',
  '年份',
  facets?.year.map(([year, count]) => [year, count, year]),
)}
${select(
  'sort',
  '排序',
  [
    ['newest', '新的在前'],
    ['oldest', '旧的在前'],
    ['document', '按文件和条文顺序'],
  ],
  String(parameters['sort'] ?? ''),
  '按相关程度',
)}
<label><span>只查某日的文本</span><input type="date" name="at" value="${parameters['at']}"></label>
<button>检索</button>
</form>
${result && searchResult(result, at, limit, offset, link)}`;
}

function searchResult(
  { query, total, hits, more, messages, suggestions, similar }: CitiesResult,
  at: Day,
  limit: number,
  offset: number,
  link: (more: Parameters) => string,
): Html {
  const told = total === 0 ? `“${query}”没有结果` : `“${query}”共${total}处，时效按${dayWords(at)}说明`;
  const pages = [
    offset > 0 &&
      html`<a rel="prev" href="${link({ offset: Math.max(0, offset - limit) || undefined })}">上一页</a>`,
    more && html`<a rel="next" href="${link({ offset: offset + limit })}">下一页</a>`,
  ];
  return html`<p class="told" role="status">${told}</p>
${messages.map((message) => html`<p class="notice">${message}</p>`)}
<ol class="results" start="${offset + 1}">
${hits.map(hitItem)}
</ol>
${
  suggestions.length > 0 &&
  html`<h2>试试</h2>
<ul>
${suggestions.map(
  (one) =>
    html`<li><a href="${address('/search', { q: one.query })}">${one.query}</a>（${one.reason}，${one.total}处）</li>`,
)}
</ul>`
}
${
  similar.length > 0 &&
  html`<h2>相近的条文</h2>
<ol class="results">
${similar.map(hitItem)}
</ol>`
}
<nav class="pages" aria-label="翻页">${pages}</nav>`;
}

function hitItem(hit: CityHit): Html {
  const {
    title,
    label,
    url,
    kind,
    documentNumber,
    issuer,
    version,
    state,
    past,
    crumbs,
    excerpt,
    marks,
    city,
  } = hit;
  const about = [kindName(kind, title), documentNumber, issuer, version].filter((word) => word);
  return html`<li class="result-group">
<h2><a href="${url}">${title}${label && ` ${label}`}</a></h2>
<p class="about"><a href="${workPage(hit.work)}">${cityWords(city)}</a>
${about.map((word) => html`<span>${word}</span> `)}${stateMark(state)}${past && html` <span class="past-text">旧文本</span>`}</p>
${crumbs.length > 0 && html`<p class="crumbs">${crumbs.join(' › ')}</p>`}
<p class="excerpt">${marked(excerpt, marks)}</p>
</li>`;
}

/** A form of lines: what is asked of the desk and of citations. */
function linesForm(path: string, label: string, lines: string, at: Day): Html {
  return html`<form class="portal-form" action="${path}" method="post">
<label class="wide"><span>${label}</span><textarea name="q" rows="8">${lines}</textarea></label>
<label><span>日期</span><input type="date" name="at" value="${at}"></label>
<button>核对</button>
</form>`;
}

export function statusPage(lines: string, at: Day, results?: readonly CityResult[]): Html {
  const rows = (results ?? []).flatMap((result) => {
    if (result.outcome === 'empty') return [];
    const answers = result.matches ?? [result];
    return answers.map((answer, i) => answerRow(result, answer, i === 0 ? answers.length : 0));
  });
  return html`<h1>时效</h1>
${linesForm('/status', '文件名称、文号，每行一件，最多1000行', lines, at)}
${
  results &&
  html`<table class="answers">
<caption>在${dayWords(at)}的效力</caption>
<thead><tr><th scope="col">行</th><th scope="col">所问</th><th scope="col">文件</th><th scope="col">效力</th><th scope="col">理由和依据</th></tr></thead>
<tbody>
${rows}
</tbody>
</table>`
}`;
}

function answerRow(result: CityResult, answer: CityAnswer, span: number): Html {
  const { work, city, state, basis, reason, evidence, addresses, horizon, sources, address: href } = answer;
  const number = work?.documentNumber ? `（${work.documentNumber}）` : '';
  const name = work ? `${inMarks(work.title)}${number}` : (answer.named ?? '');
  const said = evidence.map(({ text }, i) => {
    const where = addresses[i];
    return html`<li>${where ? html`<a href="${where}">${text}</a>` : text}</li>`;
  });
  const near = result.outcome === 'near' && result.candidates;
  return html`<tr>
${span > 0 && html`<th scope="row" rowspan="${span}">${result.line}</th><td rowspan="${span}">${result.query}</td>`}
<td>${href ? html`<a href="${href}">${name}</a>` : name}${city && html`<br>${cityWords(city)}`}</td>
<td>${stateMark(state, basis)}</td>
<td>${reason}${!city && !sources && horizon !== '' && `（${horizonWords(horizon)}）`}
${answer.doubts.map((doubt) => html`<br>不完整：${doubt}`)}
${said.length > 0 && html`<ul>${said}</ul>`}
${sourceList(sources)}
${
  near &&
  html`<ul>
${near.map(
  (one) =>
    html`<li><a href="${workPage(one.id)}">${inMarks(one.title)}</a>${one.documentNumber && `（${one.documentNumber}）`} ${stateMark(one.state, one.basis)}</li>`,
)}
</ul>`
}</td>
</tr>`;
}

export function citePage(lines: string, at: Day, results: readonly CitationResult[] = []): Html {
  return html`<h1>引用</h1>
${linesForm('/cite', '引用，每行一条：《某办法》第六条第一款第三项', lines, at)}
${results.map(
  ({ query, results: places, candidates, messages }) => html`<section class="cited">
<h2>${query}</h2>
${places.map(citedItem)}
${messages.map(({ reason, city }) => html`<p class="notice">${city && `${city.name}：`}${reason}</p>`)}
${
  candidates.length > 0 &&
  html`<ul>
${candidates.map(
  ({ city, work, title, documentNumber }) =>
    html`<li><a href="${workPage(work)}">${inMarks(title)}</a>${documentNumber && `（${documentNumber}）`} ${city.name}</li>`,
)}
</ul>`
}
</section>`,
)}`;
}

function citedItem({
  citation,
  address: href,
  city,
  version,
  state,
  basis,
  text,
  reason,
  sources,
}: CityPlace): Html {
  return html`<article>
<h3><a href="${href}">${citation}</a></h3>
<p class="about">${city && cityWords(city)} ${version} ${stateMark(state, basis)}</p>
<blockquote>${text.split('\n').map((line) => html`<p>${line}</p>`)}</blockquote>
<p>${reason}</p>
${sourceList(sources)}
</article>`;
}

/** Who tells of a national law, and what each says. */
function sourceList(sources: readonly Said[] | undefined): Html | undefined {
  if (!sources) return undefined;
  return html`<p>据以下文库：</p>
<ul>
${sources.map(
  (source) =>
    html`<li><a href="${source.address}">${cityWords(source.city)}</a> ${stateMark(source.state, source.basis)} ${source.reason}</li>`,
)}
</ul>`;
}

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
${[work.documentNumber, work.issuer, work.version].filter((word) => word).map((word) => html`<span>${word}</span> `)}${stateMark(work.state)}</p></li>`,
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
    html`<li>${from ? `${dayWords(from)}起` : '此前'}${until && `，至${dayWords(until)}前`} ${stateMark(state, basis)} ${reason}</li>`,
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
