/** What a decision says of the text that it amends: found by its title, counted before the change or after. */
import type { Version, Work } from '../model.ts';
import type { FoundReference } from './found.ts';
import { inText, type Outcome, type Resolver } from './outcome.ts';
import { answersTo } from './self-words.ts';
import { versionAfter, versionBefore } from './text-meant.ts';

/** An address: 删去第六条第二款 in the text before, 作为第五条 in the text after. */
export function resolveAmended(found: FoundReference, { version, library, cache }: Resolver): Outcome {
  if (found.of === undefined) return { reason: '本决定未写明此处修改哪一件文件，或者写有多件' };
  const looked = library.register.lookUp({ title: found.of });
  if (!looked.work) return { reason: looked.reason };
  const { work } = looked;
  const text = textOf(found, work, version);
  if (!text) {
    const when = found.side === 'before' ? '修改前' : '修改后';
    return {
      target: { work: work.id },
      reason: `“${found.text}”指《${work.title}》${when}的文本，本档案未收录`,
    };
  }
  const first = found.locator!.steps[0]!;
  if (found.side === 'after' && (first.relative !== undefined || first.type !== 'article')) {
    const target = { work: work.id, version: text.date };
    return { target, reason: `“${found.text}”在新条文中，须由其在修改后文本中的位置确定` };
  }
  return inText(found, text, cache);
}

/** 本法 in quotation marks: the amended text; undefined where the decision itself is called so. */
export function resolveQuotedSelf(
  found: FoundReference,
  { version, library }: Resolver,
): Outcome | undefined {
  if (found.side === 'own' || found.of === undefined) return undefined;
  if (!answersTo(found.of, found.noun!)) {
    if (answersTo(version.instrument.title, found.noun!)) return undefined;
    return { reason: `“本${found.noun}”在引号内，所指须由修改后的文本确定` };
  }
  const looked = library.register.lookUp({ title: found.of });
  if (!looked.work) return { reason: looked.reason };
  const text = textOf(found, looked.work, version);
  return { target: { work: looked.work.id, ...(text ? { version: text.date } : {}) } };
}

/** The title itself: the text as found, or as left where the decision says 《…》根据本决定…重新公布. */
export function amendedTitle(found: FoundReference, work: Work, version: Version): Outcome {
  const text = textOf(found, work, version);
  if (text) return { target: { work: work.id, version: text.date } };
  const when = found.side === 'after' ? '修改后' : '修改前';
  return { target: { work: work.id }, reason: `《${work.title}》${when}的文本本档案未收录` };
}

function textOf(
  { side }: FoundReference,
  work: Work,
  { work: decision, date }: Version,
): Version | undefined {
  return side === 'after' ? versionAfter(work, decision, date) : versionBefore(work, decision, date);
}
