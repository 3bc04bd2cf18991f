import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { matching, shortText } from '@/lib/validation';
import { TYPE_CHANNELS, type TypeChannel } from '../types/schema';

/** By the clocks of the person, else of the company: from this hour until that one. */
const QuietHours = z
  .strictObject({ fromHour: z.number().int().min(0).max(23), untilHour: z.number().int().min(0).max(23) })
  .refine(({ fromHour, untilHour }) => fromHour !== untilHour, { path: ['untilHour'], ...flaw('same_hour') });
export type QuietHours = z.output<typeof QuietHours>;

export const DIGESTS = ['daily', 'weekly'] as const;
export type Digest = (typeof DIGESTS)[number];

const Wanted = z.partialRecord(z.enum(TYPE_CHANNELS), z.boolean());

/** `PATCH /api/v1/contacts/{id}/preferences`: what is not named stays. */
export const PreferencesPatch = z
  .strictObject({
    language: matching(
      /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/,
      flaw('looks_like', { example: 'es-PY' }),
    ).nullable(),
    quietHours: QuietHours.nullable(),
    /** By key of the type and channel: whether they want it. */
    types: z
      .record(shortText(60).min(1), Wanted)
      .refine((given) => Object.keys(given).length <= 200, flaw('too_many', { max: 200 })),
    /** By key of the type: one mail with all of it, so often; null: each at once. */
    digests: z.record(shortText(60).min(1), z.enum(DIGESTS).nullable()),
    version: z.number().int().min(0),
  })
  .partial();
export type PreferencesPatch = z.output<typeof PreferencesPatch>;

export type PreferencesOfType = {
  key: string;
  title: string;
  /** Nobody can switch it off for themselves. */
  required: boolean;
  /** Whether it can be asked for in one mail with others, and how often it is. */
  collectable: boolean;
  digest: Digest | null;
  channels: { channel: TypeChannel; wanted: boolean }[];
};

export type PreferencesView = {
  language: string | null;
  quietHours: QuietHours | null;
  types: PreferencesOfType[];
  /** 0: nothing was chosen yet. */
  version: number;
  /** The page on which they choose themselves; null: nobody said where this system is reached. */
  url: string | null;
};
