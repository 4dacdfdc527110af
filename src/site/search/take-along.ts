/** Hands the query over to the text that is opened, so that it can be found there. Storage may be refused. */
const key = 'gongbao-find';

export function takeAlong(query: string): void {
  try {
    sessionStorage.setItem(key, query);
  } catch {
    // The text opens all the same.
  }
}

/** What was handed over, once. */
export function takenAlong(): string {
  try {
    const query = sessionStorage.getItem(key) ?? '';
    sessionStorage.removeItem(key);
    return query;
  } catch {
    return '';
  }
}
