import { describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { getSource } from '@/lib/messages/content';
import { getMessage } from '@/lib/messages/get';
import { MessageInput } from '@/lib/messages/schema';
import { type ApiAnswer, allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { KEY, readTemplateSend } from '@/lib/testing/apis/sendgrid';
import { useTestDatabase } from '@/lib/testing/database';
import { deliverAgain, deliverOne } from '@/lib/testing/deliver';
import { makeProvider, makeToken, testContext, useOneTry } from '@/lib/testing/factories';
import { acceptMessage } from './accept';
import { sendAgain } from './send-again';

useTestDatabase();
useOneTry();
allowLoopbackTargets();

const TEMPLATE = `d-${'0f'.repeat(16)}`;
const TAKEN: ApiAnswer = { status: 202, headers: { 'x-message-id': 'sg-1' } };
const to = 'ana@example.com';

let count = 0;

async function makeService(answers: ApiAnswer[] = [TAKEN]) {
  const { url, calls } = await startApiServer(() => answers.shift() ?? TAKEN);
  const provider = await makeProvider({
    name: `Own ${++count}`,
    kind: 'sendgrid',
    settings: { endpoint: url },
    secrets: { apiKey: KEY },
    fromEmail: 'clinic@example.com',
  });
  return { ...provider, calls };
}

const naming = (provider: string, over: object = {}) => ({
  to,
  providerTemplate: { provider, id: TEMPLATE, variables: { name: 'Ana' } },
  ...over,
});
const accept = (input: object) => acceptMessage(testContext, MessageInput.parse(input as never));

async function flawsOf(input: object) {
  const parsed = MessageInput.safeParse(input as never);
  if (!parsed.success) return parsed.error.issues.map(({ path }) => path.join('.'));
  const error = await acceptMessage(testContext, parsed.data).catch((thrown: AppError) => thrown);
  return error instanceof AppError ? error.errors?.map(({ path, code }) => `${path} ${code}`) : [];
}

describe('a message that names a template of its provider', () => {
  it('goes by that one alone, and says why by no other', async () => {
    const [other, own] = [await makeProvider({ priority: 100 }), await makeService()];
    const message = await deliverOne(naming(own.name.toUpperCase()) as never);
    expect([message.status, message.provider]).toEqual(['sent', own.name]);
    expect(readTemplateSend(own.calls[0]!).mail.template_id).toBe(TEMPLATE);
    const [first, ...others] = message.attempts[0]!.candidates;
    expect(first).toMatchObject({ provider: own.name, rank: 1 });
    expect(others.find(({ provider }) => provider === other.name)).toMatchObject({
      rank: null,
      reason: 'template_of_another',
    });
    expect(message).toMatchObject({
      ownTemplate: true,
      providerTemplate: { provider: own.name, id: TEMPLATE, variables: { name: 'Ana' } },
      hasHtml: false,
      text: null,
    });
    const source = await new Response(await getSource(testContext, message.id)).json();
    expect(source.ownTemplate).toEqual({ id: TEMPLATE, variables: { name: 'Ana' } });
  });

  it('waits for it where it fails, and is never handed to another', async () => {
    await makeProvider();
    const { name, calls } = await makeService([{ status: 503, body: {} }]);
    const { id, status } = await deliverOne(naming(name) as never);
    expect([status, calls.length]).toEqual(['retrying', 1]);
    await sql()`update messages set due_at = now() where id = ${id}`;
    await deliverAgain([id]);
    const message = await getMessage(testContext, id);
    expect([message.status, message.attempts.map(({ provider }) => provider)]).toEqual([
      'sent',
      [name, name],
    ]);
  });

  it('names it still where a person sends it again to all', async () => {
    const { name, calls } = await makeService();
    const { id } = await deliverOne(naming(name) as never);
    const again = await sendAgain(testContext, { id, again: true });
    await deliverAgain([again.id]);
    expect(readTemplateSend(calls[1]!).mail.template_id).toBe(TEMPLATE);
  });

  it('is refused by the field that cannot be', async () => {
    const [{ name }, plain] = await Promise.all([makeService(), makeProvider()]);
    const named = (over: object) => ({ providerTemplate: { provider: name, id: TEMPLATE, ...over }, to });
    expect(await flawsOf(named({ provider: plain.name }))).toEqual([
      'providerTemplate.provider no_provider_templates',
    ]);
    expect(await flawsOf(named({ provider: 'None' }))).toEqual(['providerTemplate.provider no_provider']);
    expect(await flawsOf(named({ id: 'welcome' }))).toEqual(['providerTemplate.id looks_like']);
    expect(await flawsOf(naming(name, { subject: 'Hi' }))).toEqual(['subject provider_template_subject']);
    expect(await flawsOf(naming(name, { html: '<p>', text: 'a', template: 'x', providers: [name] }))).toEqual(
      expect.arrayContaining(['html', 'text', 'template', 'providers']),
    );
    expect(await flawsOf(named({ variables: { long: 'x'.repeat(70_000) } }))).toEqual([
      'providerTemplate.variables',
    ]);
    expect(await flawsOf(named({ variables: { deep: [{ nul: '\0' }] } }))).toEqual([
      'providerTemplate.variables',
    ]);
  });

  it('stays in a sandbox where it is a test', async () => {
    const { name } = await makeService();
    const test = { ...testContext, test: true as const };
    const { id } = await acceptMessage(test, MessageInput.parse(naming(name) as never));
    await deliverAgain([id]);
    const message = await getMessage(testContext, id);
    expect([message.status, message.providerTemplate?.provider]).toEqual(['captured', name]);
  });

  it('keeps a pasted token to itself', async () => {
    const { name } = await makeService();
    const token = await makeToken();
    const { id } = await accept(
      naming(name, { providerTemplate: { provider: name, id: TEMPLATE, variables: { token } } }),
    );
    const { providerTemplate } = await getMessage(testContext, id);
    expect(JSON.stringify(providerTemplate)).not.toContain(token);
  });
});
