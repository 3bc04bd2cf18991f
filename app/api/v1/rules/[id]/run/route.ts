import { handle } from '@/lib/http/handle';
import { runRule } from '@/lib/rules/run';
import { RunInput } from '@/lib/rules/schema';

export const POST = handle(
  { scope: 'rules:write', body: RunInput, bodyOptional: true },
  (ctx, { params, body }) => runRule(ctx, { ...body, id: params.id! }),
);
