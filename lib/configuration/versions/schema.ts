import { z } from 'zod';
import type { VersionActor } from '@/drizzle/schema/versions';
import { notFound } from '@/lib/errors';
import { displayName, shortText } from '@/lib/validation';
import type { Step } from '../plan';

const number = z.coerce.number().int().min(1).max(2_000_000_000);

export const VersionFilter = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  /** The number of the last one that was told. */
  cursor: number.optional(),
});
export type VersionFilter = z.output<typeof VersionFilter>;

/** `against`: compared with this version; none: with the one before it. */
export const VersionQuery = z.strictObject({ against: number.optional() });
export type VersionQuery = z.output<typeof VersionQuery>;

/** `only`: this thing alone; `expectVersion`: only as long as everything is as this one has it. */
export const RestoreInput = z.strictObject({
  dryRun: z.boolean().default(false),
  expectVersion: z.number().int().min(1).max(2_000_000_000).optional(),
  only: z
    .strictObject({
      section: shortText(60).min(1),
      company: shortText(200).nullable().default(null),
      name: z.union([z.literal(''), displayName(200)]),
    })
    .optional(),
});
export type RestoreInput = z.output<typeof RestoreInput>;

export type TouchedThing = Omit<Step, 'changes'>;

export type VersionLine = {
  number: number;
  at: string;
  /** Several where they changed something at the same moment; none: nobody knows, or it is the first. */
  by: VersionActor[];
  added: number;
  changed: number;
  removed: number;
  /** Some of those, as many as fit. */
  things: TouchedThing[];
};

export type VersionView = Omit<VersionLine, 'things'> & {
  newest: boolean;
  /** With which it is compared; null: there is none before it any more. */
  against: number | null;
  /** What leads from that one to this. */
  steps: Step[];
};

/** Of an address. @throws AppError not_found */
export function numberOf(text: string): number {
  const { success, data } = number.safeParse(text);
  if (success && `${data}` === text) return data;
  throw notFound('version', text);
}
