/** The filters of the results, with the number of hits that each choice would leave. */
import type { Day, InstrumentKind, State } from '../../domain/model.ts';
import type { Facets } from '../../domain/search/types.ts';
import { kindWords, stateWords } from '../words.ts';
import type { Asked } from './address.ts';
import { element } from './dom.ts';

export type Choices = Pick<Asked, 'filters' | 'sort' | 'at'>;

type Option = readonly [value: string, text: string];

const sorts: readonly Option[] = [
  ['relevance', '按相关程度'],
  ['newest', '新的在前'],
  ['oldest', '旧的在前'],
  ['document', '按文件和条文顺序'],
];

/** Fills the form with choices; those in force are kept even where they leave nothing. */
export function showFilters(
  form: HTMLFormElement,
  facets: Facets,
  { filters, sort, at }: Choices,
  today: Day,
): void {
  const counted = ([value, count]: readonly [string, number], name: string): Option => [
    value,
    `${name}（${count}）`,
  ];
  const rows: (HTMLElement | undefined)[] = [
    select('sort', '排序', sorts, sort),
    choice(
      'kind',
      '文种',
      facets.kind.map((row) => counted(row, kindWords[row[0]])),
      filters.kind,
      (value) => kindWords[value as InstrumentKind],
    ),
    choice(
      'issuer',
      '机关',
      facets.issuer.map((row) => counted(row, row[0])),
      filters.issuer,
    ),
    choice(
      'subject',
      '主题',
      facets.subject.map((row) => counted(row, row[0])),
      filters.subject,
    ),
    choice(
      'state',
      '时效',
      facets.state.map((row) => counted(row, stateWords[row[0]].word)),
      filters.state,
      (value) => stateWords[value as State]?.word,
    ),
    choice(
      'year',
      '年份',
      facets.year.map((row) => counted(row, row[0])),
      filters.year,
    ),
    choice(
      'work',
      '文件',
      facets.work.map(([work, count, title]) => counted([work, count], title)),
      filters.work,
    ),
    facets.past > 0 || filters.text !== undefined
      ? choice(
          'text',
          '文本',
          [['latest', '现行文本'], counted(['past', facets.past], '旧文本')],
          filters.text,
        )
      : undefined,
    facets.amended > 0 || filters.amended
      ? choice(
          'amended',
          '修改',
          [counted(['1', facets.amended], '经过修改的')],
          filters.amended ? '1' : undefined,
        )
      : undefined,
  ];
  const day = element('input', { type: 'date', name: 'at', value: at ?? today });
  rows.push(
    element('label', {}, element('span', {}, at === undefined ? '查某日的文本' : '只查这一天的文本'), day),
  );
  form.replaceChildren(...rows.filter((row) => row !== undefined));
}

/** A filter with one choice is no choice, unless it is in force. */
function choice(
  name: string,
  label: string,
  options: readonly Option[],
  chosen: string | undefined,
  nameOf: (value: string) => string | undefined = (value) => value,
): HTMLElement | undefined {
  if (options.length < 2 && chosen === undefined && name !== 'amended' && name !== 'text') return undefined;
  const list: Option[] = [['', '全部'], ...options];
  if (chosen !== undefined && !options.some(([value]) => value === chosen)) {
    list.push([chosen, `${nameOf(chosen) ?? chosen}（0）`]);
  }
  return select(name, label, list, chosen ?? '');
}

function select(name: string, label: string, options: readonly Option[], chosen: string): HTMLElement {
  const box = element('select', { name });
  for (const [value, text] of options) {
    const option = element('option', { value }, text);
    option.selected = value === chosen;
    box.append(option);
  }
  return element('label', {}, element('span', {}, label), box);
}

/** What the form says. */
export function readFilters(form: HTMLFormElement): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') parameters.set(name, value);
  }
  return parameters;
}
