/**
 * A city's own pages and parts, beside its content: `site/pages/**` are pages of the site, and a file with the name of a
 * slot in `site/slots/` stands in the place of ours.
 *
 * `site/pages/lianxi.astro` → `/lianxi/` · `site/slots/Footer.astro` → the foot of every page
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const software = fileURLToPath(new URL('.', import.meta.url));

/** Name of a slot, and what stands there where the city has nothing: see docs/city.md. */
export const slots = {
  Header: 'src/components/SiteHeader.astro',
  Footer: 'src/components/SiteFooter.astro',
  HomeTop: 'src/components/Empty.astro',
  HomeEnd: 'src/components/Empty.astro',
  TextEnd: 'src/components/Empty.astro',
};

const filesBelow = (dir) =>
  existsSync(dir) && statSync(dir).isDirectory()
    ? readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
    : [];

/** `pages/a/index.astro` → `/a` · `pages/b/[c].astro` → `/b/[c]` */
const patternOf = (pages, file) =>
  `/${relative(pages, file)
    .split(sep)
    .join('/')
    .replace(/\.\w+$/, '')}`.replace(/\/index$/, '') || '/';

/**
 * @param {string} [folder] the city's `site/`, by default in the folder of the command
 * @returns {import('astro').AstroIntegration}
 */
export function city(folder = process.env.GONGBAO_CITY || 'site') {
  const root = resolve(folder);
  const pages = join(root, 'pages');
  return {
    name: 'gongbao-city',
    hooks: {
      'astro:config:setup'({ injectRoute, updateConfig, addWatchFile, logger }) {
        for (const file of filesBelow(pages)) {
          if (/\.(?:astro|md|html|ts|js)$/.test(file))
            injectRoute({ pattern: patternOf(pages, file), entrypoint: file });
          addWatchFile(file);
        }
        const own = filesBelow(join(root, 'slots'));
        const named = own.map((file) => relative(join(root, 'slots'), file));
        for (const name of named)
          if (!Object.keys(slots).some((slot) => name === `${slot}.astro`))
            logger.error(`site/slots/${name}：没有这个位置；有 ${Object.keys(slots).join('、')}`);
        const alias = Object.entries(slots).map(([slot, ours]) => ({
          find: `gongbao:slot/${slot}`,
          replacement: named.includes(`${slot}.astro`)
            ? join(root, 'slots', `${slot}.astro`)
            : join(software, ours),
        }));
        updateConfig({ vite: { resolve: { alias } } });
      },
    },
  };
}
