/** What the archive holds and up to when it has looked. */
import type { Holdings } from '../holdings.ts';
import { dayWords } from '../words.ts';
import { issueName, latestFirst } from './issue.ts';
import { type SignedShare, signedShare } from './signatures.ts';

export interface AboutView {
  holds: string;
  limits: string;
  /** How much of the texts has been read against print; absent where nothing has. */
  signed?: string;
  /** Why the texts are no standard text. */
  nonstandard: string;
  /** How many facts two places print differently: （3处）. */
  disagreements: string;
}

/** `编者已对照印本核对12条，占全部480条的2.5%。` */
function signedWords({ signed, all }: SignedShare): string {
  const part = ((signed / all) * 100).toFixed(1);
  return `编者已对照印本核对并签名${signed}条，占全部${all}条（款、项分别计算）的${part}%；哪些条文由谁、何时、对照第几页核对，见各文本的“依据”。`;
}

export function aboutView(holdings: Holdings): AboutView {
  const { horizon } = holdings.archive;
  const issues = latestFirst(holdings);
  const works = Array.from(holdings.works.values());
  const held = works.filter((work) => work.versions.length > 0).length;
  const named = works.length - held;
  const printed = issues.length > 0 ? `公报${issues.length}期（${spanOf(issues.map(issueName))}），` : '';
  const share = signedShare(
    works.flatMap(({ versions }) => versions.filter(({ origin }) => origin === 'published')),
  );
  return {
    ...(share.signed > 0 ? { signed: signedWords(share) } : {}),
    holds: `${printed}文本${held}份${named > 0 ? `；另有${named}份文件只知其名` : ''}。`,
    limits: `本库只知道所收文件写明的事${horizon ? `，资料截至${dayWords(horizon)}` : ''}。此后有无修改、废止，本库未收的文件有无规定，都不能从这里断定。`,
    disagreements: `（${holdings.archive.disagreements.length}处）`,
    nonstandard:
      issues.length > 0
        ? '按照《规章制定程序条例》，政府公报上刊登的规章文本为标准文本。本站的文本由公报源文件析出，接回了被换行、换页切断的句子，统一了全角与半角，便于阅读和引用，但不能代替公报原件。'
        : '正式文本是发布机关公布的文本。本站的文本由所收文件析出，接回了被换行、换页切断的句子，统一了全角与半角，便于阅读和引用，但不能代替正式文本。',
  };
}

/** Three issues are named; of more, the first and the last. */
function spanOf(latestFirst: readonly string[]): string {
  return latestFirst.length > 3 ? `${latestFirst.at(-1)}至${latestFirst[0]}` : latestFirst.join('、');
}
