import type { Asked, Usage } from '@/lib/ai/call/ask-provider';

/** Millionths of a US dollar for a million tokens; null: unknown. */
export type Price = { inputMicros: number | null; outputMicros: number | null };

/** In millionths of a US dollar, rounded up; null where the price is unknown. What came from a cache counts as the rest: never too little. */
export function costOf(
  { inputMicros, outputMicros }: Price,
  usage: Pick<Usage, 'input' | 'output'>,
): number | null {
  if (inputMicros === null || outputMicros === null) return null;
  return Math.ceil((usage.input * inputMicros + usage.output * outputMicros) / 1_000_000);
}

/** Spanish has some 3.5 characters a token; what JSON and marks add is in it. */
const CHARACTERS_A_TOKEN = 3;

/** More than any of ours has. */
const SCHEMA_CHARACTERS = 3_000;

type Most = Pick<Asked<unknown>, 'instructions' | 'input' | 'maxOutputTokens'>;

/** What a call may cost at most, one more try included: no service says so before. */
export function mostCost(price: Price, { instructions, input, maxOutputTokens }: Most): number | null {
  const characters = JSON.stringify(input).length + instructions.length + SCHEMA_CHARACTERS;
  return costOf(price, { input: (2 * characters) / CHARACTERS_A_TOKEN, output: 2 * maxOutputTokens });
}
