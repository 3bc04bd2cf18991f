import { currentSettings } from '@/lib/settings/current';
import type { GeneralSettings } from '@/lib/settings/schema';
import { cachedCompanies } from './cache';
import type { CompanyView } from './schema';

export type Sender = { email: string; name?: string };

/** What holds for a company; `language`, `sender` and `brand` only where it has some. */
export type CompanySettings = GeneralSettings & {
  language: string | null;
  sender: Sender | null;
  brand: CompanyView['brand'];
};

/** The general settings with what the company has of its own laid over them; null: no company. Known for a second. */
export async function settingsFor(companyId: string | null): Promise<CompanySettings> {
  const { general } = await currentSettings();
  const company = companyId === null ? undefined : (await cachedCompanies()).get(companyId);
  if (!company) return { ...general, language: null, sender: null, brand: {} };
  const { timeZone, currency, language, fromEmail, fromName, brand } = company;
  return {
    ...general,
    timeZone: timeZone ?? general.timeZone,
    currency: currency ?? general.currency,
    language,
    sender: fromEmail === null ? null : { email: fromEmail, name: fromName ?? undefined },
    brand,
  };
}
