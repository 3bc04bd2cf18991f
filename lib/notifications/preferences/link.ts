import { linkKey } from '@/lib/tracking/link-key';
import { signLink } from '@/lib/tracking/link-token';
import { publicAddress } from '@/lib/tracking/public-address';

/** Where a person chooses what they are told, without an account; null: nobody said where this system is reached. */
export async function preferencesUrl(contactId: string): Promise<string | null> {
  const address = publicAddress();
  if (!address) return null;
  return `${address}/api/u/preferences/${signLink({ kind: 'preferences', contactId }, await linkKey())}`;
}
