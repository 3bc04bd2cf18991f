import { type BlockList, isIP } from 'node:net';
import { env } from '@/lib/env';
import { blockList } from '@/lib/text/cidr';
import { groupsOf } from '@/lib/text/ip-groups';
import { type HostAddress, lookUpHost } from './look-up-host';

/**
 * Private, special and translated ranges (RFC 6890 and after): nothing of ours may be steered there by a URL. No `::ffff:0:0/96`: Node's
 * BlockList compares IPv4 as mapped IPv6, so that rule denies every public IPv4 address; the rules of IPv4 catch mapped ones.
 */
const DENIED = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  // Azure's own services, also its metadata.
  '168.63.129.16/32',
  // Unspecified, loopback, IPv4-compatible; translated (RFC 2765).
  '::/96',
  '::ffff:0:0:0/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '100:0:0:1::/64',
  '2001::/32',
  '2001:2::/48',
  '2001:10::/28',
  '2001:20::/28',
  '2001:30::/28',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];
/** Metadata of clouds: blocked whatever an administrator allows. */
const NEVER = [
  '169.254.169.254/32',
  '169.254.170.2/32',
  '169.254.170.23/32',
  '100.100.100.200/32',
  '168.63.129.16/32',
  'fd00:ec2::254/128',
  'fd00:ec2::23/128',
];

const denied = blockList(DENIED);
const loopback = blockList(['127.0.0.0/8', '::1/128']);
const ownLink = blockList(['169.254.0.0/16', 'fe80::/10']);
const never = blockList(NEVER);

/** May an HTTP request go to this address? `RELEVO_PRIVATE_TARGETS` opens private ranges, never the metadata of a cloud. */
export function isAllowedAddress(address: string, allowed = env().RELEVO_PRIVATE_TARGETS): boolean {
  const forms = formsOf(address);
  if (forms.length === 0 || forms.some((form) => isIn(never, form))) return false;
  const open = blockList(allowed);
  return forms.every((form) => !isIn(denied, form) || isIn(open, form));
}

export function isPublicAddress(address: string): boolean {
  const forms = formsOf(address);
  return forms.length > 0 && forms.every((form) => !isIn(denied, form));
}

/** Of this machine itself. */
export function isOwnAddress(address: string): boolean {
  const forms = formsOf(address);
  return forms.length > 0 && forms.some((form) => isIn(loopback, form));
}

/** The address, and the IPv4 address that it carries inside, where it does: both are judged. None: it is no address. */
function formsOf(address: string): string[] {
  // A zone names an interface of this machine: no address of anybody else's has one.
  if (isIP(address) === 0 || address.includes('%')) return [];
  const inside = isIP(address) === 6 ? embeddedIPv4(address) : null;
  return inside ? [address, inside] : [address];
}

/** Mapped and compatible (RFC 4291), translated (RFC 2765), NAT64 (RFC 6052), 6to4 (RFC 3056), ISATAP (RFC 5214), Teredo (RFC 4380). */
const LAST_32_BITS = blockList([
  '::ffff:0:0/96',
  '::/96',
  '::ffff:0:0:0/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
]);
const SIX_TO_FOUR = blockList(['2002::/16']);
const TEREDO = blockList(['2001::/32']);
const ISATAP = /^(?:0|200):5efe$/;

function embeddedIPv4(address: string): string | null {
  const groups = groupsOf(address);
  const at = (index: number, mask = 0) => {
    const [high = 0, low = 0] = groups.slice(index, index + 2).map((group) => group ^ mask);
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  };
  if (isIn(SIX_TO_FOUR, address)) return at(1);
  // The client's address, with every bit turned over.
  if (isIn(TEREDO, address)) return at(6, 0xffff);
  const isatap = ISATAP.test(`${groups[4]!.toString(16)}:${groups[5]!.toString(16)}`);
  // Unspecified and loopback carry nothing.
  const isOwn = groups.slice(0, 7).every((group) => group === 0) && groups[7]! <= 1;
  return isatap || (!isOwn && isIn(LAST_32_BITS, address)) ? at(6) : null;
}

function isIn(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Every address of a host, looked up once; the caller connects to one of these and not to the name, so that a second answer of
 * the DNS cannot lead elsewhere. @throws Error with code `EBLOCKED` when any of them is not allowed, or the DNS's own code
 */
export async function resolveTarget(host: string): Promise<HostAddress[]> {
  const found = await lookUpHost(host);
  if (found.some(({ address }) => !isAllowedAddress(address))) throw blocked(host);
  return found;
}

/**
 * The same for SMTP servers, which may stand on private addresses: an own one on the same network is a main use. Never a cloud's metadata,
 * nor the link's own addresses, where clouds keep more of it.
 * @throws Error with code `EBLOCKED`, or the DNS's own code
 */
export async function resolveMailServer(host: string): Promise<HostAddress[]> {
  const found = await lookUpHost(host);
  const isNone = (form: string) => isIn(never, form) || isIn(ownLink, form);
  if (found.some(({ address }) => formsOf(address).some(isNone)))
    throw Object.assign(new Error(`${host} is an address of the cloud's own services`), { code: 'EBLOCKED' });
  return found;
}

function blocked(host: string): Error {
  return Object.assign(new Error(`${host} is a private address; RELEVO_PRIVATE_TARGETS can allow it`), {
    code: 'EBLOCKED',
  });
}
