/** How a decision names the texts that it amends: in its head, and by short names of its own. */
import { findShortNames, findTitles, mask } from '../../names/index.ts';
import { isBareTitle } from '../text/titles.ts';
import type { DecisionLine } from './lines.ts';

/** True for the title of a decision itself: 国务院关于修改部分行政法规的决定. */
export function isDecisionTitle(title: string): boolean {
  return /(?:修改|修正|修订|废止|调整)[^⟦⟧]*的?(?:决定|决议|命令|公告|通知|修正案)$/.test(mask(title));
}

/**
 * The texts that a line of the head names; what stands in brackets behind a title names none.
 *
 * `决定对《关于甲案件的解释》（法释〔2009〕19号，以下简称《解释》）作如下修改` → 关于甲案件的解释
 */
export function headTitles(text: string): string[] {
  let depth = 0;
  let at = 0;
  return findTitles(text).flatMap(({ title, start, end }) => {
    for (const c of text.slice(at, start)) {
      if (c === '（' || c === '(') depth++;
      else if (c === '）' || c === ')') depth = Math.max(0, depth - 1);
    }
    at = end;
    return depth > 0 ? [] : [title];
  });
}

/**
 * Short names of texts, each with the title that it stands for.
 *
 * `《甲案件的解释》（以下简称《解释》）` → 解释: 甲案件的解释
 */
export function shortNames(lines: readonly DecisionLine[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { text } of lines) {
    const titles = findTitles(text);
    let next = 0;
    for (const given of findShortNames(text)) {
      while (next < titles.length && titles[next]!.end <= given.start) next++;
      const title = titles[next - 1]?.title;
      for (const name of title === undefined ? [] : given.names)
        if (!names.has(name)) names.set(name, title!);
    }
  }
  return names;
}

const generic = /^(?:本|该|原)?(?:法|条例|规定|办法|细则|规则|解释|章程|规程|意见)(?:正文)?$/;

/** 本条例, 《办法》: names that tell no text from another. */
export function isGeneric(name: string): boolean {
  return generic.test(name);
}

const note =
  /[（(](?:[^（）()]|[（(][^（）()]*[）)])*(?:号|发布|公布|通过|印发)(?:[^（）()]|[（(][^（）()]*[）)])*[）)]$/;

/** `甲办法（1994年9月29日市人民政府第15号令发布）` → 甲办法 */
function withoutNote(title: string): string {
  return title.length > longestTitle ? title : title.replace(note, '');
}

const longestTitle = 400;

const opener =
  /^(?:(?:同时|相应地?|另外|此外)[，,])?(?:(?:在|将|把|对)[^，。；：“]{0,40}第[^，。；“]{1,30}(?:条|款|项|章|节)|(?:删[去除]|增加)[^，。；“]{0,20}[条款项章节]|修改\p{Ps}|本(?:决定|修正案)自|第[^，。；“]{1,20}[条款项](?:第[^，。；“]{1,8}[款项])?(?:修改为|改为|增加)|将(?:名称|引言|标题))/u;

/** True where words open a clause that changes something. */
export function opensClause(rest: string): boolean {
  return opener.test(rest);
}

/** `九、修改《…》`, `（一）《…》`, `一、对《…》作出修改`: the title of a section. */
export function sectionTitle(text: string): string | undefined {
  const plain = text.replace(/(?<![：:。，；])[：:。，；]+$/, '');
  const [first, ...more] = findTitles(plain);
  if (first && more.length === 0) {
    const around = plain.slice(0, first.start) + plain.slice(first.end);
    if (around.replace(section, '') === '') return first.title;
  }
  const bare = withoutNote(plain);
  return !first && isBareTitle(bare) ? bare : undefined;
}

const section =
  /(?:现?决定|将|关于|对于?|修改|修正|修订|作(?:出|了|如下|以下|下列)*|做(?:出|了|如下|以下)*|如下|以下|予以|部分(?:条款|条文|内容)|有关(?:条款|条文|规定)|的|进行|[（(][^（）()]*[）)]|\s|　)/g;
