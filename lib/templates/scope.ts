import type { StoredBrand, StoredVariable } from '@/drizzle/schema/templates';
import { TrustedHtml } from './engine/trusted-html';

/** Stands for the address under which who gets it can unsubscribe, which is known when it is sent; never in what is sent. */
export const UNSUBSCRIBE_URL = 'https://unsubscribe.relevo.invalid/';

/** Likewise, for where somebody chooses what they are told; whoever is no contact comes to where they can unsubscribe. */
export const PREFERENCES_URL = 'https://preferences.relevo.invalid/';

export type ScopeInput = {
  declared: StoredVariable[];
  variables: Record<string, unknown>;
  brand: StoredBrand;
  recipient: { email: string; name?: string };
  message: { id: string };
  /** ISO 8601. */
  now: string;
};

/** What a template sees, for every path alike: API, campaign, rule, test and preview. What the sender gave may shadow nothing of it. */
export function buildScope({ declared, variables, brand, recipient, message, now }: ScopeInput): object {
  const own = Object.entries(variables).filter(([name]) => name !== '__proto__');
  const defaults = declared.flatMap(({ name, required, default: value }) =>
    required || value === undefined ? [] : [[name, value] as const],
  );
  const trusted = new Set(declared.filter(({ type }) => type === 'html').map(({ name }) => name));
  const given = [...defaults, ...own].map(([name, value]) => [
    name,
    trusted.has(name) && typeof value === 'string' ? new TrustedHtml(value) : value,
  ]);
  return {
    ...Object.fromEntries(given),
    recipient: withoutNull({ email: recipient.email, name: recipient.name ?? null }),
    company: withoutNull({
      name: brand.name,
      website: brand.website,
      address: brand.address,
      footer: brand.footer,
      logo: brand.logo,
      support_email: brand.supportEmail,
      support_phone: brand.supportPhone,
    }),
    message,
    unsubscribe_url: UNSUBSCRIBE_URL,
    preferences_url: PREFERENCES_URL,
    now,
  };
}

/** What is not there is undefined, so that a template that asks for it is told; `default` and `if` are for those. */
function withoutNull(values: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}
