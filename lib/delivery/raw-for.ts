import { loadRaw } from '@/lib/messages/load-raw';
import type { Carries } from '@/lib/routing/carries';
import type { Content } from './begin-attempt';
import type { ClaimedMessage } from './claim';

type Contents = { given: Content; shown: Content };

/**
 * The mail as its program wrote it, where it goes so: by a provider that takes one, and if nothing is to be put into it. What is signed or
 * encrypted is not changed for that.
 */
export async function rawFor(
  { id, cargo }: ClaimedMessage,
  carries: Carries,
  { given, shown }: Contents,
): Promise<Buffer | undefined> {
  const need = cargo?.raw;
  if (!need || !carries.raw) return undefined;
  const isChanged = shown.html !== given.html || shown.headers !== given.headers;
  if (need === 'preferred' && isChanged) return undefined;
  return (await loadRaw(id)) ?? undefined;
}
