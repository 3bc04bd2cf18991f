import { z } from 'zod';
import { instant, shortText } from '@/lib/validation';

const filters = {
  /** A person's address, a token's name, or the id of either. */
  actor: shortText(254).optional(),
  /** Such as `provider.update`; `provider` finds all of that noun. */
  action: shortText(60).optional(),
  /** The id of what was changed. */
  subject: z.uuid().optional(),
  since: instant.optional(),
  until: instant.optional(),
};

export const AuditFilter = z.strictObject({
  ...filters,
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.uuid().optional(),
});
export type AuditFilter = z.output<typeof AuditFilter>;

export const AuditExport = z.strictObject(filters);
export type AuditExport = z.output<typeof AuditExport>;

/** What a field was and is; absent: it was not there. Secrets are never among them. */
export type AuditChange = { field: string; before?: unknown; after?: unknown };

export type AuditEntry = {
  id: string;
  at: string;
  /** `user`, `token`, `job` or `command`. */
  actor: { type: string; id: string | null; name: string };
  action: string;
  subject: { id: string | null; name: string | null };
  changes: AuditChange[];
  requestId: string;
  ip: string | null;
};
