/// <reference types="astro/client" />

/** A named place of a page: the city's own part, or ours (astro.city.mjs). */
declare module 'gongbao:slot/*' {
  const part: (props: Record<string, unknown>) => unknown;
  export default part;
}
