/** Which work a title or a 文号 names. Two candidates give a reason, never one of them. */
import type { Day, Work } from '../model.ts';
import { bareNames, documentNumberKey, nationalLaws, titleKey } from '../names/index.ts';
import type { WorkIndex } from './work-index.ts';

export interface WorkFound {
  ok: true;
  work: Work;
  /** Day of the text that the number belongs to. */
  date?: Day;
  /** What had to be assumed, in Chinese. */
  note?: string;
  /** Of a bare name, the words that are the name, where the run holds more. */
  words?: string;
}

export interface WorkNotFound {
  ok: false;
  reason: string;
  candidates: readonly Work[];
  words?: string;
}

export interface WorkName {
  title?: string;
  /** The title has no 《》 and may begin with words that are not its own. */
  bare?: boolean;
  documentNumber?: string;
  /** The body named before the title, which tells two documents of one title apart. */
  by?: string;
  /** Work that is not meant, whatever its title. */
  not?: string;
}

/**
 * Looks a work up, by number first: a title is shortened and misprinted more often than a number.
 *
 * `{ title: '关于…收费的通知', documentNumber: '湛发改价格〔2015〕26号' }` → the work of that number, with a note where its title
 * reads otherwise
 */
export function lookUpWork(index: WorkIndex, name: WorkName): WorkFound | WorkNotFound {
  const { title, documentNumber } = name;
  if (documentNumber !== undefined) {
    const key = documentNumberKey(documentNumber);
    const named = index.byNumber.get(key) ?? [];
    const fitting =
      named.length > 1 && title !== undefined ? named.filter(({ work }) => sameTitle(work, title)) : named;
    if (fitting.length === 1) {
      const { work, date } = fitting[0]!;
      const differs = title !== undefined && !sameTitle(work, title);
      return {
        ok: true,
        work,
        ...(date ? { date } : {}),
        ...(differs ? { note: `按文号${key}对应；其标题作“${work.title}”` } : {}),
      };
    }
    if (named.length > 1)
      return none(
        `文号${key}对应${named.length}件文件，无法确定是哪一件`,
        named.map(({ work }) => work),
      );
    if (title === undefined) return none(`本档案未收录${key}`, []);
  }
  return byTitle(index, title!, name);
}

function byTitle(index: WorkIndex, title: string, name: WorkName): WorkFound | WorkNotFound {
  for (const words of name.bare ? bareNames(title) : [title]) {
    const own = words === title ? {} : { words };
    const fitting = fittingOf(index.byTitle.get(titleKey(words)) ?? [], name);
    if (fitting.length === 1) return { ok: true, work: fitting[0]!, ...own };
    if (fitting.length > 1)
      return { ...none(`有${fitting.length}件文件名为《${words}》，无法确定是哪一件`, fitting), ...own };
    if (name.bare && nationalLaws.has(titleKey(words)))
      return { ...none(`本档案未收录《${words}》`, []), ...own };
  }
  const tail = titleKey(title);
  const fitting = fittingOf(tail.startsWith('关于') ? (index.byTail.get(tail) ?? []) : [], name);
  if (fitting.length === 1) {
    return { ok: true, work: fitting[0]!, note: `按略去发文机关的标题对应《${fitting[0]!.title}》` };
  }
  if (fitting.length > 1)
    return none(`有${fitting.length}件文件的标题为“${title}”，无法确定是哪一件`, fitting);
  return none(`本档案未收录《${title}》`, []);
}

/** Without those known under another number; of several, those of the body named. */
function fittingOf(all: readonly Work[], { documentNumber, by, not }: WorkName): readonly Work[] {
  const works = not === undefined ? all : all.filter(({ id }) => id !== not);
  const numbered =
    documentNumber === undefined ? works : works.filter((work) => mayHaveNumber(work, documentNumber));
  if (numbered.length < 2 || by === undefined) return numbered;
  const issued = numbered.filter(({ issuer }) => issuer?.includes(by));
  return issued.length > 0 ? issued : numbered;
}

/** A work known under another number is another document of the same title. */
function mayHaveNumber(work: Work, documentNumber: string): boolean {
  return (
    work.documentNumber === undefined ||
    documentNumberKey(work.documentNumber) === documentNumberKey(documentNumber)
  );
}

function sameTitle(work: Work, title: string): boolean {
  return [work.title, ...work.aliases].some((name) => titleKey(name) === titleKey(title));
}

function none(reason: string, candidates: readonly Work[]): WorkNotFound {
  return { ok: false, reason, candidates };
}
