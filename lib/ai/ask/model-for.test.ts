import { expect, it } from 'vitest';
import { z } from 'zod';
import { updateAiProvider } from '@/lib/ai/providers/change';
import { sql } from '@/lib/database/db';
import { allowAi, makeAiProvider, playAi } from '@/lib/testing/ai/make';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { askAi } from './ask';
import type { AiUse } from './uses';

useDatabaseForEachTest();
allowLoopbackTargets();

const ask = (use: AiUse) =>
  askAi(testContext, {
    use,
    name: 'rewrite',
    version: 1,
    instructions: 'Say it again.',
    input: { text: 'Hello' },
    schema: z.strictObject({ text: z.string() }),
    maxOutputTokens: 1_500,
    companyId: null,
  });

it('an answer comes from the model that a use was given of its own, at that one’s price; the rest from the other', async () => {
  const own = { model: 'large', price: { input: '10', output: '20' } };
  const { fake, provider } = await playAi({
    says: () => ({ text: 'Good morning' }),
    modelFor: { write: own },
  });
  await allowAi({ write: true, explain: true });
  expect(await ask('write')).toMatchObject({ model: 'large', costMicros: 250 });
  expect(await ask('explain')).toMatchObject({ model: 'ok', costMicros: 25 });
  expect(fake.asked.map(({ model }) => model)).toEqual(['large', 'ok']);
  expect(await sql()`select model from ai_calls order by id`).toEqual([{ model: 'large' }, { model: 'ok' }]);
  await updateAiProvider(testContext, { id: provider.id, modelFor: { write: null } });
  expect(await ask('write')).toMatchObject({ model: 'ok', costMicros: 25 });
});

it('a model has the price of a known model where none is named for it, and none of one that nobody knows', async () => {
  const modelFor = { write: { model: 'mistral-small-latest' }, translate: { model: 'its-cousin' } };
  const { modelFor: kept } = await makeAiProvider({ modelFor });
  expect(kept).toEqual({
    write: { model: 'mistral-small-latest', price: { input: '0.15', output: '0.6' } },
    translate: { model: 'its-cousin', price: null },
  });
});
