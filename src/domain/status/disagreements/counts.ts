/** The number of documents that a list says it has, held against what it lists: （共12件）, eleven lines. */
import type { Disagreement, Evidence, Provision, Version } from '../../model.ts';
import { numeralClass, parseNumeral } from '../../text/numerals.ts';
import { listedIn, listsThings } from '../sentences/listed.ts';
import { ownProvisions, ownText } from '../sentences/sentences.ts';

const stated = new RegExp(
  `(?:共计?|等|下列|以下|如下)?([${numeralClass}]{1,4})(?:件|份|部)(?![^，。；：（）]{0,6}以上)`,
);
const listing = /(?:目录|清单|一览表|汇总表|文件|规章|法规)/;

/** A list with the words that lead it, and the lines in it. */
interface List {
  words: string;
  eId: string;
  rows: readonly Provision[];
}

export function countsAtOdds({ work, date, instrument }: Version): Disagreement[] {
  const annexes = instrument.annexes
    .filter(({ title, missing }) => !missing && listing.test(title) && !listsThings(title))
    .map(
      ({ title, provisions }): List => ({
        words: title,
        eId: provisions[0]?.eId ?? '',
        rows: Array.from(ownProvisions(provisions)),
      }),
    );
  return [...annexes, ...listsIn(instrument.provisions)].flatMap(({ words, eId, rows }) => {
    const count = parseNumeral(stated.exec(words.replace(/\s/g, ''))?.[1] ?? '');
    const listed = rows.flatMap(listedIn);
    if (count === undefined || listed.length < 2 || listed.length === count) return [];
    const evidence = (text: string, at: string): Evidence => ({ instrument: instrument.id, eId: at, text });
    const last = listed.at(-1)!;
    return [
      {
        work,
        version: date,
        about: 'count' as const,
        sides: [
          { says: `写明${count}件`, evidence: evidence(words, eId) },
          { says: `列出${listed.length}件`, evidence: evidence(last.text, last.eId) },
        ],
      },
    ];
  });
}

/** 废止下列文件（共3件）： and the numbered lines below it, up to the next line that leads a list. */
function listsIn(provisions: readonly Provision[]): List[] {
  const lists: List[] = [];
  let open: { words: string; eId: string; rows: Provision[] } | undefined;
  for (const provision of provisions) {
    if (provision.quoted) continue;
    const words = ownText(provision).trim();
    if (
      /(?:废止|失效|停止执行|继续有效|保留|修改)/.test(words) &&
      /[：:]$/.test(words) &&
      listing.test(words)
    ) {
      open = { words, eId: provision.eId, rows: Array.from(ownProvisions(provision.children)) };
      lists.push(open);
    } else if (open && listedIn(provision).length > 0) {
      open.rows.push(...ownProvisions([provision]));
    } else {
      open = undefined;
      lists.push(...listsIn(provision.children));
    }
  }
  return lists;
}
