/**
 * Two documents of one title, the later of which ended the earlier: a citation from after its day means the later.
 *
 * `道路交通事故处理程序规定` of 2017 ends with 2008年8月17日发布的《道路交通事故处理程序规定》同时废止.
 */

import type { Day, Provision, Version, Work } from '../model.ts';
import { findTitles, type Meant, titleKey } from '../names/index.ts';
import { type Library, versionAt } from './text-meant.ts';

/** What follows the title of a document that a text ends: 同时废止. */
export const ended =
  /^(?:[（(][^（）()]{0,30}[）)])?[^。；\p{Ps}]{0,12}(?:同时|即行|予以|自行)?(?:废止|失效|停止执行|停止施行)/u;

/** The only held candidate, where its own text ends the document of its own title that the others stand for. */
export function successorOf(
  library: Library,
  candidates: readonly Work[],
  day: Day,
): Meant<Work> | undefined {
  const held = candidates.filter(({ versions }) => versions.length > 0);
  const [work] = held;
  const version = work && versionAt(library, work, day);
  if (held.length !== 1 || !work || !version || candidates.length < 2) return undefined;
  return endsItsNamesake(version) ? { work, by: 'title', note: '同名的旧文件已由其废止' } : undefined;
}

function endsItsNamesake({ instrument }: Version): boolean {
  const own = titleKey(instrument.title);
  const says = ({ text, children }: Provision): boolean =>
    findTitles(text).some(
      ({ title, end }) => titleKey(title) === own && ended.test(text.slice(end, end + 40)),
    ) || children.some(says);
  return instrument.provisions.some(says);
}
