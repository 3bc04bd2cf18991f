import { listServers } from '@/lib/domains/servers/list-servers';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'domains:read' }, (ctx) => listServers(ctx));
