/** Words and small pieces that several pages of the portal have in common. */
import type { Basis, Day, State } from '../../domain/model.ts';
import { type Html, html, makeHtml } from '../../site/html.ts';
import { stateMark } from '../../site/status/rows.ts';
import { dayWords, stateWords } from '../../site/words.ts';
import type { NamedCity } from '../indices.ts';

/** How far an archive has looked. */
export const horizonWords = (day: Day): string =>
  day === '' ? '所知止于何日未载' : `所知止于${dayWords(day)}`;

export const cityWords = ({ name, horizon }: Pick<NamedCity, 'name' | 'horizon'>): string =>
  `${name}（${horizonWords(horizon)}）`;

/** The mark of a state, as the pages of a city have it; without a ground, the state alone. */
export const stateOf = (state: State, basis?: Basis): Html => {
  if (basis !== undefined) return stateMark(makeHtml, { state, basis });
  const { shape, word, tone } = stateWords[state];
  return html`<span class="state ${tone}">${shape} ${word}</span>`;
};

/** A choice of a form. */
export function select(
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

/** Who tells of a national law, and what each says. */
export function sourceList(
  sources: readonly {
    city: NamedCity;
    state: State;
    basis?: Basis;
    reason?: string;
    held?: boolean;
    address: string;
  }[] = [],
): Html | undefined {
  if (sources.length === 0) return undefined;
  const items = sources.map(
    ({ city, state, basis, reason, held, address }) =>
      html`<li><a href="${address}">${cityWords(city)}</a>${held === false && '（只知其名）'} ${stateOf(state, basis)} ${reason}</li>`,
  );
  return html`<details class="sources" open>
<summary>据${sources.length}个文库</summary>
<ul>${items}</ul>
</details>`;
}
