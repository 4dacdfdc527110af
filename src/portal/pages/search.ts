/** The page of a search: its form, its counts, and the hits as the pages of a city show them. */
import type { Day } from '../../domain/model.ts';
import { type Html, html, makeHtml } from '../../site/html.ts';
import { emptyState, type Links, resultList, summary } from '../../site/search/results.ts';
import { dayWords, kindWords, stateWords } from '../../site/words.ts';
import type { City } from '../indices.ts';
import type { CitiesResult, CityHit } from '../search.ts';
import { address, type Parameters, workPage } from './addresses.ts';
import { cityWords, select, sourceList } from './pieces.ts';

/** Issuers that the form lists. */
const mostIssuers = 200;

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
    const several = [parameters[name] ?? []].flat();
    if (several.length > 1) {
      const inputs = several.map((value) => html`<input type="hidden" name="${name}" value="${value}">`);
      return html`<p>${word}：${several.map((value) => nameOf(String(value))).join('、')}${inputs}</p>`;
    }
    const chosen = String(several[0] ?? '');
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
  facets && facets.issuer.length > mostIssuers
    ? `机关（${facets.issuer.length}个，只列前${mostIssuers}个）`
    : '机关',
  facets?.issuer.slice(0, mostIssuers).map(([issuer, count]) => [issuer, count, issuer]),
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
  result: CitiesResult,
  at: Day,
  limit: number,
  offset: number,
  link: (more: Parameters) => string,
): Html {
  const { query, total, hits, more, messages } = result;
  const links: Links<CityHit, Html> = {
    document: ({ url }) => url.replace(/#.*/, ''),
    inDocument: (work) => link({ work, offset: undefined }),
    query: (q) => address('/search', { q }),
    beside: ({ work, city, sources }) =>
      html`<p class="about"><a href="${workPage(work)}">${cityWords(city)}</a></p>${sourceList(sources)}`,
  };
  const told = total === 0 ? `“${query}”没有结果` : `“${query}”${summary(result)}，时效按${dayWords(at)}说明`;
  const pages = [
    offset > 0 &&
      html`<a rel="prev" href="${link({ offset: Math.max(0, offset - limit) || undefined })}">上一页</a>`,
    more && html`<a rel="next" href="${link({ offset: offset + limit })}">下一页</a>`,
  ];
  return html`<p class="told" role="status">${told}</p>
${messages.map((message) => html`<p class="notice">${message}</p>`)}
${hits.length > 0 ? resultList(makeHtml, hits, links) : total === 0 && emptyState(makeHtml, result, links)}
<nav class="pages" aria-label="翻页">${pages}</nav>`;
}
