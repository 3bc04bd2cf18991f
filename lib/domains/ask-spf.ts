import { mayChange } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { newDnsResolver } from '@/lib/dns/resolver';
import { evaluateSpf } from '@/lib/spf/evaluate-spf';
import { findRow } from './find';
import type { SpfAnswer, SpfQuestion } from './schema';

/** RFC 7208, 4.6.4: receivers may give up after twenty seconds. */
const WITHIN_MS = 15_000;

/** Would receivers let this address send for the domain (RFC 7208)? @throws AppError not_found, forbidden */
export async function askSpf(
  ctx: Context,
  { id: ref, ip, mailFrom, helo }: SpfQuestion & { id: string },
): Promise<SpfAnswer> {
  const { name, companyId } = await findRow(ctx, ref);
  mayChange(ctx, companyId);
  const { result, reason, explanation, lookups, voidLookups } = await evaluateSpf({
    ip,
    mailFrom: mailFrom ?? `postmaster@${name}`,
    helo: helo ?? name,
    resolver: newDnsResolver({ withinMs: WITHIN_MS }),
  });
  return { result, reason, explanation: explanation ?? null, lookups, voidLookups };
}
