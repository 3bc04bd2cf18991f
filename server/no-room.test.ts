import type { statfs } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { POST as batch } from '@/app/api/v1/messages/batch/route';
import { POST as send } from '@/app/api/v1/messages/route';
import { POST as notify } from '@/app/api/v1/notifications/route';
import { evaluateAlerts } from '@/lib/alerts/evaluate';
import { forgetAll } from '@/lib/async/memory';
import { sql } from '@/lib/database/db';
import { requireRoom, shortage, stopsBelow } from '@/lib/disk/room';
import { toAppError } from '@/lib/http/problem';
import { sendSystemMail } from '@/lib/intake/system-mail';
import { updateSettings } from '@/lib/settings/update';
import { getStatus } from '@/lib/status/get';
import { openAlerts, startWorker } from '@/lib/testing/alerts';
import { countStored, serveCompat } from '@/lib/testing/compat';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { deliverAgain } from '@/lib/testing/deliver';
import { mailer, openDoor } from '@/lib/testing/door';
import { makeMessage, makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { call } from '@/lib/testing/http';
import { until } from '@/lib/testing/until';
import { directRoute } from './direct-routes';

const disk = vi.hoisted(() => ({ freeBytes: 100e9, totalBytes: 250e9 }));
vi.mock('node:fs/promises', async (original) => ({
  ...(await original<object>()),
  statfs: (async () => ({
    bsize: 4096,
    bavail: Math.round(disk.freeBytes / 4096),
    blocks: disk.totalBytes / 4096,
  })) as unknown as typeof statfs,
}));

useDatabaseForEachTest();
const compat = serveCompat(directRoute);
let token: string;
beforeEach(async () => {
  await makeProvider({ fromEmail: 'shop@example.com' });
  token = await makeToken(['messages:send', 'notifications:write']);
});
afterEach(() => leave(100e9));

/** From now on so much is free, as if the second for which it is known had passed. */
function leave(freeBytes: number): void {
  disk.freeBytes = freeBytes;
  forgetAll();
}
/** As it goes on in a process that knows what it said. */
const becomes = async (freeBytes: number, lack: string | null) => {
  disk.freeBytes = freeBytes;
  await until(async () => expect(await shortage()).toBe(lack));
};

const MESSAGE = { to: 'ana@example.com', from: 'shop@example.com', subject: 'x', text: 'x' };

describe('with a disk that is nearly full', () => {
  beforeEach(() => leave(400e6));

  it('the API stores nothing and says 507, when to come back, and in a batch once for all', async () => {
    for (const [route, body] of [
      [send, MESSAGE],
      [batch, { messages: [MESSAGE, MESSAGE] }],
      [notify, { type: 'receipt', to: 'ana@example.com' }],
    ] as const) {
      const { status, body: problem, headers } = await call(route, { token, body });
      expect([status, problem.code]).toEqual([507, 'insufficient_storage']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(await countStored()).toBe(0);
  });

  it('the SMTP door says 452 before the mail comes in (RFC 5321, 4.2.3)', async () => {
    const shop = mailer(await openDoor(), token);
    await expect(shop.sendMail(MESSAGE)).rejects.toMatchObject({
      responseCode: 452,
      command: 'MAIL FROM',
      response: expect.stringContaining('4.3.1'),
    });
    expect(await countStored()).toBe(0);
  });

  it('the doors for clients of others refuse so that they come back', async () => {
    const answer = await fetch(compat.url('/compat/postmark/email'), {
      method: 'POST',
      headers: { 'x-postmark-server-token': token, 'content-type': 'application/json' },
      body: JSON.stringify({ To: 'ana@example.com', From: 'shop@example.com', Subject: 'x', TextBody: 'x' }),
    });
    expect(answer.status).toBe(507);
    expect(await countStored()).toBe(0);
  });

  it('says the answer of before to who asks again with the same key', async () => {
    leave(100e9);
    const headers = { 'idempotency-key': 'receipt-13' };
    const first = await call(send, { token, body: MESSAGE, headers });
    leave(400e6);
    const again = await call(send, { token, body: MESSAGE, headers });
    expect([again.status, again.body.id]).toEqual([202, first.body.id]);
  });

  it('delivers what was accepted, and accepts what tells of it', async () => {
    leave(100e9);
    const { id } = await makeMessage();
    leave(400e6);
    await deliverAgain([id]);
    const [row] = await sql()`select status from messages where id = ${id}`;
    expect(row).toEqual({ status: 'sent' });
    expect(await sendSystemMail({ to: 'boss@example.com', subject: 'x', text: 'x' })).toMatchObject({
      ok: true,
    });
  });

  it('is told on every page and by an alert', async () => {
    await startWorker();
    await evaluateAlerts(new Date());
    const alerts = await openAlerts();
    expect(alerts.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        'Only 0.4 GB of the disk are free (0.2 %)',
        'Nothing is accepted: a disk is nearly full',
      ]),
    );
    expect((await getStatus(testContext)).reasons).toContain('no_space');
  });
});

it('goes on by itself, once there is a quarter more room than where it stopped', async () => {
  await updateSettings(testContext, { system: { disk: { stopBelowMb: 1000, stopBelowPercent: 0 } } });
  await becomes(1.1e9, null);
  await becomes(0.99e9, 'disk');
  await expect(requireRoom(testContext)).rejects.toMatchObject({ status: 507 });
  await becomes(1.26e9, null);
  await becomes(0.99e9, 'disk');
  disk.freeBytes = 1.2e9;
  // A second has passed when another setting is felt.
  await updateSettings(testContext, { system: { disk: { stopBelowMb: 970 } } });
  await until(async () => expect(await shortage()).toBe('disk'));
  await updateSettings(testContext, { system: { disk: { stopBelowMb: 0 } } });
  await until(async () => expect(await shortage()).toBeNull());
  await expect(requireRoom(testContext)).resolves.toBeUndefined();
});

it.each([
  ['a small disk', 10e9, 500e6],
  ['a share of a larger one', 100e9, 1e9],
  ['a large one, of which a percent is more than anybody needs', 4e12, 5e9],
])('keeps a reserve of %s', (_name, totalBytes, reserve) => {
  expect(stopsBelow({ totalBytes }, { stopBelowMb: 500, stopBelowPercent: 1 })).toBe(reserve);
});

it('believes a PostgreSQL that says it has no room, wherever its disk is', async () => {
  const said = Object.assign(new Error('could not extend file: No space left on device'), { code: '53100' });
  expect(toAppError(Object.assign(new Error('query'), { cause: said }), 'x')).toMatchObject({ status: 507 });
  expect(await shortage()).toBe('database');
  expect((await call(send, { token, body: MESSAGE })).status).toBe(507);
});
