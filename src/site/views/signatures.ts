/** Who has read which provisions of a text against print, as readers are told. */
import type { Version } from '../../domain/model.ts';
import { placeNames } from '../../domain/references/index.ts';
import { provisionsOf, signedProvisions } from '../../domain/versions/index.ts';
import { dayWords } from '../words.ts';

/** Provisions of texts, and those of them that are signed. */
export interface SignedShare {
  signed: number;
  all: number;
}

/** How many provisions of the texts are signed; one that is signed with what stands above it counts too. */
export function signedShare(versions: readonly Version[]): SignedShare {
  return versions.reduce(
    ({ signed, all }, version) => ({
      signed: signed + signedProvisions(version).size,
      all: all + new Set(provisionsOf(version.instrument).map(({ eId }) => eId)).size,
    }),
    { signed: 0, all: 0 },
  );
}

/**
 * One sentence for each editor, day and page.
 *
 * art_1 and art_2 signed by 张三 on 2021-03-01, page 4 → `对照印本第4页核对：第一条、第二条（张三，2021年3月1日）`
 */
export function signatureWords({ instrument, signatures = [] }: Version): string[] {
  const names = placeNames(instrument);
  const groups = Map.groupBy(signatures, ({ by, on, page }) => JSON.stringify([by, on, page]));
  return Array.from(groups.values(), (same) => {
    const { by, on, page } = same[0]!;
    const whole = same.some(({ eId }) => eId === undefined);
    const places = same.flatMap(({ eId }) => (eId === undefined ? [] : (names.nameOf(eId) ?? eId)));
    return `对照印本第${page}页核对：${whole ? '全文' : places.join('、')}（${by}，${dayWords(on)}）`;
  });
}
