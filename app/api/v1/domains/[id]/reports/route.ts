import { getReports } from '@/lib/domains/reports/get-reports';
import { ReportSpan } from '@/lib/domains/reports/schema';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'domains:read', query: ReportSpan }, (ctx, { params, query }) =>
  getReports(ctx, { id: params.id!, ...query }),
);
