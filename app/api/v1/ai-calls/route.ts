import { AiCallFilter, listAiCalls } from '@/lib/ai/log/list';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'ai:read', query: AiCallFilter }, (ctx, { query }) =>
  listAiCalls(ctx, query),
);
