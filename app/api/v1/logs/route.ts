import { handle } from '@/lib/http/handle';
import { readLogs } from '@/lib/logs/read';
import { LogQuery } from '@/lib/logs/schema';

export const GET = handle({ scope: 'audit:read', query: LogQuery }, (ctx, { query }) => readLogs(ctx, query));
