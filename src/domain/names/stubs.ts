/**
 * Works that the archive knows by name only: one for each number or title that texts name and nothing holds.
 *
 * `《乙条例》` in a preamble → a work without versions, so that it has a page and can say who cites it.
 */
import type { Work } from '../model.ts';
import { documentNumberKey, parseDocumentNumber } from './document-number.ts';
import { instrumentId, titleId } from './identity.ts';
import { isDocumentTitle, kindOf } from './kinds.ts';
import type { Mention } from './mention.ts';
import { issuersOf } from './organs.ts';
import type { Register } from './register.ts';
import { titleKey } from './title.ts';

export class Stubs {
  readonly works: Work[] = [];
  readonly #register: Register<Work>;
  readonly #byKey = new Map<string, Work>();
  readonly #byId = new Map<string, Work>();

  /**
   * @param register of the works that are held or registered
   * @param numbered works registered by a number alone: they take the title that a text gives them
   */
  constructor(register: Register<Work>, numbered: readonly Work[] = []) {
    this.#register = register;
    for (const one of numbered) this.#enter({ ...one }, documentNumberKey(one.documentNumber!));
  }

  /** The work that a text does something to, made where there is none yet. */
  take(about: Mention, teller: string): Work {
    const found = this.#find(about, teller);
    return found ? this.#learn(found, about) : this.#make(about, this.#keyOf(about, teller));
  }

  /** Takes down a document that a text only cites; one of the title of a known work is no new one without a number. */
  cite(about: Mention): void {
    const found = this.#find(about);
    if (found) this.#learn(found, about);
    else if (isDocument(about) && (about.number || !this.#isNamesake(about)))
      this.#make(about, this.#keyOf(about));
  }

  /** The work that a mention is, where there is one. */
  known(about: Mention): Work | undefined {
    return this.#find(about);
  }

  #isNamesake({ title = '' }: Mention, teller = ''): boolean {
    const key = titleKey(title);
    return key !== '' && (key === titleKey(teller) || this.#register.hasTitle(title));
  }

  /** Key of the title; of a title that a known work has, with the year that tells the other one apart. */
  #keyOf(about: Mention, teller?: string): string {
    const key = titleKey(about.title ?? '');
    return this.#isNamesake(about, teller) ? `${key} ${about.date ?? about.year ?? '旧'}` : key;
  }

  /** By number first; two titles with different numbers are two documents. */
  #find(about: Mention, teller?: string): Work | undefined {
    const number = about.number && documentNumberKey(about.number);
    const numbered = number ? this.#byKey.get(number) : undefined;
    const titled = about.title ? this.#byKey.get(this.#keyOf(about, teller)) : undefined;
    const apart = number && titled?.documentNumber && titled.documentNumber !== number;
    return numbered ?? (apart ? undefined : titled);
  }

  #make(about: Mention, key: string): Work {
    const number = about.number && documentNumberKey(about.number);
    const title = about.title ?? about.number!;
    const name = key.includes(' ') ? key : title;
    const kind = kindOf(title.replace(/\s/g, ''));
    const documentNumber = number ? { documentNumber: number } : {};
    const wanted = instrumentId({ title: name, kind, ...documentNumber });
    const taken = (id: string) => this.#register.works.has(id) || this.#byId.has(id);
    const id = taken(wanted) ? `${titleId(`${name}${number ?? ''}`)}-${this.works.length}` : wanted;
    const issuer = about.issuer ?? issuersOf(title);
    const work: Work = {
      id,
      title,
      kind,
      aliases: [],
      versions: [],
      carries: [],
      ...documentNumber,
      ...(issuer ? { issuer } : {}),
    };
    return this.#enter(work, ...(number ? [number] : []), ...(about.title ? [key] : []));
  }

  #enter(work: Work, ...keys: string[]): Work {
    this.works.push(work);
    this.#byId.set(work.id, work);
    for (const key of keys) if (!this.#byKey.has(key)) this.#byKey.set(key, work);
    return work;
  }

  /** The longer title is the fuller one (a list names the issuers, the clause leaves them out); the other an alias. */
  #learn(work: Work, about: Mention): Work {
    const { title = '' } = about;
    const number = about.number && documentNumberKey(about.number);
    const issuer = about.issuer ?? issuersOf(title);
    if (issuer) work.issuer ??= issuer;
    if (number) {
      work.documentNumber ??= number;
      if (!this.#byKey.has(number)) this.#byKey.set(number, work);
    }
    if (title === '' || titleKey(title) === titleKey(work.title)) return work;
    const nameless = parseDocumentNumber(work.title) !== undefined;
    const longer = nameless || title.length > work.title.length;
    const [full, alias] = longer ? [title, work.title] : [work.title, title];
    work.title = full;
    work.kind = kindOf(full.replace(/\s/g, ''));
    if (!nameless && !work.aliases.includes(alias)) work.aliases.push(alias);
    if (!this.#byKey.has(titleKey(title))) this.#byKey.set(titleKey(title), work);
    return work;
  }
}

/** 《…条例》 and what has a number are documents; 《…许可证》, 《…申请表》 and books are not. */
function isDocument({ title, number }: Mention): boolean {
  if (number !== undefined && parseDocumentNumber(number)?.organ) return true;
  return title !== undefined && isDocumentTitle(title);
}
