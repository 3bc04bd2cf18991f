import type { StoredPerson } from '@/drizzle/schema/notifications';
import { Batcher } from '@/lib/async/batcher';
import { readPhone } from '@/lib/channels/sms/phone-number';
import { settingsFor } from '@/lib/companies/settings-for';
import { findContacts } from '@/lib/contacts/find-many';
import type { ContactRow } from '@/lib/contacts/known';
import { prepareContact } from '@/lib/contacts/prepare';
import { ADDRESS_NAMES, type AddressName } from '@/lib/contacts/schema';
import { invalid } from '@/lib/errors';
import type { NotificationInput } from './schema';

export type Person = {
  contactId: string | null;
  stored: StoredPerson;
  /** Own fields of a contact: what a type needs and nobody sends is taken from them. */
  fields: Record<string, unknown>;
};

/** Whom a notification is for: a contact of the company or of all, or somebody by address. @throws AppError validation_failed */
export async function findPerson(
  { contact, to }: Pick<NotificationInput, 'contact' | 'to'>,
  companyId: string | null,
): Promise<Person> {
  if (contact !== undefined) {
    const row = await lookUps.add({ companyId, ref: contact });
    if (!row) throw invalid('contact', 'no_contact', { contact });
    return { contactId: row.id, stored: known(row), fields: row.fields };
  }
  const given = typeof to === 'string' ? { email: to } : to!;
  const { country } = await settingsFor(companyId);
  return { contactId: null, stored: known(prepareContact(given, country)), fields: {} };
}

/** Those that are asked for at once are read together. */
const lookUps = new Batcher<{ companyId: string | null; ref: string }, ContactRow | null>({
  waitMs: 2,
  maxItems: 500,
  concurrency: 2,
  flush: async (asked) => {
    const byCompany = Map.groupBy(asked, ({ companyId }) => companyId);
    const found = await Promise.all(
      [...byCompany].map(
        async ([companyId, list]) =>
          [companyId, await findContacts(companyId, [...new Set(list.map(({ ref }) => ref))])] as const,
      ),
    );
    const all = new Map(found);
    return asked.map(({ companyId, ref }) => all.get(companyId)!.get(ref) ?? null);
  },
});

type Facts = Partial<Record<AddressName | 'name' | 'language', string | null>>;

function known(facts: Facts): StoredPerson {
  const names = [...ADDRESS_NAMES, 'name', 'language'] as const;
  return Object.fromEntries(names.flatMap((name) => (facts[name] ? [[name, facts[name]]] : [])));
}

/** Where a channel reaches them; a number without a WhatsApp of its own may have one. */
export function addressOn(channel: string, person: StoredPerson): string | null {
  switch (channel) {
    case 'sms':
      return mobile(person.phone);
    case 'whatsapp':
      return person.whatsapp ?? mobile(person.phone);
    default:
      return person[channel] ?? null;
  }
}

function mobile(phone: string | undefined): string | null {
  return phone && readPhone(phone, null).ok ? phone : null;
}

/** What there is to call them by. */
export function nameOf(person: StoredPerson): string {
  return person.name ?? ADDRESS_NAMES.map((name) => person[name]).find((value) => value) ?? '';
}
