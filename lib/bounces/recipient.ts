import type { StoredRecipient } from '@/drizzle/schema/messages';
import { spellings } from '@/lib/text/spellings';
import { isOut } from './find-message';

/**
 * Of whom of a message's recipients a report speaks: by the original address, by the final one, else the only one, to whose alias or forward
 * it went. Nobody where it could be several.
 */
export function recipientOf(named: string[], recipients: StoredRecipient[]): string | undefined {
  const out = recipients.filter(isOut);
  for (const name of named) {
    const known = new Set(spellings(name));
    const found = out.find(({ address }) => spellings(address).some((spelling) => known.has(spelling)));
    if (found) return found.address;
  }
  return out.length === 1 && recipients.length === 1 ? out[0]!.address : undefined;
}
