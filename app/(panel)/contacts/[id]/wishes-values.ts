import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import {
  DIGESTS,
  type Digest,
  type PreferencesPatch,
  type PreferencesView,
} from '@/lib/notifications/preferences/schema';

const hour = z.string().optional();

/** As the form has them: by type the channels that are wanted. */
export const WishesForm = z
  .strictObject({
    types: z.record(z.string(), z.array(z.string()).optional()).optional(),
    digests: z.record(z.string(), z.string().optional()).optional(),
    from: hour,
    until: hour,
  })
  .refine(({ from, until }) => Boolean(from) === Boolean(until), { path: ['until'], ...flaw('required') })
  .refine(({ from, until }) => !from || from !== until, { path: ['until'], ...flaw('same_hour') });
export type WishesForm = z.output<typeof WishesForm>;

export function wishesOf({ types, quietHours }: PreferencesView) {
  return {
    types: Object.fromEntries(
      types.map(({ key, channels }) => [
        key,
        channels.filter(({ wanted }) => wanted).map(({ channel }): string => channel),
      ]),
    ),
    digests: Object.fromEntries(
      types.filter(({ collectable }) => collectable).map(({ key, digest }) => [key, digest ?? 'each']),
    ),
    from: quietHours ? String(quietHours.fromHour) : '',
    until: quietHours ? String(quietHours.untilHour) : '',
  };
}

/** Only what is other than before; of none that everybody gets. */
export function changesOfWishes(
  stored: PreferencesView,
  { types = {}, digests = {}, from, until }: WishesForm,
): PreferencesPatch {
  const changed = stored.types.flatMap(({ key, required, channels }) => {
    const other = channels.filter(({ channel, wanted }) => wanted !== Boolean(types[key]?.includes(channel)));
    if (required || other.length === 0) return [];
    return [[key, Object.fromEntries(other.map(({ channel, wanted }) => [channel, !wanted]))]];
  });
  const quietHours = from && until ? { fromHour: Number(from), untilHour: Number(until) } : null;
  const often = stored.types
    .filter(({ key, collectable, digest }) => collectable && digests[key] !== (digest ?? 'each'))
    .map(({ key }): [string, Digest | null] => [key, DIGESTS.find((each) => each === digests[key]) ?? null]);
  return {
    types: Object.fromEntries(changed),
    ...(often.length > 0 && { digests: Object.fromEntries(often) }),
    quietHours,
  };
}
