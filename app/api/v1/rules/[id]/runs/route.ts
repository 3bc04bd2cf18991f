import { handle } from '@/lib/http/handle';
import { listRuns } from '@/lib/rules/run';

export const GET = handle({ scope: 'rules:read' }, (ctx, { params }) => listRuns(ctx, { id: params.id! }));
