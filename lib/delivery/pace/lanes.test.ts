import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { updateSettings } from '@/lib/settings/update';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { startScriptedSmtp } from '@/lib/testing/scripted-smtp';
import { until } from '@/lib/testing/until';
import { closeLanes, reopenLanes } from './lanes';

useTestDatabase();

const worker = newId();

afterEach(reopenLanes);

describe('immediate tries', () => {
  it('go to the same provider where it could not be reached, as often as the settings say', async () => {
    await updateSettings(testContext, {
      delivery: { retries: { immediateTries: 2, immediateDelaySeconds: 1 } },
    });
    const { name } = await makeProvider();
    const { id } = await makeMessage({ to: 'down@sandbox.test', providers: [name] });
    await deliverMessages(worker, [id]);
    const message = await getMessage(testContext, id);
    expect(message.attempts).toHaveLength(2);
    expect(message).toMatchObject({ status: 'retrying', retryCount: 1 });
    await updateSettings(testContext, { delivery: { retries: { immediateTries: 1 } } });
  });
});

describe('a worker that stops', () => {
  afterAll(() => sql()`delete from messages`);

  it('gives back what another provider should have taken over, and spends no try on it', async () => {
    const healthy = await makeProvider();
    const answer = Promise.withResolvers<string>();
    const { port, commands } = await startScriptedSmtp({ mail: answer.promise });
    const settings = { host: '127.0.0.1', port, security: 'none' };
    const failing = await makeProvider({ kind: 'smtp', settings });
    const { id } = await makeMessage({ providers: [failing.name, healthy.name] });
    const delivery = deliverMessages(worker, [id]);
    await until(() => expect(commands.at(-1)).toMatch(/^MAIL/));
    closeLanes();
    answer.resolve('451 4.3.0 Out of order');
    await delivery;
    const message = await getMessage(testContext, id);
    expect(message).toMatchObject({ status: 'queued', reason: null, retryCount: 0 });
    expect(message.attempts.map(({ provider, finishedAt }) => [provider, finishedAt !== null])).toEqual([
      [failing.name, true],
    ]);
  });

  it('gives back what it has not begun, for another one to send at once', async () => {
    await makeProvider();
    const { id } = await makeMessage();
    await sql()`delete from graphile_worker._private_jobs`;
    closeLanes();
    await deliverMessages(worker, [id]);
    const [row] = await sql()`
      select claimed_by, claimed_until, (select count(*)::int from attempts where message_id = ${id}) as attempts,
        (select count(*)::int from graphile_worker.jobs where task_identifier = 'deliver') as jobs
      from messages where id = ${id}`;
    expect({ ...row }).toEqual({ claimed_by: null, claimed_until: null, attempts: 0, jobs: 1 });
    expect((await getMessage(testContext, id)).status).toBe('queued');
  });
});
