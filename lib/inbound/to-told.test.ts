import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { forgetEnv } from '@/lib/env';
import { newId } from '@/lib/ids';
import { acceptMessage } from '@/lib/intake/accept';
import { getMessage } from '@/lib/messages/get';
import { resendMessage } from '@/lib/messages/resend';
import { MessageInput } from '@/lib/messages/schema';
import type { ProviderView } from '@/lib/providers/schema';
import { type ApiCallSeen, allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { deliverAgain } from '@/lib/testing/deliver';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { readInbound } from './read-inbound';
import { receive } from './receive';

useTestDatabase();
allowLoopbackTargets();
beforeEach(() => {
  vi.stubEnv('PUBLIC_URL', 'https://relevo.example.com');
  forgetEnv();
});
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

const webhookToken = 'a-token-of-the-gateway';
type Scene = { company: string; provider: ProviderView; calls: ApiCallSeen[] };

/** Two gateways that count alike, each of a company of its own. */
async function makeTwo(): Promise<{ own: Scene; other: Scene }> {
  const server = await startApiServer(() => ({ status: 200, body: { id: '10017' } }));
  const makeScene = async (): Promise<Scene> => {
    const company = (await makeCompany({ name: newId() })).id;
    const provider = await makeProvider({
      kind: 'http-sms',
      company,
      fromEmail: null,
      settings: {
        endpoint: `${server.url}/send`,
        template: '{"to":"{{to}}","text":"{{text}}","report":"{{callbackUrl}}"}',
        idPath: 'id',
        receipts: { idPath: 'id', statePath: 'state' },
        answers: { fromPath: 'from', textPath: 'text', idPath: 'id' },
      },
      secrets: { apiKey: 'right', webhookToken },
    });
    return { company, provider, calls: server.calls };
  };
  return { own: await makeScene(), other: await makeScene() };
}

async function sendBy({ company, provider }: Scene, number = '+595981234567'): Promise<string> {
  const input = { channel: 'sms', to: number, text: 'Hola', company, providers: [provider.id] };
  const { id } = await acceptMessage(testContext, MessageInput.parse(input as never));
  await deliverAgain([id]);
  return id;
}

let tells = 0;

async function tell({ provider }: Scene, told: object, query?: string): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${webhookToken}`,
    ...(query && { ':query': query }),
  };
  const body = Buffer.from(JSON.stringify(told));
  // Each at a moment of its own.
  const receivedAt = new Date(Date.now() + ++tells);
  expect(await receive(provider.id, { headers, body, receivedAt })).toBe(200);
  await readInbound();
}

const stateOf = async (id: string) => (await getMessage(testContext, id)).status;

it('a number that two gateways gave is of the message that went by the one that tells', async () => {
  const { own, other } = await makeTwo();
  const [ours, theirs] = [await sendBy(own), await sendBy(other)];
  await tell(own, { id: '10017', state: 'UNDELIV' });
  expect([await stateOf(ours), await stateOf(theirs)]).toEqual(['failed', 'sent']);
});

it('a provider of a company says nothing of a message of another, whose id it may have seen', async () => {
  const { own, other } = await makeTwo();
  const theirs = await sendBy(other);
  await tell(own, { state: 'UNDELIV' }, `message=${theirs}`);
  expect(await stateOf(theirs)).toBe('sent');
  await tell(other, { state: 'UNDELIV' }, `message=${theirs}`);
  expect(await stateOf(theirs)).toBe('failed');
});

it('what somebody writes to a company is no answer to another, and stops nothing of it', async () => {
  const { own, other } = await makeTwo();
  const from = '+595971234567';
  const theirs = await sendBy(other, from);
  await tell(own, { from, text: 'STOP' });
  const { events } = await getMessage(testContext, theirs);
  expect(events.map(({ type }) => type)).not.toContain('replied');
  const stopped = await sql()`select company_id as company from suppressions where address = ${from}`;
  expect(stopped).toEqual([{ company: own.company }]);
});

it('what somebody writes of their own accord is kept once, however often it is told', async () => {
  const { own } = await makeTwo();
  const from = '+595971234568';
  for (const id of ['in-1', 'in-1', 'in-2']) await tell(own, { from, text: 'Hola', id });
  const kept = await sql()`select text from received_texts where address = ${from}`;
  expect(kept).toHaveLength(2);
});

it('what is told of a message that was sent again is told anew', async () => {
  const { own } = await makeTwo();
  const id = await sendBy(own);
  const report = (n: number) => new URL(JSON.parse(own.calls[n]!.body.toString()).report).search.slice(1);
  await tell(own, { state: 'UNDELIV' }, report(0));
  expect(await stateOf(id)).toBe('failed');
  await resendMessage(testContext, { id });
  await deliverAgain([id]);
  expect(await stateOf(id)).toBe('sent');
  await tell(own, { state: 'UNDELIV' }, report(1));
  expect(await stateOf(id)).toBe('failed');
});
