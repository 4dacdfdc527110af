/** What the links of one text lead to, for the reader who points at them. */
import { previewsOf } from '../../../../site/references/previews.ts';
import { holdings } from '../../../../site/site.ts';
import { dateName } from '../../../../site/urls.ts';

export async function getStaticPaths() {
  const held = await holdings();
  return Array.from(held.works.values()).flatMap((work) =>
    work.versions.flatMap((version) => {
      const previews = previewsOf(held, version);
      if (Object.keys(previews).length === 0) return [];
      return [{ params: { work: work.id, date: dateName(version.date) }, props: { previews } }];
    }),
  );
}

export function GET({ props }: { props: { previews: object } }): Response {
  return new Response(JSON.stringify(props.previews));
}
