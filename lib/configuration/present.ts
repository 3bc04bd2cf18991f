import { cachedCompanies } from '@/lib/companies/cache';
import { boundTo, type Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { getSettings } from '@/lib/settings/get';
import type { Settings } from '@/lib/settings/schema';
import type { Noun, Thing } from './noun';
import { NOUNS } from './nouns';

export type Present = {
  settings: Settings;
  things: Map<Noun, Thing[]>;
  /** By id. */
  keys: Map<string, string>;
};

/** All that is configured, of all companies. @throws AppError forbidden for who is for some companies alone */
export async function readPresent(ctx: Context): Promise<Present> {
  refuseBound(ctx);
  const whole = { ...ctx, companyId: null };
  const { version: _, ...settings } = await getSettings(whole);
  const things = new Map<Noun, Thing[]>();
  // One after the other: within a transaction they have but one connection.
  for (const noun of NOUNS) things.set(noun, await noun.list(whole));
  const keys = new Map([...(await cachedCompanies()).values()].map(({ id, key }) => [id, key]));
  return { settings, things, keys };
}

export function refuseBound(ctx: Context): void {
  if (boundTo(ctx))
    throw new AppError(
      'forbidden',
      'Who is for some companies alone has no part in the configuration of all.',
    );
}
