/**
 * DOCX (ECMA-376) → lines. Numbers that the program writes are computed, text boxes are read once, notes stand last,
 * tracked changes are read only as a person says.
 */
import { Recorder } from '../record.ts';
import { type Imported, type ImportOptions, paragraph, Refusal, type Revisions } from '../types.ts';
import { descendants, type Element, elements, first, readXml } from '../xml.ts';
import { openPackage, type Package } from '../zip.ts';
import { Story, wordsOf } from './body.ts';
import { Numberer } from './numbering.ts';
import { Styles } from './styles.ts';

/** The parts of a document that are read. */
interface Parts {
  document: Element;
  styles?: Element;
  numbering?: Element;
  notes: { footnote?: Element; endnote?: Element };
  /** Headers and footers. */
  margins: Element[];
  comments?: Element;
  evidence: Record<string, string>;
  macros: boolean;
  /** Parts that may hold text which is not read. */
  others: string[];
}

/**
 * Reads a Word document.
 * @throws Refusal for a file that is broken, has a password, or holds tracked changes about which nobody decided
 */
export function readDocx(bytes: Uint8Array, { revisions }: ImportOptions): Imported {
  const parts = openParts(openPackage(bytes));
  const revised = [parts.document, parts.notes.footnote, parts.notes.endnote].some(
    (part) => part && descendants(part, 'ins', 'del', 'moveFrom', 'moveTo', 'cellIns', 'cellDel').length > 0,
  );
  if (revised && revisions === undefined) throw undecided(parts);
  const imported = readStories(parts, revisions ?? 'accept');
  if (revised)
    imported.doubts.push({
      rule: 'revisions',
      reason:
        revisions === 'accept' ? '文件含修订痕迹，已按“接受修订”读取' : '文件含修订痕迹，已按“拒绝修订”读取',
      severity: 'warning',
    });
  return imported;
}

function openParts(pack: Package): Parts {
  const read = (name: string): Element | undefined => {
    const bytes = pack.read(name);
    return bytes && readXml(bytes, name);
  };
  const target = elements(read('_rels/.rels')).find(({ attributes }) =>
    attributes['Type']?.endsWith('/officeDocument'),
  );
  const path = (target?.attributes['Target'] ?? 'word/document.xml').replace(/^\//, '');
  const document = read(path);
  if (document?.name !== 'document') throw new Refusal('不是完好的 Word 文件：没有正文');
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = elements(read(`${folder}_rels/${path.slice(folder.length)}.rels`));
  const all = (kind: string): Element[] =>
    relations
      .filter(
        ({ attributes }) =>
          attributes['Type']?.endsWith(`/${kind}`) && attributes['TargetMode'] !== 'External',
      )
      .flatMap(({ attributes }) => {
        const name = attributes['Target'] ?? '';
        return read(name.startsWith('/') ? name : folder + name) ?? [];
      });
  const [styles] = all('styles');
  const [numbering] = all('numbering');
  const [footnote] = all('footnotes');
  const [endnote] = all('endnotes');
  const [comments] = all('comments');
  const core = read('docProps/core.xml');
  const evidence = Object.fromEntries(
    ['title', 'subject', 'creator', 'created'].flatMap((name) => {
      const words = first(core, name)?.children.join('').trim();
      return words ? [[name, words]] : [];
    }),
  );
  return {
    document,
    ...(styles ? { styles } : {}),
    ...(numbering ? { numbering } : {}),
    ...(comments ? { comments } : {}),
    notes: { ...(footnote ? { footnote } : {}), ...(endnote ? { endnote } : {}) },
    margins: [...all('header'), ...all('footer')],
    evidence,
    macros: pack.names.some((name) => /vbaproject/i.test(name)),
    others: pack.names.filter(
      (name) => /\/(?:charts|diagrams|embeddings|afchunk)/i.test(name) && !/_rels|colors|style/.test(name),
    ),
  };
}

function readStories(parts: Parts, revisions: Revisions): Imported {
  const record = new Recorder();
  const styles = new Styles(parts.styles);
  const numberer = new Numberer(parts.numbering, (style) => styles.numberingList(style));
  const setting = {
    styles,
    numberer,
    revisions,
    record,
    notes: [] as { kind: 'footnote' | 'endnote'; id: string; place: string }[],
  };
  const lines = new Story(setting).read(first(parts.document, 'body') ?? parts.document);
  const names = { footnote: '脚注', endnote: '尾注' };
  const told = new Set<Element>();
  for (const kind of ['footnote', 'endnote'] as const) {
    const marks = setting.notes.filter((note) => note.kind === kind);
    for (const [index, { id, place }] of marks.entries()) {
      const note = elements(parts.notes[kind]).find(({ attributes }) => attributes['id'] === id);
      if (!note) continue;
      told.add(note);
      const label = `[${names[kind]}${index + 1}] `;
      const [head, ...rest] = new Story({ ...setting, notes: [] }).read(note);
      record.change('note-mark', '', label.trim(), place);
      lines.push(paragraph(label + (head?.cells.join(' ') ?? ''), place), ...rest);
    }
    for (const note of elements(parts.notes[kind]))
      if (!told.has(note)) record.leave('hidden', wordsOf(note), `没有引用的${names[kind]}`);
  }
  for (const margin of parts.margins)
    record.leave('running-head', wordsOf(margin), margin.name === 'hdr' ? '页眉' : '页脚');
  if (parts.comments) record.leave('comment', wordsOf(parts.comments), '批注');
  if (parts.comments && wordsOf(parts.comments) !== '')
    record.doubt('comment', '文件有批注，批注没有写入正文');
  for (const format of numberer.unknown)
    record.doubt('numbering', `不认识的编号格式 ${format}，按阿拉伯数字写入`);
  for (const name of parts.others) record.doubt('embedded', `内嵌的 ${name} 没有读`);
  if (parts.macros) record.doubt('macros', '文件含宏，没有运行');
  if (lines.length > 0) record.doubt('pages', 'Word 文件没有固定的页码，页码对照从同一期的 PDF 取得', 'info');
  const stories = [
    parts.document,
    parts.notes.footnote,
    parts.notes.endnote,
    ...parts.margins,
    parts.comments,
  ];
  return {
    format: 'docx',
    reader: 'gongbao docx (fflate 0.8.3, saxes 6.0.0)',
    pages: [],
    lines,
    furniture: record.furniture,
    changes: record.changes,
    doubts: record.doubts,
    evidence: parts.evidence,
    layer: stories.map(wordsOf).join(''),
  };
}

const mostShown = 20;

/** Both readings, paragraph by paragraph where they differ. */
function undecided(parts: Parts): Refusal {
  const [before, after] = (['reject', 'accept'] as const).map((revisions) =>
    readStories(parts, revisions).lines.map((line) => line.cells.join('\t')),
  ) as [string[], string[]];
  const [old, fresh] = [new Set(before), new Set(after)];
  const details = [
    ...before
      .filter((text) => !fresh.has(text))
      .slice(0, mostShown)
      .map((text) => `拒绝修订：${text}`),
    ...after
      .filter((text) => !old.has(text))
      .slice(0, mostShown)
      .map((text) => `接受修订：${text}`),
  ];
  return new Refusal(
    '文件含修订痕迹，两种读法不同：用 --revisions accept（接受）或 reject（拒绝）写明按哪一种',
    details,
  );
}
