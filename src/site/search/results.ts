/**
 * Hits as a page shows them: grouped by document, places inside it, and what to try where there are none. Made with the
 * elements of a browser or as the text of a server.
 */
import { textName } from '../../domain/names/text-name.ts';
import type { SearchResult } from '../../domain/search/search.ts';
import type { HitPlace, SearchHit } from '../../domain/search/types.ts';
import { type Child, type Make, marked } from '../make.ts';
import { kindName, stateWords } from '../words.ts';

interface Group<Hit> {
  head: Hit;
  /** The document itself, where its name or number matched. */
  whole?: Hit;
  places: Hit[];
}

/** Hits of one version together, in the order of the first of them. */
function groupHits<Hit extends SearchHit>(hits: readonly Hit[]): Group<Hit>[] {
  const groups = new Map<string, Group<Hit>>();
  for (const hit of hits) {
    const key = textName(hit.work, hit.version);
    const group = groups.get(key) ?? { head: hit, places: [] };
    groups.set(key, group);
    if (hit.eId === '' && hit.label === '' && hit.crumbs.length === 0 && hit.heading === '')
      group.whole = hit;
    else group.places.push(hit);
  }
  return [...groups.values()];
}

/** Where a list of results leads, and what it says beside. */
export interface Links<Hit extends SearchHit, N> {
  /** The document of a hit. */
  document(hit: Hit): string;
  /** The same search narrowed to a document. */
  inDocument(work: string): string;
  query(query: string): string;
  /** Where else to look when nothing is found, as words: 查看下面的词语索引. */
  elsewhere?: string;
  /** Under a document: whose it is, where that is not plain. */
  beside?(hit: Hit): Child<N>;
}

/** The list of results. */
export function resultList<Hit extends SearchHit, N>(
  make: Make<N>,
  hits: readonly Hit[],
  links: Links<Hit, N>,
): N {
  return make('ol', { class: 'results' }, ...groupHits(hits).map((group) => groupItem(make, group, links)));
}

function groupItem<Hit extends SearchHit, N>(
  make: Make<N>,
  { head, whole, places }: Group<Hit>,
  links: Links<Hit, N>,
): N {
  const { shape, word, tone } = stateWords[head.state];
  const title = whole?.excerpt.startsWith(head.title) ? titleMarks(make, whole) : [head.title];
  const shown = places.length + (whole ? 1 : 0);
  const rest = (head.inDocument ?? shown) - shown;
  const further = rest > 0 ? `这份文件还有${rest}处` : head.moreInDocument ? '这份文件里可能还有' : undefined;
  const front = whole && frontMatter(make, whole);
  return make(
    'li',
    { class: 'result-group' },
    make('h2', {}, make('a', { href: links.document(head), 'data-result': '' }, ...title)),
    make(
      'p',
      { class: 'about' },
      make('span', {}, kindName(head.kind, head.title)),
      head.documentNumber !== undefined && make('span', {}, head.documentNumber),
      head.issuer !== undefined && make('span', {}, head.issuer),
      head.version !== '' && make('span', {}, head.version),
      make('span', { class: `state ${tone}` }, `${shape} ${word}`),
      head.past && make('span', { class: 'past-text' }, '旧文本'),
    ),
    links.beside?.(head),
    ...(head.doubts ?? []).map((doubt) => make('p', { class: 'doubt' }, `${doubt}。`)),
    front,
    places.length > 0 && make('ol', { class: 'places' }, ...places.map((place) => placeItem(make, place))),
    further !== undefined &&
      make(
        'p',
        { class: 'rest' },
        make('a', { href: links.inDocument(head.work), 'data-ask': '', 'data-result': '' }, further),
      ),
  );
}

function titleMarks<N>(make: Make<N>, { title, excerpt, marks }: SearchHit): Child<N>[] {
  const within = marks.filter(([, end]) => end <= title.length);
  return marked(make, excerpt.slice(0, title.length), within);
}

/** What matched in the head or foot of the document, where that is not its title alone. */
function frontMatter<N>(make: Make<N>, hit: SearchHit): N | undefined {
  const { title, excerpt, marks } = hit;
  const outside = marks.some(([, end]) => end > title.length) || !excerpt.startsWith(title);
  return outside ? make('p', { class: 'excerpt' }, ...marked(make, excerpt, marks)) : undefined;
}

function placeItem<N>(make: Make<N>, hit: SearchHit): N {
  const { crumbs, label, heading, places } = hit;
  const name = label !== '' ? label : heading !== '' ? heading : '段落';
  const [first] = places;
  // Several lines hold the words: each is a hit of its own under its article.
  const article = places.length > 1 ? articleOf(places) : undefined;
  return make(
    'li',
    {},
    make(
      'p',
      { class: 'place-line' },
      make(
        'a',
        { href: article ? hit.url.replace(/#.*/, `#${article.eId}`) : hit.url, 'data-result': '' },
        article?.label ?? name,
      ),
      article && make('span', { class: 'lines' }, `${places.length}处`),
      crumbs.length > 0 && make('span', { class: 'crumbs' }, crumbs.join(' › ')),
    ),
    article
      ? make('ol', { class: 'lines' }, ...places.map((line) => lineItem(make, line, article.label)))
      : isBare(label, hit.excerpt)
        ? make('p', { class: 'lacking' }, '原文未载')
        : excerptOf(make, first ?? hit),
  );
}

/** What several lines of an article have in common of their labels: 第三条 of 第三条第一项第1目 and 第三条第二项. */
function articleOf(places: readonly HitPlace[]): { eId: string; label: string } | undefined {
  const [first] = places;
  const eId = /^(?:.*__)?art_\d+(?:-\d+)*/.exec(first!.eId)?.[0];
  const label = /^第[^第]+?条(?:之[^第]{1,3})?/.exec(first!.label)?.[0];
  return eId !== undefined && label !== undefined ? { eId, label } : undefined;
}

function lineItem<N>(make: Make<N>, line: HitPlace, article: string): N {
  const name = line.label.slice(article.length) || article;
  return make('li', {}, make('a', { href: line.url, 'data-result': '' }, name), ' ', excerptOf(make, line));
}

function excerptOf<N>(
  make: Make<N>,
  { excerpt, marks, label }: Pick<HitPlace, 'excerpt' | 'marks' | 'label'>,
): N {
  const cut = repeatedLabel(excerpt, label);
  const shown = marks
    .map(([start, end]): [number, number] => [Math.max(0, start - cut), end - cut])
    .filter(([, end]) => end > 0);
  return make('p', { class: 'excerpt' }, ...marked(make, excerpt.slice(cut), shown));
}

/** True where of an article only its number is held: an older text known from the decision that changed it. */
function isBare(label: string, excerpt: string): boolean {
  return /^第.+条/u.test(label) && excerpt.trim() === label;
}

/** Length of what an excerpt repeats of the place it stands under: `第十条 从事……` under 第十条第一款. */
function repeatedLabel(excerpt: string, label: string): number {
  const [, own = '', gap = ''] =
    /^(第[^\s第]{1,8}条(?:之[^\s]{1,3})?|[^\s]{1,6}?[、.．）)])(\s?)/u.exec(excerpt) ?? [];
  return own !== '' && label.startsWith(own) ? own.length + gap.length : 0;
}

/** A count that is right, or none: how many there may be at most tells a reader nothing. */
const countOf = (total: number, exact: boolean, shown = 0): string => {
  if (exact) return `${total}条`;
  return shown > 0 ? `先列${shown}条，总数未计` : '条数未计';
};

/** The state of the search in one sentence, for the eye and for the ear. */
export function summary({ total, exact, lines, hits, facets, incomplete }: SearchResult): string {
  if (total === 0) return incomplete ? '检索数据读取失败' : '没有结果';
  const count = countOf(total, exact, hits.length);
  const inAll = lines !== undefined && lines > total ? `，共${lines}处` : '';
  const documents = facets ? new Set(facets.work.map(([work]) => work)).size : groupHits(hits).length;
  const all = facets ? documents < 12 : !hits.some(({ inDocument }) => inDocument === undefined);
  return `${all ? `${count}，在${documents}份文件里` : count}${inAll}`;
}

/** Where nothing was found: what may help, and provisions that come near. */
export function emptyState<Hit extends SearchHit, N>(
  make: Make<N>,
  result: Pick<SearchResult, 'suggestions' | 'incomplete'> & { similar: readonly Hit[] },
  links: Links<Hit, N>,
): N[] {
  const { suggestions, similar, incomplete } = result;
  if (incomplete && suggestions.length + similar.length === 0) return [];
  const nothing = make(
    'div',
    { class: 'nothing' },
    !incomplete && make('p', {}, '本库的文本里没有与之完全一致的内容。'),
    suggestions.length > 0 &&
      make(
        'ul',
        {},
        ...suggestions.map(({ query, total, exact, reason }) =>
          make(
            'li',
            {},
            make('a', { href: links.query(query), 'data-ask': '', 'data-result': '' }, query),
            ` ${reason}，${countOf(total, exact)}`,
          ),
        ),
      ),
    suggestions.length === 0 &&
      make(
        'p',
        {},
        `可以换一个更短的词，去掉标点，或只输文号里的数字${links.elsewhere ? `；也可以${links.elsewhere}` : ''}。`,
      ),
    similar.length > 0 && make('h2', {}, '相近的条文'),
    similar.length > 0 && resultList(make, similar, links),
  );
  return [nothing];
}
