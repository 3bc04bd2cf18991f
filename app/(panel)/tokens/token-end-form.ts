import { z } from 'zod';
import { momentOf } from '@/components/form/local-time';
import { flaw } from '@/lib/flaws';

const DAY_MS = 86_400_000;

export const ENDS = ['30', '90', '365', 'date', 'never'] as const;

/** From now on, or at the end of a day by the reader's clock. */
export const EndForm = z
  .strictObject({ ends: z.enum(ENDS), date: z.string().optional() })
  .refine(({ ends, date }) => ends !== 'date' || endOf(date), { path: ['date'], ...flaw('required') })
  .refine(({ ends, date }) => ends !== 'date' || (endOf(date)?.getTime() ?? Infinity) > Date.now(), {
    path: ['date'],
    ...flaw('past'),
  })
  .transform(({ ends, date }) => ({ expiresAt: momentFor(ends, date)?.toISOString() ?? null }));

function momentFor(ends: (typeof ENDS)[number], date: string | undefined): Date | null {
  if (ends === 'never') return null;
  return ends === 'date' ? endOf(date) : new Date(Date.now() + Number(ends) * DAY_MS);
}

function endOf(date = ''): Date | null {
  return momentOf(`${date}T23:59:59`);
}
