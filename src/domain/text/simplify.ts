/** Traditional characters as simplified ones, for names and addresses that are typed; texts themselves are never changed. */
import { simplified, traditional } from './traditional.ts';

/** Each traditional character that has one simplified form. */
export const simplifiedForms: ReadonlyMap<string, string> = new Map(
  Array.from(traditional, (form, i) => [form, simplified[i]!]),
);

/** `樣品處罰法第二條` → `样品处罚法第二条`; every character keeps its place. */
export function simplify(text: string): string {
  return Array.from(text, (c) => simplifiedForms.get(c) ?? c).join('');
}
