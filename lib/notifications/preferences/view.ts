import { sql } from 'drizzle-orm';
import { notificationTypes } from '@/drizzle/schema/notification-types';
import type { StoredDigests, StoredRefusals } from '@/drizzle/schema/preferences';
import { readContact } from '@/lib/contacts/get';
import type { ContactRow } from '@/lib/contacts/known';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { entryOf } from '@/lib/entry-of';
import type { Locale } from '@/lib/i18n/locales';
import { BUILT_IN, rowOf } from '../types/built-in';
import { ofCompany, type Type } from '../types/read';
import { preferencesUrl } from './link';
import { type Chosen, readChosen } from './read';
import type { Digest, PreferencesOfType, PreferencesView } from './schema';

/** What a person chose, by every type that they may be told of. @throws AppError not_found */
export async function getPreferences(ctx: Context, { id }: { id: string }): Promise<PreferencesView> {
  return viewPreferences(await readContact(ctx, id), ctx.locale);
}

export async function viewPreferences(contact: ContactRow, locale: Locale): Promise<PreferencesView> {
  const { id, companyId, language } = contact;
  const [chosen, types, url] = await Promise.all([
    readChosen([id]),
    typesOf(companyId, locale),
    preferencesUrl(id),
  ]);
  const row = chosen.get(id);
  return {
    language,
    quietHours: quietOf(row),
    types: types.map((type) => viewType(type, row)),
    version: row?.version ?? 0,
    url,
  };
}

export function quietOf(chosen: Chosen | undefined) {
  const { quietFrom = null, quietUntil = null } = chosen ?? {};
  return quietFrom === null || quietUntil === null ? null : { fromHour: quietFrom, untilHour: quietUntil };
}

export function isRefused(type: Pick<Type, 'key' | 'required'>, channel: string, refused: StoredRefusals) {
  return !type.required && Boolean(entryOf(refused, type.key)?.includes(channel));
}

/** Those that are on, as they hold for a company: its own ones stand before those of all. */
export async function typesOf(companyId: string | null, locale: Locale): Promise<Type[]> {
  const rows = await db().select().from(notificationTypes).where(ofCompany(companyId));
  const sharedFirst = rows.toSorted((a, b) => Number(a.companyId !== null) - Number(b.companyId !== null));
  const builtIn = BUILT_IN.map((type): [string, Type] => [
    type.key,
    { ...rowOf(type, locale), id: null, companyId: null, version: 0 },
  ]);
  const all = new Map<string, Type>([
    ...builtIn,
    ...sharedFirst.map((row): [string, Type] => [row.key, row]),
  ]);
  return [...all.values()].filter(({ active }) => active);
}

/** Those that are used here: what nobody was ever told of is nothing to choose about. */
export async function usedTypes(types: PreferencesOfType[]): Promise<Set<string>> {
  const keys = types.map(({ key }) => key);
  const rows = (await db().execute(sql`
    select t.key from unnest(${sql.param(keys)}::text[]) as t(key)
    where exists (select from notifications n where n.type = t.key) or exists (select from rules r where r.type = t.key)`)) as unknown as {
    key: string;
  }[];
  return new Set(rows.map(({ key }) => key));
}

export function digestOf(type: Pick<Type, 'key' | 'collectable'>, digests: StoredDigests): Digest | null {
  return type.collectable ? (entryOf(digests, type.key) ?? null) : null;
}

function viewType(type: Type, chosen: Chosen | undefined): PreferencesOfType {
  const { key, title, required, collectable, steps } = type;
  return {
    key,
    title,
    required,
    collectable,
    digest: digestOf(type, chosen?.digests ?? {}),
    channels: steps.map(({ channel }) => ({
      channel: channel as PreferencesOfType['channels'][number]['channel'],
      wanted: !isRefused(type, channel, chosen?.refused ?? {}),
    })),
  };
}
