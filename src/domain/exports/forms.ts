/** The forms in which one text goes out, and where each stands in the published folder. */

export interface Form {
  id: 'txt' | 'md' | 'docx' | 'akn' | 'json';
  /** Media type. */
  type: string;
  /** What readers call it. */
  name: string;
  /** Path for a work and the name of a version in addresses. */
  path(work: string, version: string): string;
}

export const forms: readonly Form[] = [
  {
    id: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    name: 'Word（DOCX）',
    path: (work, version) => `works/${work}/${version}/text.docx`,
  },
  {
    id: 'txt',
    type: 'text/plain',
    name: '纯文本',
    path: (work, version) => `works/${work}/${version}/text.txt`,
  },
  {
    id: 'md',
    type: 'text/markdown',
    name: 'Markdown',
    path: (work, version) => `works/${work}/${version}/text.md`,
  },
  {
    id: 'akn',
    type: 'application/akn+xml',
    name: 'Akoma Ntoso',
    path: (work, version) => `works/${work}/${version}/akn.xml`,
  },
  {
    id: 'json',
    type: 'application/json',
    name: 'JSON',
    path: (work, version) => `data/works/${work}/${version}.json`,
  },
];

const byId = new Map(forms.map((form) => [form.id, form]));

/** `akn` of a text → `works/abc/2020-12-19/akn.xml` */
export const formPath = (id: Form['id'], { work, name }: { work: { id: string }; name: string }): string =>
  byId.get(id)!.path(work.id, name);
