/** Short answers that the views of an archive know: who is in charge, what a report is worth. Which answers a question. */
import type { Day, EverydayWord } from '../model.ts';
import { normalise } from './analysis.ts';
import { askingReward, askingWho, questionWords } from './question-words.ts';

/** Words that lead to the provision which says them. */
export interface CardLink {
  text: string;
  href: string;
}

interface CardSource {
  /** The text that says it, with the day of that text. */
  source: CardLink;
  date: Day;
  /** What is to be said of the force of the text: from one day until before another; empty: without bound. */
  stretches: { since: Day; until: Day; shape: string; word: string; tone: string; plain?: string }[];
}

/** Who answers for a field. */
export interface WhoCard extends CardSource {
  asks: 'who';
  field: string;
  holders: { verb: string; person: CardLink }[];
}

/** What acts are worth, and the way to it. */
export interface RewardCard extends CardSource {
  asks: 'reward';
  tiers: { amount: CardLink; condition: CardLink; acts: CardLink[] }[];
  steps: { words: string; place: CardLink }[];
}

export type Card = WhoCard | RewardCard;

/** More fields than this answer no question. */
const mostFields = 3;

/**
 * The cards that answer a question, of a reward the tiers alone that are asked for.
 *
 * 谁分管环保 → the card of 生态环境 · 举报奖励多少钱 → all tiers · 乱倒垃圾 → those of 倾倒…危险废物
 */
export function answering(cards: readonly Card[], query: string, everyday: readonly EverydayWord[]): Card[] {
  const typed = normalise(query).replace(/[^\p{L}\p{N}]/gu, '');
  if (without(typed, askingWho) !== typed) return fieldsOf(cards, fieldsAsked(query, everyday));
  const reward = without(typed, askingReward);
  const asked = wordsOf(without(reward, questionWords), everyday);
  if (reward === typed && asked.led.length === 0) return [];
  return cards.flatMap((card): Card[] => {
    if (card.asks !== 'reward') return [];
    const tiers = card.tiers.flatMap((tier) => {
      const acts = tier.acts.filter(({ text }) => holds(normalise(text), asked));
      const whole = holds(normalise(`${tier.condition.text}${tier.acts.map(({ text }) => text).join('')}`), {
        ...asked,
        left: '',
      });
      if (asked.led.length === 0 && asked.left === '') return [tier];
      return acts.length > 0 ? [{ ...tier, acts }] : tier.acts.length === 0 && whole ? [tier] : [];
    });
    return tiers.length > 0 ? [{ ...card, tiers }] : [];
  });
}

/**
 * What a question about a person in charge asks of: the field as said, and as texts call it; empty where it names none.
 *
 * 谁分管环保 → 环保, 生态环境
 */
export function fieldsAsked(query: string, everyday: readonly EverydayWord[]): string[] {
  const typed = normalise(query).replace(/[^\p{L}\p{N}]/gu, '');
  const named = without(typed, askingWho);
  const asked = without(named, questionWords);
  const led = everyday.find(({ said }) => asked.startsWith(normalise(said)));
  // Words that neither ask nor stand in the table are no question.
  if (asked.length < 2 || (named === typed && !led)) return [];
  return [asked, ...(led?.meant.map(normalise) ?? [])];
}

/** True where a field is one of those asked for, or a part of it, or the other way about. */
export function isField(name: string, forms: readonly string[]): boolean {
  const field = normalise(name);
  return forms.some((form) => field.includes(form) || (field.length > 1 && form.includes(field)));
}

function fieldsOf(cards: readonly Card[], forms: readonly string[]): Card[] {
  const found = cards.filter((card): card is WhoCard => card.asks === 'who' && isField(card.field, forms));
  const same = found.filter(({ field }) => forms.includes(normalise(field)));
  return (same.length > 0 ? same : found).slice(0, mostFields);
}

interface Asked {
  led: EverydayWord[];
  /** What no entry of the table stands for. */
  left: string;
}

function wordsOf(asked: string, everyday: readonly EverydayWord[]): Asked {
  let left = asked;
  const led: EverydayWord[] = [];
  for (const entry of [...everyday].sort((a, b) => b.said.length - a.said.length)) {
    const said = normalise(entry.said);
    if (!left.includes(said)) continue;
    led.push(entry);
    left = left.replace(said, '');
  }
  return { led, left };
}

function holds(text: string, { led, left }: Asked): boolean {
  const all = led.every(({ said, meant }) => [said, ...meant].some((form) => text.includes(normalise(form))));
  return all && text.includes(left);
}

/** A text without the words of a list, the longest first. */
function without(text: string, words: ReadonlySet<string>): string {
  let left = text;
  for (const word of [...words].sort((a, b) => b.length - a.length)) left = left.split(word).join('');
  return left;
}
