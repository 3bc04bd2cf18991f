import { currentSettings } from '@/lib/settings/current';
import type { GeneralSettings } from '@/lib/settings/schema';
import { cachedCompanies } from './cache';

export type Sender = { email: string; name?: string };

/** What holds for a company; `sender` only where it has one. */
export type CompanySettings = GeneralSettings & {
  sender: Sender | null;
};

/** The general settings with what the company has of its own laid over them; null: no company. Known for a second. */
export async function settingsFor(companyId: string | null): Promise<CompanySettings> {
  const { general } = await currentSettings();
  const company = companyId === null ? undefined : (await cachedCompanies()).get(companyId);
  if (!company) return { ...general, sender: null };
  const { timeZone, currency, country, fromEmail, fromName } = company;
  return {
    ...general,
    timeZone: timeZone ?? general.timeZone,
    currency: currency ?? general.currency,
    country: country ?? general.country,
    sender: fromEmail === null ? null : { email: fromEmail, name: fromName ?? undefined },
  };
}
