import { handle } from '@/lib/http/handle';
import { listSandboxMessages } from '@/lib/sandbox/list';
import { SandboxFilter } from '@/lib/sandbox/schema';

export const GET = handle({ scope: 'messages:read', query: SandboxFilter }, (ctx, { query }) =>
  listSandboxMessages(ctx, query),
);
