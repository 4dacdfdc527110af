/** Instructions on several texts at once: 将《甲》第二条、《乙》第三条中的…. */
import type { Target } from '../../model.ts';
import type { Context } from '../read/context.ts';
import { type Said, targetsIn } from '../read/phrase.ts';
import { B, L, titlesOf } from '../read/tokens.ts';

const entry = new RegExp(`([${B}])([^${B}]*)`, 'g');

/** Operations for each title of a list, on the targets named after it. */
export function eachText(list: string, context: Context, made: (targets: Target[]) => Said[]): Said[] {
  return [...list.matchAll(entry)].flatMap(([, title, rest]) => {
    const [of] = titlesOf(context.tokens, title);
    const targets = targetsIn([...rest!].filter((c) => c >= L[0]! && c <= L.at(-1)!).join(''), context);
    if (of !== undefined) context.of = of;
    return made(targets).map((said) => ({ ...said, ...(of === undefined ? {} : { of }) }));
  });
}
