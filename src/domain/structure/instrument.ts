/**
 * Lines of one printed document → instruments: the document itself and the texts it carries.
 *
 * 通知 (title, 文号, 主送, body, 署名, date) then the enclosed 办法, then 公开方式 of the 通知.
 */
import type { FrameLine, Instrument, LineRole, Position, TextLine } from '../model.ts';
import { findDays, looksLikeTitle, parseDay } from '../text/index.ts';
import { readAnnexes } from './annexes.ts';
import { grammarOf, growBody } from './body.ts';
import { isCaption, readCaption } from './caption.ts';
import { contentsLength, isContentsHeading, linkContents, readContents } from './contents.ts';
import type { Context } from './context.ts';
import { instrumentId } from './identity.ts';
import { articleMark, containerMark, listMark, unnumberedHeading } from './labels.ts';
import * as meta from './metadata.ts';
import { finish } from './nodes.ts';

/** Words that only end a title, never a part of one. */
const completeTitle =
  /(?:通知|通报|决定|决议|办法|条例|规定|细则|法|意见|批复|函|令|公告|通告)(?:（[^（）]{1,12}）)?$/;

const skeleton = (text: string): string => text.replace(/[\s\u3000《》〈〉“”"（）()]/g, '');

/**
 * Reads documents from `lines`.
 * @returns the first document, then what it carries, in order of print
 */
export function readDocument(lines: TextLine[], context: Context, fallbackTitle = ''): Instrument[] {
  const out: Instrument[] = [];
  let at = 0;
  while (at < lines.length) {
    const reader = new DocumentReader(lines, at, context, out[0], fallbackTitle);
    at = reader.read();
    out.push(reader.instrument);
  }
  const [carrier, ...carried] = out;
  if (carrier) {
    carrier.id = instrumentId(carrier);
    for (const instrument of carried) {
      instrument.id = instrumentId(instrument);
      instrument.carriedBy = carrier.id;
      carrier.carries.push(instrument.id);
      instrument.issuer ??= carrier.issuer;
    }
  }
  return out;
}

class DocumentReader {
  readonly instrument: Instrument;
  readonly #lines: TextLine[];
  readonly #context: Context;
  readonly #carrier: Instrument | undefined;
  readonly #fallbackTitle: string;
  #at: number;
  /** Lines read as the end of the text, until it is sure that they are. */
  #closing: TextLine[] = [];
  /** True once the title line was read, or found missing. */
  #titled = false;

  constructor(
    lines: TextLine[],
    at: number,
    context: Context,
    carrier: Instrument | undefined,
    fallbackTitle: string,
  ) {
    this.#lines = lines;
    this.#at = at;
    this.#context = context;
    this.#carrier = carrier;
    this.#fallbackTitle = fallbackTitle;
    const start = context.text.placeOf(lines[at]!, 0);
    this.instrument = {
      id: '',
      kind: 'other',
      grammar: 'levels',
      title: '',
      dates: {},
      provisions: [],
      annexes: [],
      carries: [],
      stated: {},
      frame: [],
      position: { start, end: start },
    };
  }

  /** @returns index of the first line that is not this instrument's */
  read(): number {
    const start = this.#at;
    this.#readHead();
    const body = this.#readBody();
    const { instrument } = this;
    const { text, file } = this.#context;
    instrument.grammar = grammarOf(body, instrument.kind);
    this.#assignBodyRoles(body);
    instrument.provisions = finish(growBody(body, instrument.kind, instrument.grammar, text, file));
    if (instrument.contents) linkContents(instrument.contents, instrument.provisions, file);
    let end = this.#at - 1;
    // 公开方式 below a carried text is the carrier's.
    while (this.#carrier && end > start && meta.isDisclosure(this.#lines[end]!.text)) end--;
    const last = this.#lines[end];
    if (last) instrument.position.end = text.placeOf(last, last.text.length);
    this.#finishMetadata(body);
    return this.#at;
  }

  // ---------------------------------------------------------------- head

  #readHead(): void {
    const { instrument } = this;
    let captions: TextLine[] = [];
    const closeCaption = (): void => {
      if (captions.length > 0) instrument.caption = readCaption(captions, this.#context.text);
      captions = [];
    };
    while (this.#at < this.#lines.length) {
      const line = this.#lines[this.#at]!;
      const { text } = line;
      const registry = meta.registryNumber(text);
      const number = meta.documentNumber(text);
      if (registry && !this.#titled) {
        instrument.registryNumber = registry;
        this.#frame(line, 'registry-number', 'registryNumber');
      } else if (!this.#titled) {
        this.#readTitle();
        continue;
      } else if (number && !instrument.documentNumber) {
        instrument.documentNumber = number;
        this.#frame(line, 'document-number', 'documentNumber');
      } else if (
        /^[（(]?[\u3400-\u9fff]*(?:令|公告)?\s*第?\s*[〇零一二三四五六七八九十\d]+\s*号[）)]?$/.test(text) &&
        meta.orderNumber(text) &&
        !instrument.documentNumber
      ) {
        instrument.documentNumber = meta.orderNumber(text)!;
        this.#frame(line, 'document-number', 'documentNumber');
      } else if (isCaption(line, instrument.provisions.length === 0)) {
        captions.push(line);
        this.#frame(line, 'caption', 'caption');
      } else if (contentsLength(this.#lines, this.#at) > 0) {
        this.#readOwnContents();
      } else if (isContentsHeading(text)) {
        this.#frame(line, 'toc');
      } else if (meta.isAddressees(text) && !instrument.addressees) {
        instrument.addressees = text.replace(/[：:]$/, '');
        this.#frame(line, 'addressees', 'addressees');
      } else break;
      this.#at++;
    }
    closeCaption();
  }

  #readTitle(): void {
    this.#titled = true;
    const { instrument } = this;
    const line = this.#lines[this.#at]!;
    const next = this.#lines[this.#at + 1];
    if (/(?:令|公告)$/.test(line.text) && next && /^[（(]?第.{1,10}号[)）]?$/.test(next.text)) {
      const number = meta.orderNumber(next.text);
      instrument.title = line.text.replace(/\s/g, '') + next.text.replace(/[\s（）()]/g, '');
      instrument.kind = /令$/.test(line.text) ? 'order' : 'announcement';
      if (number) instrument.documentNumber = /公告$/.test(line.text) ? number.replace('令', '公告') : number;
      this.#frame(line, 'order-heading', 'title');
      this.#frame(next, 'order-heading', 'documentNumber');
      this.#at += 2;
      return;
    }
    const parts: TextLine[] = [];
    let at = this.#at;
    while (at < this.#lines.length && parts.length < 5 && this.#continuesTitle(parts, this.#lines[at]!)) {
      parts.push(this.#lines[at++]!);
    }
    if (parts.length === 0) {
      instrument.title = this.#fallbackTitle;
      this.#context.file.message('没有标题行', this.#context.text.placeOf(line, 0), 'gongbao:title-missing');
      instrument.kind = meta.kindOf(instrument.title);
      return;
    }
    for (const part of parts) this.#frame(part, 'title', 'title');
    this.#at = at;
    instrument.title = parts
      .map((part) => part.text)
      .join('')
      .replace(/[\s\u3000]+/g, (gap, i: number, whole: string) => (keepsGap(whole, i, gap) ? ' ' : ''));
    instrument.kind = meta.kindOf(instrument.title);
  }

  #continuesTitle(parts: TextLine[], line: TextLine): boolean {
    const { text } = line;
    if (text.length > 120 || /[。；！？\t]|[：:，,]$/.test(text)) return false;
    if (articleMark(text) || meta.documentNumber(text) || isContentsHeading(text) || meta.isDateLine(text))
      return false;
    const previous = parts.at(-1);
    if (previous === undefined) {
      return !listMark(text) && !containerMark(text) && !meta.isDisclosure(text) && !isCaption(line, true);
    }
    if (containerMark(text) || listMark(text) || unnumberedHeading(text) || isCaption(line, true))
      return false;
    if (
      previous.depth !== undefined ||
      line.depth !== undefined ||
      line.blankBefore > previous.blankBefore + 1
    )
      return false;
    if (/^（[^（）]{1,12}）$/.test(text)) return /试行|暂行|草案|修订|修正|\d{4}/.test(text);
    if (/^[（(]|^\d{4}\s*年|^第[^条]{1,8}号$|^附[件表]/.test(text)) return false;
    const soFar = parts.map((part) => part.text).join('');
    // A complete title ends the run; one that only seems complete (…审核制度 ⏎ …的指导意见) goes on to its end.
    return !looksLikeTitle(soFar) || (!completeTitle.test(soFar) && looksLikeTitle(text));
  }

  #readOwnContents(): void {
    const { text } = this.#context;
    const length = contentsLength(this.#lines, this.#at);
    const titled = isContentsHeading(this.#lines[this.#at]!.text);
    const lines = this.#lines.slice(this.#at, this.#at + length);
    for (const line of lines) this.#frame(line, 'toc');
    this.instrument.contents = readContents(titled ? lines.slice(1) : lines, text);
    this.#at += length - 1;
  }

  // ---------------------------------------------------------------- body

  #readBody(): TextLine[] {
    const { instrument } = this;
    const body: TextLine[] = [];
    const named = new Set<string>();
    const learn = (words: string): void => {
      for (const match of words.matchAll(/《([^《》]{4,})》/g)) named.add(skeleton(match[1]!));
      const issued = /(?:印发|公布|发布|转发|下发|颁发)(.{4,80}?)的?(?:通知|函)$/.exec(words);
      if (issued) named.add(skeleton(issued[1]!));
    };
    learn(instrument.title);
    let closed = false;
    while (this.#at < this.#lines.length) {
      const line = this.#lines[this.#at]!;
      const { text } = line;
      if (closed || body.length > 0) {
        if (this.#beginsCarried(line, named, closed)) break;
      }
      if (meta.isDisclosure(text)) {
        this.#discloses(line);
        closed = true;
      } else if (meta.isRemark(text)) {
        (instrument.remarks ??= []).push(text);
        this.#frame(line, 'remark', 'remarks', true);
      } else if (
        meta.isDateLine(text) &&
        (body.length > 0 || instrument.kind === 'order') &&
        this.#closes(body, line)
      ) {
        closed = true;
      } else if (meta.signatory(text) && body.length > 0 && !instrument.signatory) {
        instrument.signatory = meta.signatory(text)!;
        this.#frame(line, 'signatory', 'signatory', true);
      } else if (meta.annexLabel(text) && body.length > 0) {
        if (!this.#readAnnexPart(closed)) body.push(line);
      } else {
        if (closed && instrument.annexes.length === 0) {
          closed = false;
          body.push(...this.#reopen());
        }
        body.push(line);
        learn(text);
      }
      this.#at++;
    }
    return body;
  }

  #discloses(line: TextLine): void {
    // 公开方式 stands below everything that the document prints, so it speaks for the carrier.
    const owner = this.#carrier ?? this.instrument;
    owner.disclosure = line.text.replace(/^[^：:]*[：:]\s*/, '');
    this.#frame(line, 'disclosure', 'disclosure', true, owner);
  }

  /** Signature lines above a date, if the lines before it are bodies' names; else the date is text. */
  #closes(body: TextLine[], date: TextLine): boolean {
    const { instrument } = this;
    const signature: TextLine[] = [];
    while (
      body.length > 0 &&
      signature.length < 12 &&
      meta.isOrgan(body.at(-1)!.text) &&
      !listMark(body.at(-1)!.text)
    ) {
      signature.unshift(body.pop()!);
    }
    const frameIsSigned = instrument.signatory !== undefined;
    if (signature.length === 0 && !frameIsSigned && !this.#endsHere()) {
      return false;
    }
    for (const line of signature) this.#frame(line, 'signature', 'issuer', true);
    if (signature.length > 0)
      instrument.issuer = signature.map((line) => line.text.replace(/\s+/g, ' ')).join(' ');
    const day = parseDay(date.text)!;
    if (instrument.kind === 'order' || instrument.kind === 'announcement') instrument.dates.promulgated = day;
    instrument.dates.written = day;
    this.#frame(date, 'date', 'dates.written', true);
    return true;
  }

  /** Text goes on after what looked like the end: signature and date were part of it. */
  #reopen(): TextLine[] {
    const { instrument } = this;
    const lines = this.#closing;
    if (lines.length === 0) return [];
    this.#closing = [];
    const starts = new Set(lines.map((line) => this.#context.text.placeOf(line, 0).offset));
    instrument.frame = instrument.frame.filter((line) => !starts.has(line.position.start.offset));
    for (const field of ['issuer', 'dates.written', 'signatory', 'remarks']) {
      if (starts.has(instrument.stated[field]?.start.offset ?? -1)) delete instrument.stated[field];
    }
    delete instrument.issuer;
    delete instrument.dates.written;
    delete instrument.dates.promulgated;
    delete instrument.signatory;
    delete instrument.remarks;
    const place = this.#context.text.placeOf(lines[0]!, 0);
    this.#context.file.message('署名或日期之后还有正文，按正文处理', place, 'gongbao:text-after-signature');
    return lines;
  }

  /** True where nothing but annexes, disclosure or an enclosed title follows a date. */
  #endsHere(): boolean {
    const next = this.#lines[this.#at + 1];
    return (
      !next ||
      meta.isDisclosure(next.text) ||
      meta.isRemark(next.text) ||
      meta.annexLabel(next.text) !== undefined
    );
  }

  #readAnnexPart(closed: boolean): boolean {
    const { instrument } = this;
    const result = readAnnexes(this.#lines, this.#at, this.#context, instrument, closed);
    if (!result) return false;
    for (const { line, role } of result.frame)
      this.#frame(line, role, role === 'annex-note' ? 'annexNote' : undefined, true);
    this.#at = result.next - 1;
    return true;
  }

  /** The title of a text that this document carries: named before in 《》, or a title after the signature. */
  #beginsCarried(line: TextLine, named: Set<string>, closed: boolean): boolean {
    const { text } = line;
    if (text.length < 4 || text.length > 120 || /[。；：:，,！？\t]$|^[《“]/.test(text)) return false;
    if (listMark(text) || articleMark(text) || containerMark(text)) return false;
    if (meta.isDisclosure(text) || meta.annexLabel(text) || meta.isOrgan(text)) return false;
    const next = this.#lines[this.#at + 1];
    const joined = next ? skeleton(text + next.text) : '';
    if (named.has(skeleton(text)) || (closed && named.has(joined))) return next !== undefined;
    if (closed && meta.registryNumber(text)) return true;
    return (
      closed &&
      next !== undefined &&
      (looksLikeTitle(text) || (/关于|《/.test(text) && looksLikeTitle(text + next.text)))
    );
  }

  // -------------------------------------------------------------- finish

  #frame(
    line: TextLine,
    role: LineRole,
    field?: string,
    after = false,
    owner: Instrument = this.instrument,
  ): void {
    const { text } = this.#context;
    const position: Position = { start: text.placeOf(line, 0), end: text.placeOf(line, line.text.length) };
    const frame: FrameLine = { role, text: line.text, after, position };
    owner.frame.push(frame);
    if (field) owner.stated[field] ??= position;
    this.#context.role(line, role, owner);
    if (after && role !== 'disclosure' && !role.startsWith('annex')) this.#closing.push(line);
  }

  #assignBodyRoles(body: TextLine[]): void {
    const { instrument } = this;
    const { role } = this.#context;
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
      else if (containerMark(line.text) || (listMark(line.text) && !sentence.test(line.text)))
        name = 'heading';
      role(line, name, instrument);
    }
  }

  #finishMetadata(body: TextLine[]): void {
    const { instrument } = this;
    instrument.issuer ??= meta.issuerOf(instrument.title);
    const words = body.map((line) => line.text);
    if (instrument.kind === 'order') {
      const adopted = words.find((line) => /已[经于].{4,60}通过/.test(line));
      const day = adopted && findDays(adopted)[0]?.day;
      if (day) instrument.dates.adopted = day;
    }
    for (const event of instrument.caption?.events ?? []) {
      if (event.event === 'adopted') instrument.dates.adopted ??= event.date;
      if (event.event === 'promulgated') instrument.dates.promulgated ??= event.date;
      if (event.documentNumber && event.event === 'promulgated')
        instrument.documentNumber ??= event.documentNumber;
    }
    for (const line of words.slice(-12)) {
      const match = /(?:本[\u3400-\u9fff]{1,4}|自)(.{6,14}日)起(?:施行|实施|执行|生效)/.exec(line);
      const found = match && findDays(match[1]!)[0];
      if (found && !instrument.dates.commenced) instrument.dates.commenced = found.day;
    }
  }
}

/** The gap between joint issuers in a title stands; any other is left over from a line break. */
function keepsGap(whole: string, at: number, gap: string): boolean {
  return (
    meta.isOrgan(whole.slice(0, at).split(/\s/).at(-1)!) &&
    meta.isOrgan(whole.slice(at + gap.length).split(/[\s]|关于/)[0]!)
  );
}
