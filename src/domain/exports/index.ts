/** Formats in which the archive goes out. Each is loaded only where it is asked for. */
import type { ExportFile, Holding } from './holding.ts';

export {
  type Addresses,
  type Archived,
  type ExportFile,
  type HeldText,
  type Holding,
  holdingOf,
} from './holding.ts';

/** Files of one format, in a fixed order; the same archive gives the same bytes. */
export type Exporter = (holding: Holding) => Iterable<ExportFile> | AsyncIterable<ExportFile>;

export interface Format {
  /** What it is, for the usage of the command line. */
  does: string;
  load: () => Promise<Exporter>;
}

export const formats = {
  akn: {
    does: 'Akoma Ntoso 3.0，每个文本一个文件',
    load: async () => (await import('./akn/files.ts')).aknFiles,
  },
  data: {
    does: 'JSON、JSONL、CSV，连同 JSON Schema 和 OpenAPI',
    load: async () => (await import('./data/files.ts')).dataFiles,
  },
  text: {
    does: '纯文本和 Markdown，每个文本各一个文件',
    load: async () => (await import('./documents/files.ts')).textFiles,
  },
  docx: {
    does: 'Word 文件：每个文本，以及相邻文本的新旧对照表',
    load: async () => (await import('./documents/docx-files.ts')).docxFiles,
  },
  epub: {
    does: 'EPUB 3：每期公报，以及长的文本',
    load: async () => (await import('./documents/epub-files.ts')).epubFiles,
  },
  feeds: {
    does: 'Atom、JSON Feed 和日历',
    load: async () => (await import('./feeds/files.ts')).feedFiles,
  },
  site: {
    does: 'sitemap.xml、robots.txt、llms.txt 和网站清单',
    load: async () => (await import('./pages/sitemap.ts')).siteFiles,
  },
  portal: {
    does: '多城检索（gongbao portal）取用的文件：检索单元、文件、事件',
    load: async () => (await import('./portal/files.ts')).portalFiles,
  },
  evidence: {
    does: '依据：条款项目在源文件的何处，源文件的校验值',
    load: async () => (await import('./evidence/files.ts')).evidenceFiles,
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as FormatName[];

/** Every file of some formats, one after the other. */
export async function* exportFiles(
  holding: Holding,
  names: readonly FormatName[] = formatNames,
): AsyncGenerator<ExportFile> {
  for (const name of formatNames.filter((each) => names.includes(each))) {
    const exporter: Exporter = await formats[name].load();
    yield* exporter(holding);
  }
}
