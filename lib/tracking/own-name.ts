import { CachedFor } from '@/lib/async/cached-for';
import { sql } from '@/lib/database/db';
import { asciiDomainOf } from '@/lib/text/ascii-domain';
import { publicAddress } from './public-address';

type OwnName = { domain: string; companyId: string | null; host: string };

/** As long as other processes may not know of what a check found. */
const MAX_AGE_MS = 5_000;
const cache = new CachedFor<OwnName[], string>(MAX_AGE_MS, read);

/** For the process that looked, and for tests. */
export function forgetOwnNames(): void {
  cache.forget();
}

/**
 * Where the links of a message lead: by the name that its sender's domain, or the nearest above it, has for that, else by the one that its company has, else by our own
 * address; null: nobody said any. A name counts once a link of ours that was followed by it came out right, and only as long as that holds.
 */
export async function linkAddress(message: {
  sender: string | null;
  companyId: string | null;
}): Promise<string | null> {
  const address = publicAddress();
  if (address === null) return null;
  const names = await cache.get(new URL(address).hostname);
  if (names.length === 0) return address;
  const domain = asciiDomainOf(message.sender ?? '');
  const own = names.filter(({ companyId }) => companyId === message.companyId);
  const shared = names.filter(({ companyId }) => companyId === null);
  const isOfSender = (name: OwnName) => `.${domain}`.endsWith(`.${name.domain}`);
  const name =
    own.find(isOfSender) ?? shared.find(isOfSender) ?? (message.companyId === null ? undefined : own[0]);
  return name ? addressBy(name.host, address) : address;
}

/** Our address under another name: what stands before it and behind it stays. */
export function addressBy(host: string, address: string): string {
  const url = new URL(address);
  url.hostname = host;
  return url.href.replace(/\/+$/, '');
}

/** Those that were seen to lead to this host, whatever `PUBLIC_URL` was when they were looked at. */
function read(host: string): Promise<OwnName[]> {
  return sql()<OwnName[]>`
    select name as domain, company_id as "companyId", tracking_name || '.' || name as host from domains
    where tracking_name is not null and checks->'tracking'->>'state' = 'right'
      and checks->'tracking'->>'wanted' = ${host}
    order by length(name) desc, name, id`;
}
