/** One spelling for width and case, without marks and spaces: what is typed to narrow a list, and what the list holds. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]/gu, '');
}
