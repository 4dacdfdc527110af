/** Files of one text in other formats, as its page names them. */
import { type Form, forms } from '../../domain/exports/forms.ts';
import type { Day } from '../../domain/model.ts';
import { dateName, filePath } from '../urls.ts';

export interface TextFile extends Pick<Form, 'type' | 'name'> {
  href: string;
}

/** `/works/abc/2020-12-19/akn.xml` and the others. */
export const textFiles = (work: string, date: Day): TextFile[] =>
  forms.map(({ type, name, path }) => ({ href: filePath(path(work, dateName(date))), type, name }));
