import { z } from 'zod';
import { askProvider } from '@/lib/ai/call/ask-provider';
import { listModels } from '@/lib/ai/call/list-models';

/** Whether anything that a provider is asked for comes from there: its list of models, an answer. */
export async function askAiAt(endpoint: string): Promise<boolean[]> {
  const config = {
    kind: 'compatible' as const,
    model: 'ok',
    endpoint,
    apiKey: 'key',
    organization: null,
    project: null,
    timeoutMs: 5_000,
    schemas: true,
  };
  const question = {
    instructions: 'x',
    input: {},
    name: 'x',
    schema: z.strictObject({}),
    maxOutputTokens: 9,
  };
  return [(await listModels(config)).ok, (await askProvider(config, question)).ok];
}
