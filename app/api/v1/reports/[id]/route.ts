import { handle } from '@/lib/http/handle';
import { deleteReport, updateReport } from '@/lib/reports/change';
import { getReport } from '@/lib/reports/rows';
import { ReportPatch } from '@/lib/reports/schema';

export const GET = handle({ scope: 'settings:read' }, (ctx, { params }) =>
  getReport(ctx, { id: params.id! }),
);

export const PATCH = handle({ scope: 'settings:write', body: ReportPatch }, (ctx, { body, params }) =>
  updateReport(ctx, { ...body, id: params.id! }),
);

export const DELETE = handle({ scope: 'settings:write', confirm: false }, (ctx, { params }) =>
  deleteReport(ctx, { id: params.id! }),
);
