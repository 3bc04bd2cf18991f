import { checkServers } from '@/lib/domains/servers/list-servers';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'domains:write' }, (ctx) => checkServers(ctx));
