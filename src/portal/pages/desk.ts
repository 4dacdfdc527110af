/** The pages for lines: what is in force, and what is cited. */
import type { Day } from '../../domain/model.ts';
import { inMarks } from '../../domain/names/index.ts';
import { type Html, html, makeHtml } from '../../site/html.ts';
import { type RowContext, rowsOf } from '../../site/status/rows.ts';
import { dayWords } from '../../site/words.ts';
import type { CitationResult, CityPlace } from '../cite.ts';
import type { CityAnswer, CityResult } from '../desk.ts';
import { workPage } from './addresses.ts';
import { cityWords, sourceList, stateOf } from './pieces.ts';

/** A form of lines: what is asked of the desk and of citations. */
function linesForm(path: string, label: string, lines: string, at: Day): Html {
  return html`<form class="portal-form" action="${path}" method="post">
<label class="wide"><span>${label}</span><textarea name="q" rows="8">${lines}</textarea></label>
<label><span>日期</span><input type="date" name="at" value="${at}"></label>
<button>核对</button>
</form>`;
}

const context: RowContext<CityAnswer, Html> = {
  // Evidence of another document is named by its own words: what they lead to tells whose they are.
  titleOf: () => undefined,
  document: ({ id }, answer) => answer?.address ?? workPage(id),
  evidence: ({ addresses }, i) => addresses[i],
  beside: ({ city }) => city && html`<span class="about">${cityWords(city)}</span>`,
  behind: ({ sources }) => sourceList(sources),
  all: false,
};

export function statusPage(lines: string, at: Day, results?: readonly CityResult[]): Html {
  const rows = (results ?? [])
    .filter(({ outcome }) => outcome !== 'empty')
    .flatMap((result) => rowsOf<CityAnswer, Html>(makeHtml, result, context));
  return html`<h1>时效</h1>
${linesForm('/status', '文件名称、文号，每行一件，最多1000行', lines, at)}
${
  results &&
  html`<table class="desk-table">
<caption>在${dayWords(at)}的效力</caption>
<thead><tr><th scope="col">文件</th><th scope="col">效力</th><th scope="col">理由与依据</th></tr></thead>
<tbody>${rows}</tbody>
</table>`
}`;
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
<p class="about">${city && cityWords(city)} ${version} ${stateOf(state, basis)}</p>
<blockquote>${text.split('\n').map((line) => html`<p>${line}</p>`)}</blockquote>
<p>${reason}</p>
${sourceList(sources)}
</article>`;
}
