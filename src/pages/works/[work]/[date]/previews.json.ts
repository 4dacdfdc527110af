/** What the links of one text lead to, for the reader who points at them. */
import { besidePages } from '../../../../site/beside-pages.ts';
import { previewFiles } from '../../../../site/references/previews.ts';
import { holdings } from '../../../../site/site.ts';

export async function getStaticPaths() {
  return besidePages(previewFiles(await holdings()), ({ path, body }) => {
    const [, work, date] = path.split('/');
    return { params: { work, date }, props: { body } };
  });
}

export function GET({ props }: { props: { body: string } }): Response {
  return new Response(props.body);
}
