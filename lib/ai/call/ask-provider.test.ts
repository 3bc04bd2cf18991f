import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aiFake, FAKE_KEY } from '@/lib/testing/ai/fake';
import { WIRES } from '@/lib/testing/ai/wires';
import { allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { askProvider } from './ask-provider';
import type { AiFault } from './faults';
import { AI_KINDS, type AiKindName, kindOf } from './kinds';

allowLoopbackTargets();

/** These document no way to say that they will not answer. */
const NEVER_REFUSE: AiKindName[] = ['mistral', 'cohere', 'xai'];

const Ok = z.strictObject({ ok: z.boolean() });

/** No answer here takes long, but the machine may be busy. */
const PATIENCE_MS = 15_000;

async function ask(
  kind: AiKindName,
  model = 'ok',
  says?: Parameters<typeof aiFake>[1],
  timeoutMs = PATIENCE_MS,
) {
  const fake = aiFake(kind, says);
  const { url, calls } = await startApiServer(fake.answer);
  const answer = await askProvider(
    {
      kind,
      model,
      endpoint: kind === 'azure' ? `${url}/openai/v1` : url,
      apiKey: FAKE_KEY,
      organization: null,
      project: null,
      timeoutMs,
      schemas: kindOf(kind).schemas ?? true,
    },
    {
      instructions: 'Say whether it works.',
      input: { works: 'yes' },
      name: 'works',
      schema: Ok,
      maxOutputTokens: 1_500,
    },
  );
  expect(fake.flaws).toEqual([]);
  return { answer, fake, calls };
}

describe.each(AI_KINDS)('%s', (kind) => {
  it('is asked as its document says, and its answer and usage are read', async () => {
    const { answer, fake } = await ask(kind);
    const { usage: told } = WIRES[kindOf(kind).wire];
    // Mistral tells nothing of thoughts.
    const usage = kind === 'mistral' ? { ...told, reasoning: 0 } : told;
    expect(answer).toMatchObject({ ok: true, output: { ok: true }, usage, requestId: 'req_fake' });
    expect(JSON.parse(fake.asked[0]!.prompt)).toEqual({ works: 'yes' });
  });

  it.each<[string, AiFault]>([
    ['bad-key', 'auth'],
    ['quota', 'quota'],
    ['throttled', 'throttled'],
    ['overloaded', 'overload'],
    ['gone', 'gone'],
    ['too-long', 'request'],
    ['html-502', 'overload'],
    ['redirect', 'network'],
    ['huge', 'network'],
    ['drop', 'network'],
  ])('tells what is wrong: %s', async (model, fault) => {
    const { answer, calls } = await ask(kind, model);
    expect(answer).toMatchObject({ ok: false, failure: { fault } });
    // The library repeats nothing by itself.
    expect(calls).toHaveLength(1);
    const { reply } = (answer as { failure: { reply: string } }).failure;
    expect(reply).not.toMatch(/sk-can|<html>/);
  });

  it('may refuse to answer, and is not asked again where it says so', async () => {
    const { answer, calls } = await ask(kind, 'refuse');
    const says = !NEVER_REFUSE.includes(kind);
    expect(answer).toMatchObject({ ok: false, failure: { fault: says ? 'refused' : 'output' } });
    expect(calls).toHaveLength(says ? 1 : 2);
  });

  it('waits as long as it is told, and not at all where no money is left', async () => {
    const { answer } = await ask(kind, 'throttled');
    const told = ['cohere', 'mistral'].includes(kind) ? 20_000 : 7_000;
    expect(answer).toMatchObject({ failure: { waitMs: told } });
    expect((await ask(kind, 'quota')).answer).toMatchObject({ failure: { waitMs: null } });
  });

  it('is asked once more for what is no JSON, is cut off or has another shape; what that cost counts', async () => {
    for (const [model, says] of [
      ['ok', 'Of course! It works.'],
      ['ok', { ok: 'yes', more: 1 }],
      ['truncated', { ok: true }],
    ] as const) {
      const { answer, calls } = await ask(kind, model, { says: () => says });
      expect(answer).toMatchObject({ ok: false, failure: { fault: 'output' } });
      expect(answer.usage.output).toBe(2 * WIRES[kindOf(kind).wire].usage.output);
      expect(calls).toHaveLength(2);
    }
  });

  it('may write its JSON in a fence', async () => {
    const { answer, calls } = await ask(kind, 'ok', { says: () => 'Here:\n```json\n{"ok": true}\n```' });
    expect(answer).toMatchObject({ ok: true, output: { ok: true } });
    expect(calls).toHaveLength(1);
  });
});

it.each([
  ['as it is', {}, false],
  ['nothing', { usage: undefined }, true],
  ['less than nothing', { usage: { prompt_tokens: -1_000_000, completion_tokens: 7 } }, true],
  ['parts of a token', { usage: { prompt_tokens: 11, completion_tokens: 0.5 } }, true],
])('is unsure of what was used where a service says %s', async (_what, said, unsure) => {
  const body = {
    ...(WIRES.chat.answer('ok', { text: '{"ok":true}', cut: false, refused: false }) as object),
    ...said,
  };
  const { url } = await startApiServer(() => ({ status: 200, body }));
  const config = { kind: 'compatible', model: 'ok', endpoint: url, apiKey: null } as const;
  const answer = await askProvider(
    { ...config, organization: null, project: null, timeoutMs: PATIENCE_MS, schemas: false },
    { instructions: 'x', input: {}, name: 'works', schema: Ok, maxOutputTokens: 100 },
  );
  expect(answer).toMatchObject({ ok: true, unsure });
  expect(answer.usage.input).toBeGreaterThanOrEqual(0);
  expect(Number.isInteger(answer.usage.output)).toBe(true);
});

it('gives up on a service that does not answer', async () => {
  expect((await ask('compatible', 'hang', undefined, 500)).answer).toMatchObject({
    ok: false,
    failure: { fault: 'network' },
  });
});

it('works without a key where none is needed', async () => {
  const { url, calls } = await startApiServer(({ body }) => ({
    status: 200,
    body: WIRES.chat.answer(JSON.parse(body.toString()).model, {
      text: '{"ok":true}',
      cut: false,
      refused: false,
    }),
  }));
  const config = { kind: 'compatible', model: 'ok', endpoint: url, apiKey: null } as const;
  const answer = await askProvider(
    { ...config, organization: null, project: null, timeoutMs: PATIENCE_MS, schemas: false },
    { instructions: 'x', input: {}, name: 'works', schema: Ok, maxOutputTokens: 100 },
  );
  expect(answer.ok).toBe(true);
  expect(calls[0]!.headers.authorization).toBeUndefined();
});
