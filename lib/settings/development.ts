import { z } from 'zod';
import { emailAddress } from '@/lib/validation';

/** For an installation where things are tried with real data: nobody outside of a list gets anything. */
export const development = {
  enabled: z.boolean().default(false),
  /** Gets each mail instead of its recipients; null: it is kept in a sandbox, as messages of other channels always are. */
  redirectTo: emailAddress.nullable().default(null),
  /** Who may get messages all the same: addresses, numbers, domains such as `@example.com`. */
  onlyTo: z
    .array(z.string().trim().min(1).max(254))
    .max(200)
    .overwrite((entries) => [...new Set(entries)])
    .default([]),
};
