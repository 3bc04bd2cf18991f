import { z } from 'zod';
import type { Pair } from '@/components/form/pairs-field';
import { ADDRESS_NAMES } from '@/lib/contacts/address-names';
import { ContactInput, type ContactView } from '@/lib/contacts/schema';
import { singleLine } from '@/lib/validation';

const { fields: _fields, ...facts } = ContactInput.shape;

/** As the form has them: own fields are pairs of text. */
export const ContactForm = z.strictObject({
  ...facts,
  fields: z.array(z.strictObject({ name: singleLine(40), value: z.string().max(1_000) })).optional(),
});
export type ContactForm = z.output<typeof ContactForm>;

const NAMES = ['key', 'name', ...ADDRESS_NAMES, 'language', 'timeZone'] as const;

export function formOf(contact: ContactView | null): z.input<typeof ContactForm> {
  const values = Object.fromEntries(NAMES.map((name) => [name, contact?.[name] ?? '']));
  return { ...values, fields: pairsOf(contact) };
}

function pairsOf(contact: ContactView | null): Pair[] {
  return Object.entries(contact?.fields ?? {}).map(([name, value]) => ({ name, value: String(value) }));
}

/** What is saved: a blank takes away what was there, and of the own fields those that are gone. */
export function changesOf(contact: ContactView, { fields = [], company: _company, ...values }: ContactForm) {
  const blank = Object.fromEntries(NAMES.map((name) => [name, null]));
  const gone = Object.fromEntries(Object.keys(contact.fields).map((name) => [name, null]));
  const kept = fields.map(({ name, value }) => {
    const before = contact.fields[name];
    // A number that nobody touched stays a number.
    return [name, before !== undefined && String(before) === value ? before : value];
  });
  return { ...blank, ...values, fields: { ...gone, ...Object.fromEntries(kept) } };
}

export function inputOf({ fields = [], ...values }: ContactForm): z.input<typeof ContactInput> {
  return { ...values, fields: Object.fromEntries(fields.map(({ name, value }) => [name, value])) };
}
