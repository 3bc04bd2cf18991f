import { cachedCompanies } from '@/lib/companies/cache';
import { currentSettings } from '@/lib/settings/current';
import { isLimited } from './leases';
import type { Limited } from './limits';

/** What limits a company, over all providers that carry its messages, by its own clock; undefined: nothing does. */
export async function companyLimits(companyId: string | null): Promise<Limited | undefined> {
  const company = companyId === null ? undefined : (await cachedCompanies()).get(companyId);
  if (!company) return undefined;
  const { general } = await currentSettings();
  const { id, limits, timeZone } = company;
  const limited = {
    id,
    limits,
    timeZone: timeZone ?? general.timeZone,
    budget: null,
    costMicros: 0,
    monthlyFeeMicros: 0,
  };
  return isLimited(limited) ? limited : undefined;
}
