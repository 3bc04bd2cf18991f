import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { LOCALES } from '@/lib/i18n/locales';
import { isCountry } from '@/lib/settings/countries';
import { isCurrency, isTimeZone } from '@/lib/settings/known-names';
import { CompanyLimits } from '@/lib/settings/limits-schema';
import { displayName, emailAddress, isStorableText, matching, shortText } from '@/lib/validation';

const webAddress = shortText(500).check(z.url({ protocol: /^https?$/ }));

const plainLines = (max: number) => shortText(max).refine(isStorableText, flaw('broken_text'));

/** What the panel knows a company by at a glance, and what its templates say of it. */
export const Brand = z.strictObject({
  color: matching(/^#[0-9a-f]{6}$/i, flaw('color')).optional(),
  website: webAddress.optional(),
  /** In the head of its mail; no mail program shows a picture that comes without TLS. */
  logo: shortText(500)
    .check(z.url({ protocol: /^https$/ }))
    .optional(),
  /** Postal address, in the foot of its mail. */
  address: plainLines(300).optional(),
  /** What else stands there. */
  footer: plainLines(500).optional(),
  supportEmail: emailAddress.optional(),
  supportPhone: displayName(40).optional(),
});

/** What programs and addresses call it by. */
const key = matching(/^[a-z0-9][a-z0-9-]{0,39}$/, flaw('company_key'));

const fields = {
  name: displayName(80),
  country: z.string().refine(isCountry, flaw('country')).nullish(),
  timeZone: z.string().refine(isTimeZone, flaw('time_zone')).nullish(),
  currency: z.string().refine(isCurrency, flaw('currency')).nullish(),
  language: z.enum(LOCALES).nullish(),
  fromEmail: emailAddress.nullish(),
  fromName: displayName(120).nullish(),
  /** Replaced as a whole. */
  brand: Brand,
  /** False: nothing of it is ever shown to an AI provider. */
  ai: z.boolean(),
  /** Recipients over all its providers; replaced as a whole. */
  limits: CompanyLimits,
};

/** `POST /api/v1/companies`. Without a key it gets one made of its name. */
export const CompanyInput = z.strictObject({
  ...fields,
  key: key.optional(),
  brand: Brand.default({}),
  ai: z.boolean().default(true),
  limits: CompanyLimits.default({}),
});
export type CompanyInput = z.input<typeof CompanyInput>;

/** The key stays: programs know the company by it. `version`: the one that was read; refused where somebody else saved since. */
export const CompanyPatch = z.strictObject({ ...fields, version: z.number().int().min(1) }).partial();
export type CompanyPatch = z.infer<typeof CompanyPatch>;

/** Id, key or name. */
export const CompanyRef = shortText(80).min(1);

export type CompanyView = {
  id: string;
  key: string;
  name: string;
  country: string | null;
  timeZone: string | null;
  currency: string | null;
  language: string | null;
  fromEmail: string | null;
  fromName: string | null;
  brand: z.infer<typeof Brand>;
  ai: boolean;
  limits: CompanyLimits;
  version: number;
  createdAt: string;
  updatedAt: string;
};
