/** A bare Astro build of ready pages: `node bare.ts SITE WORK`: the pages of SITE as strings, its other files copied. */
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const [site = '', work = ''] = process.argv.slice(2);
const names = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(site, join(entry.parentPath, entry.name)));
const isPage = (name: string): boolean => name === 'index.html' || name.endsWith('/index.html');

rmSync(work, { recursive: true, force: true });
mkdirSync(join(work, 'src/pages'), { recursive: true });
for (const name of names.filter((one) => !isPage(one))) {
  mkdirSync(dirname(join(work, 'public', name)), { recursive: true });
  cpSync(join(site, name), join(work, 'public', name));
}
const pages = names.filter(isPage);
writeFileSync(
  join(work, 'pages.json'),
  JSON.stringify(pages.map((name) => [dirname(name), join(site, name)])),
);
writeFileSync(
  join(work, 'src/pages/[...path].astro'),
  `---
import { readFileSync } from 'node:fs';
export const getStaticPaths = () =>
  JSON.parse(readFileSync(${JSON.stringify(join(work, 'pages.json'))}, 'utf8')).map(([path, file]) => ({
    params: { path: path === '.' ? undefined : path },
    props: { html: readFileSync(file, 'utf8') },
  }));
const { html } = Astro.props;
---
<Fragment set:html={html} />
`,
);
const { build } = await import('astro');
const began = performance.now();
await build({
  root: work,
  configFile: false,
  trailingSlash: 'always',
  logLevel: 'error',
  devToolbar: { enabled: false },
});
console.log(JSON.stringify({ seconds: (performance.now() - began) / 1000, pages: pages.length }));
