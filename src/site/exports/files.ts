/** Files in other formats, as pages name them. */
import { comparisonPath, isBook, issueBookPath, textBookPath } from '../../domain/exports/documents/paths.ts';
import { calendarPath } from '../../domain/exports/feeds/paths.ts';
import { type Form, forms } from '../../domain/exports/forms.ts';
import type { Day, Version } from '../../domain/model.ts';
import { dateName, filePath } from '../urls.ts';

export interface TextFile extends Pick<Form, 'type' | 'name'> {
  href: string;
}

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const epub = 'application/epub+zip';

/** `/works/abc/2020-12-19/akn.xml` and the others; a long text is a book, too. */
export function textFiles(work: string, { date, instrument }: Version): TextFile[] {
  const version = dateName(date);
  const book = { href: filePath(textBookPath(work, version)), type: epub, name: 'EPUB' };
  return [
    ...forms.map(({ type, name, path }) => ({ href: filePath(path(work, version)), type, name })),
    ...(isBook(instrument) ? [book] : []),
  ];
}

export const issueFiles = (issue: string): TextFile[] => [
  { href: filePath(issueBookPath(issue)), type: epub, name: 'EPUB（全部文本）' },
];

export const comparisonFiles = (work: string, older: Day, newer: Day): TextFile[] => [
  {
    href: filePath(comparisonPath(work, dateName(older), dateName(newer))),
    type: docx,
    name: '新旧对照表（DOCX）',
  },
];

export const calendarFiles = (): TextFile[] => [
  { href: filePath(calendarPath), type: 'text/calendar', name: '施行与届满日历（iCalendar，可订阅）' },
];
