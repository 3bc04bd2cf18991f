import { isIP } from 'node:net';
import type { DeliverySettings } from '@/lib/settings/schema';
import { groupsOf } from '@/lib/text/ip-groups';
import { plainAddress } from '@/lib/text/ip-range';

/** As much of an address as the settings let us keep: of a network, nobody is told from the neighbours. */
export function keptAddress(
  address: string | null | undefined,
  kept: DeliverySettings['tracking']['addresses'],
): string | undefined {
  const plain = plainAddress(address ?? '');
  const family = isIP(plain);
  if (family === 0 || kept === 'none') return undefined;
  if (kept === 'whole') return plain;
  if (family === 4) return plain.replace(/\d+$/, '0');
  const [a, b, c] = groupsOf(plain).map((group) => group.toString(16));
  return `${a}:${b}:${c}::`;
}
