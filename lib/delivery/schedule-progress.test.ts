import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { resendMessage } from '@/lib/messages/resend';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { deliverMessages } from './deliver';

useTestDatabase();
beforeAll(() => makeProvider());

const worker = newId();

async function deliver(id: string) {
  await deliverMessages(worker, [id]);
  const message = await getMessage(testContext, id);
  const waitMs = message.dueAt ? Date.parse(message.dueAt) - Date.now() : null;
  return { ...message, waitMs };
}

/** Lets the time pass, and makes the message due. */
async function pass(id: string, seconds: number) {
  await sql()`update attempts set started_at = started_at - make_interval(secs => ${seconds}) where message_id = ${id}`;
  await sql()`update messages set due_at = now() where id = ${id}`;
}

/** The receiver always says "try again in 60 seconds". */
const throttled = () => makeMessage({ to: 'throttle@sandbox.test' });

describe('a receiver that asks for a minute, again and again', () => {
  it('is tried for as long as the schedule lasts, ever less often, and the message parked then', async () => {
    const { id } = await throttled();
    const waits: number[] = [];
    let message = await deliver(id);
    while (message.waitMs !== null && waits.length < 50) {
      waits.push(Math.round(message.waitMs / 1000));
      await pass(id, message.waitMs / 1000);
      message = await deliver(id);
    }
    expect(message).toMatchObject({ status: 'parked', reason: 'deferred' });
    expect(waits.slice(0, 6)).toEqual([60, 60, 60, 80, 160, 320]);
    expect(waits.length).toBeLessThanOrEqual(16);
    const hours = waits.reduce((total, each) => total + each, 0) / 3600;
    expect(hours).toBeGreaterThan(31.8);
    expect(hours).toBeLessThan(32);
  });

  it('gets the whole schedule again when a person sends it again', async () => {
    const { id } = await throttled();
    await deliver(id);
    await pass(id, 32 * 3600);
    await sql()`update messages set status = 'parked', due_at = null, finished_at = now() where id = ${id}`;
    await resendMessage(testContext, { id });
    const message = await deliver(id);
    expect(message).toMatchObject({ status: 'retrying', retryCount: 0 });
    expect(Math.round(message.waitMs! / 1000)).toBe(60);
  });
});
