/** The lines of the source on which the provisions of one text begin. */
import { besidePages } from '../../../../site/beside-pages.ts';
import { holdings } from '../../../../site/site.ts';
import { placeLineFiles } from '../../../../site/views/source-lines.ts';

export async function getStaticPaths() {
  return besidePages(placeLineFiles(await holdings()), ({ path, body }) => {
    const [, work, date] = path.split('/');
    return { params: { work, date }, props: { body } };
  });
}

export function GET({ props }: { props: { body: string } }): Response {
  return new Response(props.body);
}
