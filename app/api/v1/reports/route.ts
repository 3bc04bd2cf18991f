import { handle } from '@/lib/http/handle';
import { createReport } from '@/lib/reports/change';
import { listReports } from '@/lib/reports/rows';
import { ReportInput } from '@/lib/reports/schema';

export const GET = handle({ scope: 'settings:read' }, listReports);

export const POST = handle({ scope: 'settings:write', body: ReportInput, status: 201 }, (ctx, { body }) =>
  createReport(ctx, body),
);
