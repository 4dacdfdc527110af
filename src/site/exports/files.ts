/** Files of one text in other formats, as its page names them. */
import type { Day } from '../../domain/model.ts';
import { versionUrl } from '../urls.ts';

export interface TextFile {
  href: string;
  /** Media type. */
  type: string;
  name: string;
}

const forms: readonly { file: string; type: string; name: string }[] = [
  { file: 'akn.xml', type: 'application/akn+xml', name: 'Akoma Ntoso' },
];

/** `/works/abc/2020-12-19/akn.xml` and the others. */
export const textFiles = (work: string, date: Day): TextFile[] =>
  forms.map(({ file, type, name }) => ({ href: `${versionUrl(work, date)}${file}`, type, name }));
