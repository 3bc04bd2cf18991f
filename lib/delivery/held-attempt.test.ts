import { afterEach, beforeEach, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { forgetProviders } from '@/lib/providers/cache';
import { closeAdapters } from '@/lib/providers/registry';
import { forgetFacts } from '@/lib/providers/routing-facts';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { closeBreakers, makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { findViolations } from '@/lib/testing/invariants';
import { type SmtpScript, startScriptedSmtp } from '@/lib/testing/scripted-smtp';
import { until } from '@/lib/testing/until';
import { deliverMessages } from './deliver';

useTestDatabase();
allowLoopbackTargets();
beforeEach(closeBreakers);
afterEach(async () => {
  await closeAdapters();
  await sql()`update providers set active = false`;
  forgetProviders();
  expect(await findViolations(sql())).toEqual([]);
});

const [first, second] = [newId(), newId()];

/** A marketing message, which is not repeated in doubt, on its way through a server that keeps to the script; another provider would take it. */
async function onItsWay(script: SmtpScript) {
  const server = await startScriptedSmtp(script);
  const slow = await makeProvider({
    kind: 'smtp',
    // For marketing what is cheapest comes first.
    settings: { host: '127.0.0.1', port: server.port, security: 'none' },
  });
  const other = await makeProvider({ costPerMessage: '0.01' });
  const { id } = await makeMessage({ category: 'marketing' });
  const sending = deliverMessages(first, [id]);
  return { id, server, slow, other, sending };
}

const isHeld = async (id: string) => {
  const [attempt] = await sql()<
    { held: boolean | null }[]
  >`select held from attempts where message_id = ${id}`;
  return attempt?.held;
};

async function pause(id: string) {
  await sql()`update providers set active = false where id = ${id}`;
  forgetProviders();
  forgetFacts();
}

/** As when the first worker was killed, or stood still for so long that it was given up. */
async function takeOver(id: string) {
  await sql()`update messages set claimed_until = now() - interval '1 second' where id = ${id}`;
  await deliverMessages(second, [id]);
  return getMessage(testContext, id);
}

const typesOf = ({ events }: { events: { type: string }[] }) => events.map(({ type }) => type);

it('a message whose worker dies while it waits for a connection goes by whoever takes it, and never by the dead one', async () => {
  const greeting = Promise.withResolvers<string>();
  const { id, server, slow, other, sending } = await onItsWay({ greeting: greeting.promise });
  await until(async () => expect(await isHeld(id)).toBe(true));
  await pause(slow.id);
  const message = await takeOver(id);
  expect(message).toMatchObject({ status: 'sent', provider: other.name });
  expect(message.attempts).toHaveLength(1);
  expect(typesOf(message)).toEqual(['queued', 'sent']);
  // It was not dead after all, and has its connection now.
  greeting.resolve('220 slow.test ESMTP');
  await sending;
  expect(server.commands.filter((line) => /^MAIL/.test(line))).toEqual([]);
  expect(typesOf(await getMessage(testContext, id))).toEqual(['queued', 'sent']);
});

it('one whose connection came late is in doubt from its first word on', async () => {
  const [greeting, taken] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  const { id, server, sending } = await onItsWay({ greeting: greeting.promise, body: () => taken.promise });
  await until(async () => expect(await isHeld(id)).toBe(true));
  greeting.resolve('220 slow.test ESMTP');
  await until(() => expect(server.mails).toHaveLength(1));
  expect(await isHeld(id)).toBe(false);
  const message = await takeOver(id);
  expect(typesOf(message)).toContain('uncertain');
  expect(message.status).not.toBe('sent');
  taken.resolve('250 2.0.0 Ok');
  await sending;
});

it('nothing is written where a connection is there at once', async () => {
  const { id, sending } = await onItsWay({});
  await sending;
  expect(await isHeld(id)).toBeNull();
  expect((await getMessage(testContext, id)).status).toBe('sent');
});
