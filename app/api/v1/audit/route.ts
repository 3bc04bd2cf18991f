import { listAudit } from '@/lib/audit/list';
import { AuditFilter } from '@/lib/audit/schema';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'audit:read', query: AuditFilter }, (ctx, { query }) =>
  listAudit(ctx, query),
);
