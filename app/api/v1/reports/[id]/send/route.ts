import { handle } from '@/lib/http/handle';
import { sendReportNow } from '@/lib/reports/send';

export const POST = handle({ scope: 'settings:write', confirm: false }, (ctx, { params }) =>
  sendReportNow(ctx, { id: params.id! }),
);
