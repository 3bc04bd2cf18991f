import { isDeepStrictEqual } from 'node:util';
import type { ParsedMessage } from '@/lib/channels/message-fields';
import { maskTokens, maskTokensIn } from '@/lib/tokens/mask';

const WALKED = ['subject', 'tags', 'metadata', 'headers', 'providerTemplate'] as const;

/**
 * The message without API tokens that somebody pasted into it: what is stored is read by many, and so is what is sent. `masked` names the
 * fields, for the event of its acceptance. Files stay as they are.
 */
export function maskMessage(input: ParsedMessage): { input: ParsedMessage; masked: string[] } {
  const given = input as ParsedMessage & Record<string, unknown>;
  const changes: Record<string, unknown> = {};
  for (const name of ['html', 'text'] as const) {
    const text = given[name];
    if (text?.includes('rlv_') && maskTokens(text) !== text) changes[name] = maskTokens(text);
  }
  for (const name of WALKED) {
    const value = given[name];
    if (value === undefined) continue;
    const masked = maskTokensIn(value);
    if (!isDeepStrictEqual(masked, value)) changes[name] = masked;
  }
  const masked = Object.keys(changes);
  return masked.length === 0 ? { input, masked } : { input: { ...input, ...changes }, masked };
}
