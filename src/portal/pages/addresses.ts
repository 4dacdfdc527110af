/** Addresses of the portal's own pages. */
import { splitId } from '../entries.ts';

/** What an address asks, by name; several values of one name stand one behind the other. */
export type Parameters = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** An address with parameters; what is empty is left out. */
export function address(path: string, parameters: Parameters): string {
  const query = new URLSearchParams();
  for (const [name, given] of Object.entries(parameters)) {
    for (const value of [given].flat())
      if (value !== undefined && value !== '') query.append(name, String(value).toWellFormed());
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Page of a work in the portal. */
export const workPage = (id: string): string => {
  const { city, work } = splitId(id);
  return `/works/${encodeURIComponent(city)}/${encodeURIComponent(work)}`;
};
