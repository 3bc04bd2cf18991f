import { exportAudit } from '@/lib/audit/export';
import { AuditExport } from '@/lib/audit/schema';
import { csvFile } from '@/lib/http/download';
import { handle } from '@/lib/http/handle';

export const GET = handle(
  { scope: 'audit:read', query: AuditExport, confirm: true },
  async (ctx, { query }) => csvFile('audit', exportAudit(ctx, query)),
);
