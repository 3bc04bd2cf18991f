import { z } from 'zod';
import { WrittenPhone } from '@/lib/channels/sms/schema';
import { CompanyRef } from '@/lib/companies/schema';
import { flaw } from '@/lib/flaws';
import { isTimeZone } from '@/lib/settings/known-names';
import { displayName, emailAddress, isStorableText, matching, shortText, singleLine } from '@/lib/validation';
import { ADDRESS_NAMES, type AddressName } from './address-names';

export const MAX_CONTACTS = 1_000;
/** Of a file of contacts or subjects. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;
const MAX_FIELDS = 50;

/** Of a name of one's own: `grade`, `last_visit_on`. */
export const FIELD_NAME = /^[a-z][a-z0-9_]{0,39}$/;

const address = {
  email: shortText(254).trim().pipe(emailAddress),
  phone: WrittenPhone,
  whatsapp: WrittenPhone,
  telegram: matching(/^-?\d{1,20}$|^@[A-Za-z0-9_]{4,32}$/, flaw('looks_like', { example: '123456789' })),
  slack: matching(/^[A-Z][A-Z0-9]{5,20}$/, flaw('looks_like', { example: 'U024BE7LH' })),
};

/** Tags as `es`, `es-PY` or `pt-BR` (BCP 47). */
const language = matching(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/, flaw('looks_like', { example: 'es-PY' }));

const fieldName = matching(FIELD_NAME, flaw('variable_name'));
type FieldValue = string | number | boolean | null;
const fieldValue = z
  .unknown()
  .refine(isFieldValue, flaw('contact_field')) as unknown as z.ZodType<FieldValue>;

function isFieldValue(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= 1_000 && isStorableText(value);
  return value === null || typeof value === 'number' || typeof value === 'boolean';
}

const facts = {
  name: displayName(120).nullish(),
  email: address.email.nullish(),
  phone: address.phone.nullish(),
  whatsapp: address.whatsapp.nullish(),
  telegram: address.telegram.nullish(),
  slack: address.slack.nullish(),
  language: language.nullish(),
  timeZone: z.string().refine(isTimeZone, flaw('time_zone')).nullish(),
  /** Laid over what is there; null takes one away. */
  fields: z
    .record(fieldName, fieldValue)
    .refine((given) => Object.keys(given).length <= MAX_FIELDS, flaw('too_many', { max: MAX_FIELDS }))
    .optional(),
};

const key = singleLine(120);

/** One of a batch. Whoever is known already, by key or else by address, is changed: what is not named stays, null takes away. */
export const ContactItem = z
  .strictObject({ key: key.optional(), ...facts })
  .refine(
    (given) => [given.key, ...ADDRESS_NAMES.map((name) => given[name])].some((each) => each),
    flaw('contact_needs'),
  );
export type ContactItem = z.output<typeof ContactItem>;

/** `POST /api/v1/contacts`. `company`: null is for all of them. */
export const ContactInput = z
  .strictObject({ ...ContactItem.shape, company: CompanyRef.nullish() })
  .refine(
    (given) => [given.key, ...ADDRESS_NAMES.map((name) => given[name])].some((each) => each),
    flaw('contact_needs'),
  );
export type ContactInput = z.output<typeof ContactInput>;

/** `POST /api/v1/contacts/batch`: each is judged by itself. */
export const ContactBatch = z.strictObject({
  contacts: z.array(z.unknown()).min(1).max(MAX_CONTACTS),
  company: CompanyRef.nullish(),
});
export type ContactBatch = z.output<typeof ContactBatch>;

/** `version`: the one that was read; refused where somebody else saved since. */
export const ContactPatch = z.strictObject({
  key: key.nullish(),
  ...facts,
  version: z.number().int().min(1).optional(),
});
export type ContactPatch = z.output<typeof ContactPatch>;

/** `GET /api/v1/contacts`. */
export const ContactFilter = z.strictObject({
  /** A part of the name, the key or an address. */
  q: z.string().max(254).optional(),
  /** Whose address of mail this is. */
  email: z.string().max(254).optional(),
  company: CompanyRef.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.uuid().optional(),
});
export type ContactFilter = z.output<typeof ContactFilter>;

/** `GET /api/v1/contacts.csv`. */
export const ContactExport = z.strictObject({ company: CompanyRef.optional() });
export type ContactExport = z.output<typeof ContactExport>;

/** `POST /api/v1/contacts/{id}/merge`. */
export const MergeInput = z.strictObject({
  /** Id or key of who is the same person. */
  other: shortText(120).min(1),
});
export type MergeInput = z.output<typeof MergeInput>;

export type ContactView = Record<AddressName, string | null> & {
  id: string;
  key: string | null;
  name: string | null;
  language: string | null;
  timeZone: string | null;
  fields: Record<string, string | number | boolean>;
  version: number;
  createdAt: string;
  updatedAt: string;
  company?: string;
};

export type Outcome = 'created' | 'changed' | 'same';
export type StoredContact = ContactView & { outcome: Outcome };
