import { inTurns } from '@/lib/async/in-turns';
import { currentSettings } from '@/lib/settings/current';
import { isEmailAddress, readMailbox } from '@/lib/text/address';
import { asciiDomain } from '@/lib/text/ascii-domain';
import { isDisposableDomain } from './disposable';
import { LookUps } from './look-ups';
import { findMailServers, type MailServers } from './mail-servers';
import { repairAddress } from './repair-address';
import { isRoleName } from './roles';
import { type AddressCheck, type AddressReason, REASONS, type Verdict } from './schema';
import { likelyTypo, nearestCommon } from './suggest-domain';

/**
 * What can be told of addresses without writing to them: each is fine, doubtful, wrong or unknown, in order. Nobody is asked but DNS, and
 * that DNS fails never makes one wrong. `lookUps`: what the request that they are of may ask.
 */
export async function checkAddresses(addresses: string[], lookUps = new LookUps()): Promise<AddressCheck[]> {
  const { delivery } = await currentSettings();
  const { singleLabelDomains: singleLabel } = delivery.content;
  return lookUps.forList(async () => {
    const checked: Promise<AddressCheck>[] = [];
    for (const address of addresses) {
      // All messages of a batch come here at once, each with up to fifty.
      await inTurns();
      checked.push(checkAddress(address, { singleLabel, lookUps }));
    }
    return Promise.all(checked);
  });
}

type Rules = { singleLabel: boolean; lookUps: LookUps };

async function checkAddress(given: string, { singleLabel, lookUps }: Rules): Promise<AddressCheck> {
  const address = readMailbox(given)?.email ?? given;
  if (!isEmailAddress(address, { singleLabel })) return judge(given, ['syntax'], repairAddress(address));
  const at = address.lastIndexOf('@');
  const domain = asciiDomain(address.slice(at + 1));
  // The sandbox's own, which is how every outcome is played; a name of one's own network, which DNS outside does not know.
  if (domain === 'sandbox.test' || !domain.includes('.')) return judge(given, [], null);
  const servers = isReserved(domain) ? 'reserved' : await findMailServers(domain, lookUps);
  // One answer may be what all of them waited for.
  if (servers !== 'reserved') await inTurns();
  const takesMail = servers === 'mx' || servers === 'address_only' || servers === 'unknown';
  const meant = takesMail ? likelyTypo(domain) : nearestCommon(domain);
  const reasons: (AddressReason | false)[] = [
    BY_SERVERS[servers],
    meant !== null && 'typo',
    // Slips of the large ones stand in the list as well.
    meant === null && isDisposableDomain(domain) && 'disposable',
    isRoleName(address.slice(0, at)) && 'role',
  ];
  return judge(
    given,
    reasons.filter((reason) => reason !== false),
    meant && `${address.slice(0, at)}@${meant}`,
  );
}

const BY_SERVERS: Record<MailServers | 'reserved', AddressReason | false> = {
  mx: false,
  address_only: 'no_mx',
  null_mx: 'null_mx',
  none: 'no_mail_server',
  no_domain: 'no_domain',
  reserved: 'reserved',
  unknown: 'dns_failed',
};

/** Names that nobody has (RFC 2606, RFC 6761): DNS need not be asked. `example.com` and its like say so themselves. */
function isReserved(domain: string): boolean {
  return /\.(test|example|invalid|localhost)$/.test(domain);
}

const GRAVEST: Verdict[] = ['wrong', 'doubtful', 'unknown'];

function judge(address: string, reasons: AddressReason[], suggestion: string | null): AddressCheck {
  const rank = (reason: AddressReason) => GRAVEST.indexOf(REASONS[reason]);
  const sorted = reasons.toSorted((a, b) => rank(a) - rank(b));
  return { address, verdict: sorted[0] ? REASONS[sorted[0]] : 'fine', reasons: sorted, suggestion };
}
