import { changedFields } from '@/lib/changes';
import type { CompanyInput, CompanyPatch, CompanyView } from '@/lib/companies/schema';

export const NEW_COMPANY: CompanyInput = { name: '', brand: {}, ai: true, limits: {} };

/** Blank is as the settings of the system say. */
export function valuesOf(company: CompanyView): CompanyInput {
  const { name, country, timeZone, currency, language, fromEmail, fromName, brand, ai, limits } = company;
  return {
    name,
    country: country ?? '',
    timeZone: timeZone ?? '',
    currency: currency ?? '',
    language: (language ?? '') as CompanyInput['language'],
    fromEmail: fromEmail ?? '',
    fromName: fromName ?? '',
    brand,
    ai,
    limits,
  };
}

/** What was changed, and that only; what was emptied is cleared. The key stays. */
export function toPatch(values: CompanyInput, stored: CompanyView): Omit<CompanyPatch, 'version'> {
  const before = allOf(valuesOf(stored));
  return Object.fromEntries(
    Object.entries(allOf(values)).filter(
      ([name, value]) => changedFields(before[name as keyof typeof before], value).length > 0,
    ),
  );
}

function allOf(values: CompanyInput) {
  const { country, timeZone, currency, language, fromEmail, fromName, brand, ai, limits } = values;
  return {
    name: values.name,
    country: country || null,
    timeZone: timeZone || null,
    currency: currency || null,
    language: language || null,
    fromEmail: fromEmail || null,
    fromName: fromName || null,
    brand: brand ?? {},
    ai: ai ?? true,
    limits: limits ?? {},
  };
}
