/** The role of each line of a body. */
import type { LineRole } from '../../model.ts';
import type { Line } from '../lines/line.ts';
import type { Draft } from './draft.ts';

/** Records the roles of a body's lines. */
export function assignBodyRoles(draft: Draft, body: Line[]): void {
  const { instrument, context } = draft;
  // A level's heading may hold a comma; an item of an article with one is a sentence.
  const sentence = instrument.grammar === 'levels' ? /[。；：]/ : /[。；：，]/;
  const noted = body.findIndex((line) => /^备\s*注[：:]?$/.test(line.text));
  for (const [i, line] of body.entries()) {
    let name: LineRole = 'body';
    if (instrument.kind === 'order') name = 'order-text';
    else if (noted >= 0 && i >= noted) name = 'note';
    else if (line.text.includes('\t'))
      name = i > 0 && body[i - 1]!.text.includes('\t') ? 'table-row' : 'table-header';
    else if (/^图\s*\d/.test(line.text)) name = 'figure-caption';
    else if (line.container || (line.list && !sentence.test(line.text))) name = 'heading';
    context.role(line, name, instrument);
  }
}
