import { remember } from '@/lib/async/memory';
import { sql } from '@/lib/database/db';
import type { Signer } from './sign';
import { openPrivateKey } from './stored-keys';

const KNOWN_MS = 2_000;
const MOST_KNOWN = 1_000;

type Entry = { signers: Promise<Signer[]>; until: number };
const known = new Map<string, Entry>();
remember(() => known.clear());

/**
 * What signs for a sender: the keys of its domain, else of the nearest one above it, which is aligned as well (RFC 9989); its company's before
 * those of all. None: nobody has set the domain up. Known for two seconds. @throws Error where a key cannot be opened
 */
export function signersFor(domain: string, companyId: string | null): Promise<Signer[]> {
  const which = `${companyId ?? ''} ${domain}`;
  const entry = known.get(which);
  if (entry && entry.until > performance.now()) return entry.signers;
  const fresh = { signers: read(domain, companyId), until: performance.now() + KNOWN_MS };
  fresh.signers.catch(() => known.delete(which));
  known.delete(which);
  known.set(which, fresh);
  if (known.size > MOST_KNOWN) known.delete(known.keys().next().value!);
  return fresh.signers;
}

/** For tests, and for the process that made a change. */
export function forgetSigners(): void {
  known.clear();
}

type Row = { id: string; domain: string; selector: string; algorithm: Signer['algorithm']; sealed: string };

async function read(domain: string, companyId: string | null): Promise<Signer[]> {
  const rows = await sql()<Row[]>`
    select k.id, d.name as domain, k.selector, k.algorithm, k.sealed
    from domains d join domain_keys k on k.domain_id = d.id
    where d.name = any(${namesUpwards(domain)}) and (d.company_id is null or d.company_id = ${companyId})
      and k.state = 'signing' and k.sealed is not null
    order by length(d.name) desc, d.company_id is null, k.algorithm`;
  const nearest = rows[0]?.domain;
  const ids = new Set<string>();
  // Of a company and of all alike: the first of each algorithm is the company's own.
  return rows
    .filter((row) => row.domain === nearest && !ids.has(row.algorithm) && ids.add(row.algorithm))
    .map(({ id, sealed, ...row }) => ({ ...row, key: openPrivateKey(id, sealed) }));
}

function namesUpwards(domain: string): string[] {
  const labels = domain.toLowerCase().split('.');
  return labels.slice(0, -1).map((_, at) => labels.slice(at).join('.'));
}
