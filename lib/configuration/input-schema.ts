import { z } from 'zod';
import { shortText } from '@/lib/validation';

const flag = z.enum(['true', 'false']).default('false');

/** `GET /api/v1/config`. */
export const ExportQuery = z.strictObject({ format: z.enum(['json', 'yaml']).default('json') });

/** `PUT /api/v1/config`. */
export const ApplyQuery = z.strictObject({
  dryRun: flag,
  prune: flag,
  deletes: z.coerce.number().int().min(0).max(100_000).optional(),
  expectVersion: z.coerce.number().int().min(1).max(2_000_000_000).optional(),
});

/** As the panel sends it: a document as somebody wrote it. */
export const ApplyInput = z.strictObject({
  text: shortText(4_000_000).min(1),
  dryRun: z.boolean(),
  prune: z.boolean().default(false),
  deletes: z.number().int().min(0).max(100_000).optional(),
});
export type ApplyInput = z.output<typeof ApplyInput>;
