import type { Context } from '@/lib/context';
import { checkDomain } from '../check';
import { findRow } from '../find';
import type { DomainRow } from '../row';
import { providersFor } from '../senders';
import { summarizeReason } from './reasons';
import type { PairsView, PairView } from './schema';

/** A domain with each provider, as it was found the last time. @throws AppError not_found */
export async function listPairs(ctx: Context, ref: string): Promise<PairsView> {
  return viewPairs(await findRow(ctx, ref));
}

/** The same, judged now: would it pass? Nothing is sent. @throws AppError not_found, forbidden */
export async function checkPairs(ctx: Context, { id: ref }: { id: string }): Promise<PairsView> {
  const { id } = await checkDomain(ctx, { id: ref });
  return listPairs(ctx, id);
}

/** One that came since, or was changed, was not judged yet. */
export async function viewPairs({ name, companyId, pairs, senders }: DomainRow): Promise<PairsView> {
  const providers = await providersFor(companyId);
  const data = providers.map(({ row: { id, name: provider, kind, version } }): PairView => {
    const pair = pairs[id]?.version === version ? pairs[id] : undefined;
    const { verdict = 'unknown', reasons = [{ code: 'not_judged' }] } = pair ?? {};
    return {
      provider: { id, name: provider, kind },
      isSender: senders.providerIds.includes(id),
      verdict,
      spf: pair?.spf ?? { result: 'unknown', domain: null, aligned: false, address: null },
      dkim: pair?.dkim ?? { result: 'unknown', domain: null, aligned: false, by: null },
      dmarc: pair?.dmarc ?? { result: 'unknown', policy: null },
      reasons,
      summary: reasons.map(summarizeReason).join(' '),
      checkedAt: pair?.checkedAt ?? null,
    };
  });
  return { domain: name, data: data.toSorted((a, b) => Number(b.isSender) - Number(a.isSender)) };
}
