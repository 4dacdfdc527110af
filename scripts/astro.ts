/** Astro as the commands run it: its pages come from the software's folder, what is made on the way goes to the work folder. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroInlineConfig } from 'astro';
import { softwareFolder } from './package.ts';

/**
 * What `astro build` and `astro dev` are given alike, with the settings of the software's own `astro.config.mjs`.
 * @param work the work folder
 */
export async function astroConfig(work: string): Promise<AstroInlineConfig> {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const software = softwareFolder();
  const { default: config } = await import(pathToFileURL(join(software, 'astro.config.mjs')).href);
  return {
    ...config,
    configFile: false,
    root: work,
    srcDir: join(software, 'src'),
    publicDir: join(software, 'public'),
    cacheDir: join(work, 'astro'),
    logLevel: 'error',
  };
}
