import type { ContactFields } from '@/drizzle/schema/contacts';
import { readPhone } from '@/lib/channels/sms/phone-number';
import { invalid } from '@/lib/errors';
import { toCompare } from '@/lib/suppressions/compare';
import { ADDRESS_NAMES } from './address-names';
import type { ContactItem } from './schema';

/** What is kept of a person beside what the system itself notes. */
export type Facts = {
  key: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  whatsapp: string | null;
  telegram: string | null;
  slack: string | null;
  language: string | null;
  timeZone: string | null;
  fields: ContactFields;
};

/** What is not among it stays as it is; null among the fields takes one away. */
export type Given = Partial<Omit<Facts, 'fields'>> & {
  fields?: Record<string, ContactFields[string] | null>;
};

const NUMBERS = ['phone', 'whatsapp'] as const;

/** With each number in the form in which all of them are kept. @throws AppError validation_failed for one that no message reaches */
export function prepareContact(item: Partial<ContactItem>, country: string | null): Given {
  const given: Given = { ...item } as Given;
  for (const name of NUMBERS) {
    const typed = item[name];
    if (!typed) continue;
    const phone = readPhone(typed, country);
    if (!phone.ok) throw invalid(name, phone.flaw);
    given[name] = phone.number;
  }
  return given;
}

export const NOTHING_KNOWN: Facts = {
  key: null,
  name: null,
  email: null,
  phone: null,
  whatsapp: null,
  telegram: null,
  slack: null,
  language: null,
  timeZone: null,
  fields: {},
};

export function merge(known: Facts, { fields, ...given }: Given): Facts {
  const named = Object.entries(given).filter(([name, value]) => name in known && value !== undefined);
  const laid = Object.entries({ ...known.fields, ...fields }).filter(([, value]) => value !== null);
  return { ...known, ...Object.fromEntries(named), fields: Object.fromEntries(laid) as ContactFields };
}

export function compared(email: string | null | undefined): string | null {
  return email ? toCompare('email', email) : null;
}

/** By which the same person is known again, the surest first. */
export function identities({ key, ...given }: Given): string[] {
  const addresses = ADDRESS_NAMES.flatMap((name) => {
    const value = name === 'email' ? compared(given.email) : given[name];
    return value ? [`${name}:${value}`] : [];
  });
  return key ? [`key:${key}`, ...addresses] : addresses;
}
