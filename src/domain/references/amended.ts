/**
 * Which text a decision amends, clause by clause.
 *
 * `对《甲条例》作如下修改` governs all that follows; `二、修改《乙办法》` governs its own sub-clauses.
 */

import { ruleKinds } from '../model/instrument-kinds.ts';
import type { Instrument, InstrumentKind, Provision } from '../model.ts';
import { findTitles, titleKey, titlesWithin } from '../names/index.ts';

export interface Amended {
  /** False for a text that amends nothing: its addresses are counted in itself. */
  amends: boolean;
  /** Title amended where a provision stands; undefined where none or several could be meant. */
  of(eId: string): string | undefined;
  /** True where a title is one of those amended. */
  has(title: string): boolean;
}

const verbBefore = /(?:对|将|修改|修订|修正|删去|删除|在)\s*$/;
const verbAfter =
  /^\s*(?:[（(][^（）()]*[）)])?(?:部分条款|有关条款|的?部分内容)?(?:作|做|进行|予以|作出|第[^。]{1,60}?(?:修改|删去|增加|改为))/;

const nothing: Amended = { amends: false, of: () => undefined, has: () => false };

/** Kinds that lay down rules themselves: they cite other texts and amend none. */
const ruling: ReadonlySet<InstrumentKind> = new Set([...ruleKinds, 'plan', 'opinions']);

/** Reads what an instrument amends: a decision or 修正案 always, a notice or a bare text where its words say so. */
export function readAmended(instrument: Instrument): Amended {
  if (ruling.has(instrument.kind)) return nothing;
  const sure = instrument.kind === 'decision' || instrument.kind === 'amendment';
  const whole = fromTitle(instrument.title);
  const byId = new Map<string, string | undefined>();
  const keys = new Set<string>(whole === undefined ? [] : [titleKey(whole)]);
  let said = false;
  let running = whole;
  const walk = (list: readonly Provision[], inherited: string | undefined, top: boolean): void => {
    for (const provision of list) {
      if (provision.quoted) continue;
      const own = amendedIn(`${provision.heading ?? ''}${provision.text}`);
      if (own !== undefined) {
        keys.add(titleKey(own));
        said = true;
      }
      // An enacting line governs what follows it, not only what hangs under it.
      if (own !== undefined && top && provision.type !== 'level') running = own;
      const here = own ?? (top ? running : inherited);
      byId.set(provision.eId, here);
      walk(provision.children, here, false);
    }
  };
  walk(instrument.provisions, undefined, true);
  if (!sure && !said) return nothing;
  return {
    amends: true,
    of: (eId) => {
      // Quoted paragraphs are not in the map: the clause that quotes them is.
      for (let id = eId; id !== ''; id = id.slice(0, Math.max(0, id.lastIndexOf('__')))) {
        if (byId.has(id)) return byId.get(id);
      }
      return running;
    },
    has: (title) => keys.has(titleKey(title)),
  };
}

/** `关于修改〈甲〉的决定` → 甲; `中华人民共和国刑法修正案（十二）` → 中华人民共和国刑法. Several titles give none. */
function fromTitle(title: string): string | undefined {
  const amendment = /^(.+?)修正案(?:（[^（）]*）|\([^()]*\))?(?:（草案）)?$/.exec(title);
  if (amendment) return amendment[1];
  const nested = titlesWithin(title);
  return nested.length === 1 ? nested[0] : undefined;
}

const headBefore = /^\s*(?:修改|修订|对|关于修改)?$/;
const headAfter = /^(?:作(?:出|如下)?修改|作如下修改)?[：:。]?\s*$/;

function amendedIn(text: string): string | undefined {
  const titles = findTitles(text).filter(
    ({ start, end }) =>
      verbBefore.test(text.slice(Math.max(0, start - 4), start)) && verbAfter.test(text.slice(end)),
  );
  if (titles.length === 1) return titles[0]!.title;
  // 修改《…》 as the whole of a section's head line.
  const [whole, ...more] = titles.length === 0 ? findTitles(text) : [];
  if (!whole || more.length > 0 || !headBefore.test(text.slice(0, whole.start))) return undefined;
  return headAfter.test(text.slice(whole.end)) ? whole.title : undefined;
}
