import type { StoredPerson, StoredQuiet } from '@/drizzle/schema/notifications';
import type { StoredDigests, StoredRefusals } from '@/drizzle/schema/preferences';
import { Batcher } from '@/lib/async/batcher';
import { readPhone } from '@/lib/channels/sms/phone-number';
import { settingsFor } from '@/lib/companies/settings-for';
import { ADDRESS_NAMES, type AddressName } from '@/lib/contacts/address-names';
import { findContacts } from '@/lib/contacts/find-many';
import type { ContactRow } from '@/lib/contacts/known';
import { compared, prepareContact } from '@/lib/contacts/prepare';
import { invalid } from '@/lib/errors';
import { type Chosen, readChosen, readRefusedAt } from './preferences/read';
import { quietOf } from './preferences/view';
import type { NotificationInput } from './schema';

export type Person = {
  contactId: string | null;
  stored: StoredPerson;
  /** Own fields of a contact: what a type needs and nobody sends is taken from them. */
  fields: Record<string, unknown>;
  /** By type: the channels by which they do not want it. */
  refused: StoredRefusals;
  /** By type: how often they want one mail with all of it. */
  digests: StoredDigests;
  /** Theirs, else that of the company. */
  timeZone: string | null;
  /** In which hours their phone is left alone. */
  quiet: StoredQuiet | null;
};

/** Whom a notification is for: a contact of the company or of all, or somebody by address. @throws AppError validation_failed */
export async function findPerson(
  { contact, to }: Pick<NotificationInput, 'contact' | 'to'>,
  companyId: string | null,
): Promise<Person> {
  if (contact !== undefined) {
    const found = await lookUps.add({ companyId, ref: contact });
    if (!found) throw invalid('contact', 'no_contact', { contact });
    const { row, chosen } = found;
    const quiet = quietOf(chosen);
    return {
      contactId: row.id,
      stored: known(row),
      fields: row.fields,
      refused: chosen?.refused ?? {},
      digests: chosen?.digests ?? {},
      timeZone: row.timeZone,
      quiet: quiet && { ...quiet, timeZone: row.timeZone },
    };
  }
  const given = typeof to === 'string' ? { email: to } : to!;
  const { country } = await settingsFor(companyId);
  const stored = known(prepareContact(given, country));
  const email = compared(stored.email);
  const refused = email === null ? {} : await refusals.add({ companyId, ref: email });
  return { contactId: null, stored, fields: {}, refused, digests: {}, timeZone: null, quiet: null };
}

type Asked = { companyId: string | null; ref: string };
type Found = { row: ContactRow; chosen: Chosen | undefined };

/** Those that are asked for at once are read together. */
const lookUps = new Batcher<Asked, Found | null>({
  waitMs: 2,
  maxItems: 500,
  concurrency: 2,
  flush: async (asked) => {
    const rows = await byCompany(asked, findContacts);
    const chosen = await readChosen([...new Set(rows.flatMap((row) => row?.id ?? []))]);
    return rows.map((row) => (row ? { row, chosen: chosen.get(row.id) } : null));
  },
});

const refusals = new Batcher<Asked, StoredRefusals>({
  waitMs: 2,
  maxItems: 500,
  concurrency: 2,
  flush: async (asked) => (await byCompany(asked, readRefusedAt)).map((refused) => refused ?? {}),
});

async function byCompany<T>(
  asked: Asked[],
  read: (companyId: string | null, refs: string[]) => Promise<Map<string, T>>,
): Promise<(T | undefined)[]> {
  const groups = Map.groupBy(asked, ({ companyId }) => companyId);
  const found = await Promise.all(
    [...groups].map(
      async ([companyId, list]) =>
        [companyId, await read(companyId, [...new Set(list.map(({ ref }) => ref))])] as const,
    ),
  );
  const all = new Map(found);
  return asked.map(({ companyId, ref }) => all.get(companyId)!.get(ref));
}

type Facts = Partial<Record<AddressName | 'name' | 'language', string | null>>;

function known(facts: Facts): StoredPerson {
  const names = [...ADDRESS_NAMES, 'name', 'language'] as const;
  return Object.fromEntries(names.flatMap((name) => (facts[name] ? [[name, facts[name]]] : [])));
}

/** Where a channel reaches them; a number without a WhatsApp of its own may have one. Whoever is no contact has no feed. */
export function addressOn(channel: string, person: StoredPerson, contactId: string | null): string | null {
  switch (channel) {
    case 'feed':
      return contactId;
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
