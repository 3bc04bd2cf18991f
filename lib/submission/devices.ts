import { blockList, isInList, isWithin } from '@/lib/text/cidr';
import { isCidr } from '@/lib/text/ip-range';

/** Networks of houses and offices (RFC 1918, RFC 4193). Not this machine: a proxy on it makes everybody come from there. */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'];

/** A network whose devices hand in without signing in, and the public beginning of the token whose rights they have. */
export type DeviceNetwork = { network: string; publicId: string };

/** `192.168.1.40/32=rlv_abcdefghijkl`; null: it is none, or a network that strangers are in. */
export function readDeviceNetwork(text: string): DeviceNetwork | null {
  const [network = '', token = '', ...others] = text.split('=');
  const publicId = /^rlv_([0-9A-Za-z]{12})$/.exec(token.trim())?.[1];
  if (others.length > 0 || !publicId || !isCidr(network.trim())) return null;
  const inner = network.trim();
  return PRIVATE.some((outer) => isWithin(inner, outer)) ? { network: inner, publicId } : null;
}

/** Of the narrowest network that the address is in; null: of none. */
export function deviceToken(networks: readonly DeviceNetwork[], address: string): string | null {
  const found = networks
    .filter(({ network }) => isInList(blockList([network]), address))
    .toSorted((a, b) => Number(b.network.split('/')[1]) - Number(a.network.split('/')[1]));
  return found[0]?.publicId ?? null;
}
