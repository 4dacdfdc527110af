/** 合并: several provisions go on as one. */
import { formatLocator } from '../../references/locator.ts';
import { phrase } from '../read/pattern.ts';
import { areProvisions, numbersIn, type Phrase, targetsIn, wordingIn } from '../read/phrase.ts';
import { claim } from '../text/claims.ts';
import { attach, detach, move, remove } from '../text/draft.ts';
import { locatorsOf, typeOf } from '../text/locators.ts';
import { refuse } from '../text/refusal.ts';
import { joinedBack, levelOf, singles } from './back.ts';
import type { Kind } from './kind.ts';
import { inTurn, lastStep, promote, sources } from './renumber.ts';
import { substituteAt } from './substitute/index.ts';

const rows: readonly Phrase[] = [
  {
    name: 'merge into another', // 第三章并入第二章; 将第一项并入第三项，修改为：“…”
    pattern: phrase(
      '{BA}<target:T>(?:的内容|的规定)?并入<into:L>(?:[，,](?:并)?(?:将其)?{TO}{TILL}(?<content>{QS}))?(?!中|内|{TO}|[，,](?:作为|改为|列为))',
    ),
    read: (parts, context) => {
      const [others, into] = [targetsIn(parts.target, context), targetsIn(parts.into, context)];
      const types = new Set(locatorsOf([...into, ...others]).map(typeOf));
      if (into.length !== 1 || !areProvisions([...into, ...others]) || types.size > 1) return undefined;
      const doubt =
        parts.content === undefined && !types.has('chapter') && !types.has('section')
          ? { doubt: '没有写明并入何处，按接在其后处理，请核对' }
          : {};
      const made = wordingIn(parts.content, context);
      return [{ op: 'merge', targets: [...into, ...others], to: [], ...made, ...doubt }];
    },
  },
  {
    name: 'merge', // 将第三十七条第二款和第六条第三款合并，作为第四十二条，修改为：“…”
    pattern: phrase(
      '{BA}(?<target>{T}(?:(?:，|并|同)与?{T})*)(?:的内容|的规定|的)?{ALL}合并(?:调整|修改)?(?:(?:为|成)(?:{COUNT}个?{UNIT}|(?<inline>{L}))?)?[，,]?(?:并)?(?:(?:作为|改为|列为|为)(?<dest>{L}))?(?:[，,]?(?:并)?(?:作)?(?:相应)?(?:修改|调整)(?:为)?)?{TILL}(?<content>{QS})?(?:[，,]?(?:并)?(?:作为|改为)(?<late>{L}))?(?:[，,]?(?:依次|分别)作为(?<within>{T}))?',
    ),
    read: (parts, context) => {
      if (!inTurn(parts.within, context)) return undefined;
      const targets = targetsIn(parts.target, context);
      if (!areProvisions(targets)) return undefined;
      const to = numbersIn(parts.dest ?? parts.inline ?? parts.late, context).slice(0, 1);
      // 合并为第二章，章名修改为…: of the one that goes on, not of the last one named.
      const [first] = locatorsOf(targets);
      Object.assign(context, { steps: first?.steps ?? [], last: targets.slice(0, 1) });
      return [{ op: 'merge', targets, to, ...wordingIn(parts.content, context) }];
    },
  },
];

export const merge: Kind<'merge'> = {
  label: '合并',
  rows,
  act(ground, task, told) {
    const from = sources(ground, task, told);
    const [first, ...others] = from;
    if (!first || others.length === 0) return refuse('合并须有两处以上');
    const { id, wording, to } = task;
    for (const draft of from) claim(ground, draft, wording.length > 0 ? 'anew' : 'join', task);
    const step = to[0] && lastStep(to[0]);
    const articles = from.every(({ type }) => type === 'article');
    const olds = from.flatMap(({ old }) => old ?? []);
    if (step?.type === 'article' && !articles) {
      const article = promote(ground, first, step.number ?? '', task);
      article.merged = olds;
      for (const other of others) {
        if (wording.length > 0) remove(other, task);
        else {
          detach(other);
          attach(article, article.children.length, [other]);
        }
      }
    } else {
      if (!from.every(({ type }) => type === first.type))
        refuse('合并的条款不是同一层次，又未写明作为第几条');
      if (step && step.type !== first.type) refuse(`合并后不能成为${formatLocator(to[0]!)}`);
      if (wording.length === 0 && !articles && others.some(({ children }) => children.length === 0))
        refuse('合并后的文字没有载明');
      if (step?.number !== undefined) first.fixed = step.number;
      first.merged = olds;
      first.by.add(id);
      for (const other of others) {
        if (wording.length === 0)
          for (const child of [...other.children]) {
            detach(child);
            attach(first, first.children.length, [child]);
            move(child, task);
          }
        remove(other, task);
      }
    }
    if (wording.length > 0) substituteAt([first], { ...task, op: 'substitute', former: undefined }, told);
  },
  undo(back, task, level) {
    if (level !== 'article') return;
    // Without 作为第N条 the text after does not tell which of its articles was made of them.
    if (task.to.length === 0 || levelOf(singles(task.targets)[0]?.type) === 'container') back.open.push(task);
    else joinedBack(back, task, task.to);
  },
};
