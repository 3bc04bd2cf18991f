import { domainStandings } from '@/lib/alignment/standings';
import { warmUpStandings } from '@/lib/capacity/warm-ups';
import { settingsFor } from '@/lib/companies/settings-for';
import { cachedProviders } from '@/lib/providers/cache';
import { keepsMessages } from '@/lib/providers/keeps';
import { hasRealProvider } from '@/lib/routing/pass-over';
import { asciiDomainOf } from '@/lib/text/ascii-domain';
import { bad, type CampaignCheck, good, warn } from './check-result';
import type { CampaignRow } from './rows';

/** Those that could carry it; sandboxes only where there is nobody else, not even one that is paused: mail waits for it. */
export async function carriersOf(row: CampaignRow) {
  const all = await cachedProviders();
  const usual = all.filter(
    ({ row: provider, problem }) =>
      provider.channel === 'email' &&
      provider.active &&
      !problem &&
      (provider.companyId === null || provider.companyId === row.companyId) &&
      provider.categories.includes('marketing'),
  );
  const real = usual.filter(({ row: provider }) => !keepsMessages(provider));
  if (real.length > 0) return real;
  const there = all.map(({ row: provider }) => ({ ...provider, keeps: keepsMessages(provider) }));
  return hasRealProvider(there, { channel: 'email', companyId: row.companyId }) ? [] : usual;
}

/** Who sends it, by whom, and whether its domain says that this is genuine. */
export async function checkSender(
  row: CampaignRow,
  carriers: Awaited<ReturnType<typeof carriersOf>>,
): Promise<CampaignCheck[]> {
  const [first] = carriers;
  if (!first) return [bad('carrier', 'nobody')];
  const sender = row.fromEmail ?? (await settingsFor(row.companyId)).sender?.email ?? first.row.fromEmail;
  if (!sender) return [bad('sender', 'none')];
  const domain = asciiDomainOf(sender);
  const carrier = keepsMessages(first.row)
    ? warn('carrier', 'sandbox')
    : good('carrier', 'carries', { provider: first.row.name });
  const standing = (await domainStandings()).find((one) => one.domain === domain);
  if (!standing) return [carrier, warn('domain', 'unknown', { domain })];
  const breaking = carriers.filter(({ row: provider }) => standing.breaks.includes(provider.id));
  if (breaking.length === 0) return [carrier, good('domain', 'aligned', { domain })];
  const values = { domain, provider: breaking[0]!.row.name };
  return [
    carrier,
    breaking.length === carriers.length
      ? bad('domain', 'not_aligned', values)
      : warn('domain', 'not_all_aligned', values),
  ];
}

/** Whether today's allowance of a server that is being warmed up is enough. */
export async function checkWarmUp(row: CampaignRow, toSend: number): Promise<CampaignCheck[]> {
  const sender = row.fromEmail ?? (await settingsFor(row.companyId)).sender?.email;
  const found = (await warmUpStandings()).find(({ domain }) => sender && domain === asciiDomainOf(sender));
  if (!found) return [];
  return [
    found.allowance < toSend
      ? warn('warm_up', 'beyond', { allowance: found.allowance, count: toSend })
      : good('warm_up', 'within', { allowance: found.allowance }),
  ];
}
