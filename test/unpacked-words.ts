/** Words that no packing shortens: 300 of them weigh about as many bytes as characters. */
export function words(seed: number, length: number): string {
  let at = seed * 7919 + 17;
  return Array.from({ length }, () => {
    at = (at * 1103515245 + 12345) % 2147483648;
    return String.fromCodePoint(0x4e00 + (at % 20000));
  }).join('');
}
