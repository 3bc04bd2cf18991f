import { testAiProvider } from '@/lib/ai/providers/test-provider';
import { handle } from '@/lib/http/handle';

export const POST = handle({ scope: 'ai:write' }, (ctx, { params }) =>
  testAiProvider(ctx, { id: params.id! }),
);
