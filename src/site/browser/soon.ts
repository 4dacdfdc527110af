/**
 * Loads what makes a page work: at once where its address asks something of it, else when the page stands, so that what
 * is read first comes first.
 * @returns loads it now, where the reader does not wait for that
 */
export function soon<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  const now = (): Promise<T> => {
    loading ??= load();
    return loading;
  };
  if (location.search !== '' || location.hash !== '' || document.readyState === 'complete') void now();
  else addEventListener('load', now, { once: true });
  return now;
}
