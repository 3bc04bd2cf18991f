import { domainRecords } from '@/lib/domains/zone-file';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'domains:read' }, (ctx, { params }) => domainRecords(ctx, params.id!));
