import type { z } from 'zod';
import { createAiProvider } from '@/lib/ai/providers/change';
import { AiProviderInput, type AiProviderView } from '@/lib/ai/providers/schema';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import type { SettingsPatch } from '@/lib/settings/schema';
import { updateSettings } from '@/lib/settings/update';
import { startApiServer } from '../api-server';
import { testContext } from '../factories';
import { aiFake, FAKE_KEY } from './fake';

let count = 0;

/** Of a service that nobody asks, unless told otherwise. */
export function makeAiProvider(
  input: Partial<z.input<typeof AiProviderInput>> = {},
): Promise<AiProviderView> {
  const defaults = { name: `ai ${++count}`, kind: 'mistral', apiKey: FAKE_KEY, model: 'ok' };
  return createAiProvider(testContext, AiProviderInput.parse({ ...defaults, ...input }));
}

type Play = Partial<z.input<typeof AiProviderInput>> & Parameters<typeof aiFake>[1];

/** One whose service runs here, and plays what its model is called, until the test ends. */
export async function playAi({ says, models, ...input }: Play = {}) {
  const fake = aiFake(input.kind ?? 'mistral', { says, models });
  const { url } = await startApiServer(fake.answer);
  return {
    fake,
    provider: await makeAiProvider({ endpoint: url, price: { input: '1', output: '2' }, ...input }),
  };
}

/** As one stands there that is over. */
export async function noteAiCall(provider: string, companyId: string | null): Promise<void> {
  await sql()`
    insert into ai_calls (id, company_id, provider_id, provider, model, job, prompt_version, actor_type, actor_label, redacted, outcome, duration_ms, cost_micros)
    values (${newId()}, ${companyId}, ${newId()}, ${provider}, 'ok', 'translate', 1, 'user', ${provider}, true, 'ok', 900, 25)`;
}

export function allowAi(ai: NonNullable<SettingsPatch['ai']>): Promise<unknown> {
  return updateSettings(testContext, { ai });
}
