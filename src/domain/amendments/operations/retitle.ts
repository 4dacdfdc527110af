/** New names: of the text, of a chapter; and the introduction. */
import { unmarked } from '../../names/index.ts';
import { containerMark } from '../../structure/index.ts';
import { phrase } from '../read/pattern.ts';
import { type Phrase, targetsIn, wordingIn, wordsIn } from '../read/phrase.ts';
import { titlesOf } from '../read/tokens.ts';
import { growParagraphs, headingWords } from '../text/content.ts';
import { attach, detach, newDraft, removedBy, replace } from '../text/draft.ts';
import type { Ground } from '../text/ground.ts';
import { nodeAt, nodesAt } from '../text/places.ts';
import { alreadyGone, refuse, type Told } from '../text/refusal.ts';
import { setTitle } from '../text/titles.ts';
import { forget } from './back.ts';
import type { Kind, Task } from './kind.ts';

const rows: readonly Phrase[] = [
  {
    name: 'retitle', // 将名称修改为《…》
    pattern: phrase('{BA}(?<target>{T})(?:由(?:{B}|{q}))?{TO}{TILL}<title:B>'),
    read: (parts, context) => {
      const targets = targetsIn(parts.target, context);
      const [title] = titlesOf(context.tokens, parts.title);
      if (targets[0]?.kind !== 'title' || title === undefined) return undefined;
      return [{ op: 'retitle', targets: [{ kind: 'title' }], wording: [[title]] }];
    },
  },
  {
    name: 'rename', // 将《甲办法》更名为《乙办法》
    pattern: phrase('{BA}<of:B>(?:的)?(?:名称)?(?:更名|改名|名称修改|名称变更|改称)为?{TILL}<title:B>'),
    read: (parts, context) => {
      const [of] = titlesOf(context.tokens, parts.of);
      const [title] = titlesOf(context.tokens, parts.title);
      if (title === undefined) return undefined;
      return [
        {
          op: 'retitle',
          targets: [{ kind: 'title' }],
          wording: [[title]],
          ...(of === undefined ? {} : { of }),
        },
      ];
    },
  },
  {
    name: 'retitle by the words of the heading', // 将章名“第三章　管理”修改为“第三章　治理”
    pattern: phrase(
      '{BA}(?:(?:各)?(?:章|节|编|分编)(?:的)?(?:名称?|标题))?(?<quote>{q})(?:的)?(?:章名|节名|标题)?{TO}{TILL}(?<content>{q})',
    ),
    read: (parts, context) => {
      const [old = ''] = wordsIn(parts.quote, context);
      const mark = containerMark(old);
      if (!mark) return undefined;
      const locator = { steps: [{ type: mark.style, number: mark.number }] };
      return [
        { op: 'retitle', targets: [{ kind: 'heading', locator }], ...wordingIn(parts.content, context) },
      ];
    },
  },
];

/** The text between the title and the first article. */
function introduction(ground: Ground, task: Task<'retitle'>, told: Told): void {
  const { targets, wording, position, id } = task;
  const [first, ...others] = nodesAt(ground, targets, told);
  const [lead, ...rest] = growParagraphs(wording.flat(), position);
  if (!first || !lead) refuse('没有载明新的引言');
  first.text = lead.text;
  first.children = lead.children.map((child) => newDraft(child, first, id));
  replace(first, task);
  first.amended = true;
  first.by.add(id);
  for (const draft of others) detach(draft);
  attach(
    ground.root,
    ground.root.children.indexOf(first) + 1,
    rest.map((provision) => newDraft(provision, ground.root, id)),
  );
}

export const retitle: Kind<'retitle'> = {
  label: '改名',
  rows,
  act(ground, task, told) {
    const [target] = task.targets;
    const words = task.wording.flat()[0] ?? refuse('没有载明新的名称');
    if (target?.kind === 'title') return setTitle(ground.instrument, unmarked(words));
    if (target?.kind === 'introduction') return introduction(ground, task, told);
    if (target?.kind !== 'heading') return;
    const draft = nodeAt(ground, target.locator);
    if (removedBy(draft) !== undefined) refuse(alreadyGone);
    draft.heading = headingWords(words);
    draft.headingEdits.length = 0;
    draft.amended = true;
    draft.by.add(task.id);
  },
  undo(back, task, level) {
    if (level !== 'words') return;
    const { clause } = task;
    const [target] = task.targets;
    if (target?.kind === 'title') {
      const reason = `原名称未载，现名称《${back.ground.instrument.title}》由本决定确定`;
      back.notes.push({ clause, reason });
    } else if (target?.kind === 'introduction') {
      const [lead] = back.ground.root.children;
      if (lead?.type === 'paragraph') forget(lead, task);
      back.notes.push({ ...(lead ? { draft: lead } : {}), clause, reason: '原引言原文未载' });
    } else if (target?.kind === 'heading') back.notes.push({ clause, reason: '章节原名称未载' });
  },
};
