/** Archives for the tests of search: the seed gazette, and works written for the purpose. */
import { readFileSync } from 'node:fs';
import { deflateSync, inflateSync } from 'node:zlib';
import { VFile } from 'vfile';
import type { Version, Work } from '../../src/domain/model.ts';
import { type Corpus, createCorpus } from '../../src/domain/search/corpus.ts';
import { searchDocuments } from '../../src/domain/search/documents.ts';
import { type Manifest, manifestPath, readManifest } from '../../src/domain/search/files/manifest.ts';
import { type PackOptions, packCorpus } from '../../src/domain/search/files/pack.ts';
import { fileSource } from '../../src/domain/search/files/reader.ts';
import type { SearchSource } from '../../src/domain/search/source.ts';
import { parseInstruments, parseIssue } from '../../src/domain/structure/index.ts';
import { readText } from '../../src/domain/text/index.ts';

/** A work with a version for each text, dated by its key. */
export function workOf(id: string, texts: Record<string, string>): Work {
  const versions = Object.entries(texts).map(([date, text]): Version => {
    const file = new VFile({ path: `${id}/${date}.md` });
    const instrument = parseInstruments(readText(text, file), file, id)[0]!;
    return { work: id, date, origin: 'published', instrument, source: { path: file.path } };
  });
  const { title, kind, documentNumber, issuer } = versions.at(-1)!.instrument;
  return { id, title, kind, documentNumber, issuer, aliases: [], versions, carries: [] };
}

/** Works of the seed gazette, one version each. */
export function seedWorks(): Work[] {
  const path = 'content/issues/2020-12/gazette.md';
  const file = new VFile({ path });
  const issue = parseIssue('2020-12', readText(readFileSync(path, 'utf8'), file), file);
  return issue.instruments.map((instrument): Work => {
    const { id, title, kind, documentNumber, issuer, dates, carries } = instrument;
    const date = dates.written ?? dates.promulgated ?? '2020-12-19';
    const version: Version = { work: id, date, origin: 'published', instrument, source: { path } };
    return { id, title, kind, documentNumber, issuer, aliases: [], versions: [version], carries };
  });
}

const parking2015 = `某市停车场管理办法

第一章 总则

第一条 为了规范停车场管理，制定本办法。

第二条 本办法所称停车场，是指供车辆停放的场所。

第二章 停车场的使用

第三条 停车场经营者应当办理停车场备案，并遵守下列规定：

（一）公示收费标准；

（二）建立安全管理制度。

第四条 停车场管理人员不得擅自收费。

第五条 本办法自2015年5月1日起施行。
`;

const parking2021 = parking2015
  .replace(
    '第四条 停车场管理人员不得擅自收费。',
    '第四条 停车场管理人员应当佩戴标志。\n\n违反前款规定的，责令改正。',
  )
  .replace('公示收费标准', '公示收费标准和监督电话');

const notice = `某市人民政府办公室关于加强停车场收费管理的通知

某府办〔2021〕6号

各区人民政府：

一、加强备案管理。停车场备案由区交通运输局负责，依照《某市停车场管理办法》第三条办理。

二、规范收费。收费管理人员应当持证上岗，网约车停放按照小型车收费。

某市人民政府办公室

2021年6月1日
`;

const amendment = notice
  .replaceAll('2021〕6号', '2021〕66号')
  .replace('加强停车场', '调整停车场')
  .replace('网约车停放', '5G 网络覆盖区域内网约车停放');

/** A few works: one in two versions, two notices of nearly one number, one known only by name. */
export function townWorks(): Work[] {
  return [
    workOf('parking', { '2015-05-01': parking2015, '2021-07-01': parking2021 }),
    workOf('moufuban-2021-6', { '2021-06-01': notice }),
    workOf('moufuban-2021-66', { '2021-09-01': amendment }),
    {
      id: 'only-name',
      title: '某市房屋停车配建标准',
      kind: 'other',
      aliases: ['停车配建'],
      versions: [],
      carries: [],
    },
  ];
}

export function corpusOf(works: readonly Work[]): Corpus {
  return createCorpus(searchDocuments(works));
}

/** A packed archive with a reader over it; files may be spoilt. */
export interface PackedArchive {
  manifest: Manifest;
  files: Map<string, Uint8Array>;
  source: SearchSource;
  /** Paths read since the last call. */
  read(): string[];
}

/** Packs a corpus and reads it back from memory, as a browser reads it from a server. */
export function packed(corpus: Corpus, options: PackOptions = {}): PackedArchive {
  const files = new Map<string, Uint8Array>();
  for (const { path, content } of packCorpus(corpus, deflateSync, options)) {
    files.set(path, typeof content === 'string' ? Buffer.from(content) : content);
  }
  const manifest = readManifest(Buffer.from(files.get(manifestPath)!).toString());
  let paths: string[] = [];
  const source = fileSource(manifest, async ({ path, range, packed }) => {
    // What stands before the pieces of a pack is none of them.
    if (packed || !range) paths.push(path);
    const file = files.get(path);
    if (!file) throw new Error(`404 ${path}`);
    const bytes = range ? file.subarray(range.from, range.to) : file;
    return packed ? inflateSync(bytes) : bytes;
  });
  const read = (): string[] => {
    const told = paths;
    paths = [];
    return told;
  };
  return { manifest, files, source, read };
}
