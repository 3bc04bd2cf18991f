import { handle } from '@/lib/http/handle';
import { getReports } from '@/lib/inbound/get-reports';

export const GET = handle({ scope: 'providers:read' }, (ctx, { params }) =>
  getReports(ctx, { id: params.id! }),
);
