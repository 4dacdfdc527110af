/** What stands above the body: numbers, title, 题注, contents, addressees. */
import type { TextLine } from '../model.ts';
import { isCaption, readCaption } from './caption.ts';
import { contentsLength, isContentsHeading, readContents } from './contents.ts';
import { addFrame, type Draft } from './draft.ts';
import * as meta from './metadata.ts';
import { readTitle } from './title.ts';

/** Reads lines until one belongs to the body. */
export function readHead(draft: Draft, fallbackTitle: string): void {
  const { instrument, lines } = draft;
  const captions: TextLine[] = [];
  let titled = false;
  while (draft.at < lines.length) {
    const line = lines[draft.at]!;
    const { text } = line;
    const registry = meta.registryNumber(text);
    const number = meta.documentNumber(text);
    if (registry && !titled) {
      instrument.registryNumber = registry;
      addFrame(draft, line, 'registry-number', { field: 'registryNumber' });
    } else if (!titled) {
      titled = true;
      readTitle(draft, fallbackTitle);
      continue;
    } else if (number && !instrument.documentNumber) {
      instrument.documentNumber = number;
      addFrame(draft, line, 'document-number', { field: 'documentNumber' });
    } else if (
      /^[（(]?[\u3400-\u9fff]*(?:令|公告)?\s*第?\s*[〇零一二三四五六七八九十\d]+\s*号[）)]?$/.test(text) &&
      meta.orderNumber(text) &&
      !instrument.documentNumber
    ) {
      instrument.documentNumber = meta.orderNumber(text)!;
      addFrame(draft, line, 'document-number', { field: 'documentNumber' });
    } else if (isCaption(line, true)) {
      captions.push(line);
      addFrame(draft, line, 'caption', { field: 'caption' });
    } else if (contentsLength(lines, draft.at) > 0) {
      readOwnContents(draft);
    } else if (isContentsHeading(text)) {
      addFrame(draft, line, 'toc');
    } else if (meta.isAddressees(text) && !instrument.addressees) {
      instrument.addressees = text.replace(/[：:]$/, '');
      addFrame(draft, line, 'addressees', { field: 'addressees' });
    } else break;
    draft.at++;
  }
  if (captions.length > 0) instrument.caption = readCaption(captions, draft.context.text);
}

function readOwnContents(draft: Draft): void {
  const { lines, instrument, context } = draft;
  const length = contentsLength(lines, draft.at);
  const titled = isContentsHeading(lines[draft.at]!.text);
  const own = lines.slice(draft.at, draft.at + length);
  for (const line of own) addFrame(draft, line, 'toc');
  instrument.contents = readContents(titled ? own.slice(1) : own, context.text);
  draft.at += length - 1;
}
