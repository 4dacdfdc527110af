/**
 * The `meta` elements that sites of the Chinese government carry (国办发〔2017〕47号: names such as SiteName, ColumnName,
 * ArticleTitle, PubDate, ContentSource). What the archive does not know, and its keeper does not state, has no tag.
 */
import type { HeldText, Holding } from '../holding.ts';

export interface Tag {
  name: string;
  content: string;
}

const tagsOf = (values: Readonly<Record<string, string | undefined>>): Tag[] =>
  Object.entries(values).flatMap(([name, content]) => (content ? [{ name, content }] : []));

/** Tags of every page: what the register states of the site. */
export const siteTags = ({ archive }: Holding): Tag[] => tagsOf(archive.site.tags ?? {});

/** A field that a copy prints above a text: `索引号：006939748/2020-00123` */
function fieldOf({ version }: HeldText, name: string): string | undefined {
  const field = new RegExp(`^${name}\\s*[：:]\\s*(\\S.*)$`);
  const found = version.instrument.frame.map(({ text }) => field.exec(text.trim())?.[1]);
  return found.find((value) => value !== undefined);
}

/** Tags of the page of a text; the day is that of the gazette or of the promulgation, never of the build. */
export function textTags({ archive }: Holding, text: HeldText): Tag[] {
  const { instrument, source } = text.version;
  const issue = archive.issues.find(({ id }) => id === source.issue);
  return tagsOf({
    ArticleTitle: instrument.title,
    PubDate: issue?.masthead?.published ?? instrument.dates.promulgated,
    ContentSource: archive.site.tags?.['ContentSource']
      ? undefined
      : (issue?.masthead?.title ?? issue?.title),
    Author: instrument.issuer ?? text.work.issuer,
    索引号: fieldOf(text, '索引号'),
    文号: instrument.documentNumber ?? text.work.documentNumber,
  });
}
