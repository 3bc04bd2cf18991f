import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { aiProviders } from '@/drizzle/schema/ai';
import { askBooked } from '@/lib/ai/ask/ask-booked';
import type { AiConfig } from '@/lib/ai/call/config';
import type { AiFailure } from '@/lib/ai/call/failure';
import { listModels } from '@/lib/ai/call/list-models';
import { announce } from '@/lib/announcements/announce';
import { mutation } from '@/lib/audit/mutation';
import { mayChange } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { fromMicros } from '@/lib/money';
import { configOf } from './config';
import { findAiRow } from './find';
import type { AiTest } from './schema';
import type { AiProviderRow } from './view';

const Works = z.strictObject({ ok: z.boolean() });

const QUESTION = {
  instructions: 'You are asked whether you work. Set ok to true.',
  input: { question: 'Do you work?' },
  name: 'test',
  version: 1,
  schema: Works,
  maxOutputTokens: 1_500,
  redacted: false,
};

/** Whether the key holds, the model is there, and it answers in the shape that is asked for. One that works is used again, whatever failed before. @throws AppError not_found, forbidden */
export async function testAiProvider(ctx: Context, { id: ref }: { id: string }): Promise<AiTest> {
  const row = await findAiRow(ctx, ref);
  mayChange(ctx, row.companyId);
  const config = await configOf(row);
  const { schemas, ...test } = config ? await runTest(ctx, row, config) : NO_KEY;
  await mutation(ctx, 'ai_provider.test', async (tx) => {
    await tx
      .update(aiProviders)
      .set({
        testOk: test.ok,
        testedAt: new Date(),
        ...(schemas !== undefined && { schemas }),
        ...(test.ok && { failures: 0, openUntil: null, fault: null, reply: null, failedAt: null }),
      })
      .where(eq(aiProviders.id, row.id));
    const { ok, fault, refused } = test;
    const after = { ok, ...(fault && { fault }), ...(refused && { refused }) };
    return { result: undefined, subjectId: row.id, ownerId: row.companyId, after };
  });
  announce('ai');
  return test;
}

/** `schemas`: found out. */
type Ran = AiTest & { schemas?: boolean };

const NO_KEY: Ran = {
  ok: false,
  steps: [{ name: 'key', ok: false, ms: 0 }],
  models: [],
  fault: 'auth',
  cost: null,
};

/** Whether a model is there its answer tells: lists know nothing of aliases (`claude-haiku-4-5`), of tags (`llama3.2`) nor of what is deployed. */
async function runTest(ctx: Context, row: AiProviderRow, config: AiConfig): Promise<Ran> {
  const list = await listModels(config);
  const steps: AiTest['steps'] = [{ name: 'key', ok: list.ok, ms: list.ms }];
  if (!list.ok) return failed(steps, list.failure, []);
  const { models } = list;
  const { answer, schemas } = await askInBothWays(ctx, row, config);
  if ('refused' in answer) return { ok: false, steps, models, refused: answer.refused, cost: null };
  const isThere = answer.ok || answer.failure.fault !== 'gone';
  steps.push({ name: 'model', ok: isThere, ms: 0 });
  if (isThere) steps.push({ name: 'answer', ok: answer.ok, ms: answer.ms });
  const cost = answer.costMicros === null ? null : fromMicros(answer.costMicros);
  if (!answer.ok) return { ...failed(steps, answer.failure, models), cost };
  return { ok: true, steps, models, cost, ...(schemas !== undefined && { schemas }) };
}

/** Where nobody knows whether it holds to a schema: with one, and where it will not have that, without. */
async function askInBothWays(ctx: Context, row: AiProviderRow, config: AiConfig) {
  const ask = (way: Partial<AiConfig> = {}) =>
    askBooked(ctx, row, { ...config, ...way }, { ...QUESTION, companyId: row.companyId });
  if (row.kind !== 'compatible') return { answer: await ask() };
  const first = await ask({ schemas: true });
  if ('refused' in first) return { answer: first };
  if (first.ok || first.failure.fault !== 'request')
    return { answer: first, schemas: first.ok ? true : undefined };
  const second = await ask({ schemas: false });
  return { answer: second, schemas: !('refused' in second) && second.ok ? false : undefined };
}

function failed(steps: AiTest['steps'], { fault, reply }: AiFailure, models: string[]): Ran {
  return { ok: false, steps, models, fault, ...(reply && { reply }), cost: null };
}
