import { createHmac, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { forgetEnv } from '@/lib/env';
import * as keep from '@/lib/events/keep-inbound';
import { newId } from '@/lib/ids';
import { readInbound } from '@/lib/inbound/read-inbound';
import { takeUp } from '@/lib/inbound/spool';
import { getMessage } from '@/lib/messages/get';
import { forgetProviders } from '@/lib/providers/cache';
import type { ProviderView } from '@/lib/providers/schema';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { POST } from './route';

useTestDatabase();

const worker = newId();
const webhookToken = 'a-webhook-token-of-ours';
const webhookSigningKey = 'key-3ax6xnjp29jd6fds4gc373sgvjxteol0';
let postmark: ProviderView;
let mailgun: ProviderView;

beforeAll(async () => {
  await makeProvider();
  const secrets = { apiKey: 'key-0123456789abcdef' };
  postmark = await makeProvider({ kind: 'postmark', secrets: { ...secrets, webhookToken }, active: false });
  mailgun = await makeProvider({
    kind: 'mailgun',
    settings: { domain: 'mg.example.com' },
    secrets: { ...secrets, webhookSigningKey },
    active: false,
  });
});
beforeEach(() => sql()`delete from inbound_events`);

async function makeSent(to: string | string[] = 'ana@example.com'): Promise<string> {
  const { id } = await makeMessage({ to });
  await deliverMessages(worker, [id]);
  return id;
}

async function post(providerId: string, body: string | Uint8Array, headers: Record<string, string> = {}) {
  const request = new Request(`http://relevo.test/api/hooks/${providerId}`, {
    method: 'POST',
    headers,
    body: body as string,
  });
  return (await POST(request, { params: Promise.resolve({ providerId }) })).status;
}

const token = { authorization: `Bearer ${webhookToken}` };
const delivery = (relevo_id: string, fields: object = {}) =>
  JSON.stringify({
    RecordType: 'Delivery',
    MessageID: newId(),
    Recipient: 'ana@example.com',
    DeliveredAt: new Date().toISOString(),
    Metadata: { relevo_id },
    ...fields,
  });
const bounce = (relevo_id: string, fields: object = {}) =>
  delivery(relevo_id, {
    RecordType: 'Bounce',
    ID: 1,
    Type: 'HardBounce',
    Email: 'ana@example.com',
    ...fields,
  });

function ofMailgun(relevo_id: string, nonce = randomBytes(25).toString('hex')) {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', webhookSigningKey)
    .update(timestamp + nonce)
    .digest('hex');
  return (event: string) =>
    JSON.stringify({
      signature: { timestamp, token: nonce, signature },
      'event-data': {
        event,
        severity: 'permanent',
        reason: 'bounce',
        id: nonce,
        timestamp: Date.now() / 1_000,
        recipient: 'ana@example.com',
        'user-variables': { relevo_id },
      },
    });
}

const read = (id: string) => getMessage(testContext, id);
const inbound = () => sql()`select applied_at, error, headers from inbound_events order by id`;

describe('what a provider tells', () => {
  it('is answered once it is stored, wakes the job that reads it, and becomes the state of the message', async () => {
    const id = await makeSent();
    expect(await post(postmark.id, delivery(id), token)).toBe(200);
    const [row] = await inbound();
    expect([row!.applied_at, JSON.stringify(row!.headers)]).toEqual([
      null,
      expect.not.stringContaining(webhookToken),
    ]);
    const jobs = await sql()`select * from graphile_worker.jobs where key = 'read-inbound'`;
    expect(jobs).toHaveLength(1);
    expect(await readInbound()).toEqual({ read: 1, waiting: 0 });
    expect(await read(id)).toMatchObject({ status: 'delivered', recipients: [{ status: 'delivered' }] });
    expect(await readInbound()).toEqual({ read: 0, waiting: 0 });
  });

  it('changes nothing when it is told again, late, or in another order', async () => {
    const id = await makeSent();
    const [told, later] = [delivery(id), bounce(id)];
    for (const body of [later, told, told, later]) expect(await post(postmark.id, body, token)).toBe(200);
    await readInbound();
    const message = await read(id);
    expect(message).toMatchObject({ status: 'bounced', recipients: [{ status: 'bounced' }] });
    expect(message.events.map(({ type }) => type).toSorted()).toEqual([
      'bounced',
      'delivered',
      'queued',
      'sent',
    ]);
  });

  it('is about one of several', async () => {
    const id = await makeSent(['ana@example.com', 'bo@example.com']);
    await post(postmark.id, bounce(id), token);
    await readInbound();
    expect(await read(id)).toMatchObject({ status: 'sent', reason: 'recipient_refused' });
  });

  it('waits for a message whose sending is not written yet, and then is let go with a word', async () => {
    const later = newId();
    await post(postmark.id, delivery(later), token);
    expect(await readInbound()).toEqual({ read: 0, waiting: 1 });
    await sql()`update inbound_events set received_at = now() - interval '4 minutes'`;
    expect(await readInbound()).toEqual({ read: 1, waiting: 0 });
    expect((await inbound())[0]!.error).toContain('about no message');
  });

  it('that cannot be read keeps nobody else', async () => {
    const id = await makeSent();
    await post(postmark.id, '{"RecordType":', token);
    await post(postmark.id, new Uint8Array([0xff, 0x00]), token);
    await post(postmark.id, delivery(id, { Details: 'half \ud800 a pair, and a \u0000' }), token);
    expect(await readInbound()).toEqual({ read: 3, waiting: 0 });
    expect((await inbound()).map(({ error }) => error === null)).toEqual([false, false, true]);
    expect((await read(id)).status).toBe('delivered');
  });
});

describe('what only says that it is of a provider', () => {
  it.each([
    ['another token', { authorization: 'Bearer wrong' }, 401],
    ['none', {}, 401],
  ])('is turned away with %s, without effect, and the reason is kept', async (_, headers, status) => {
    const id = await makeSent();
    expect(await post(postmark.id, bounce(id), headers)).toBe(status);
    expect(await inbound()).toHaveLength(0);
    const [refusal] = await sql()`select reason from inbound_refusals where provider_id = ${postmark.id}`;
    expect(refusal!.reason).toContain('token');
  });

  it('has nowhere to go where there is no such provider, or one that tells nothing', async () => {
    const [{ id: silent }] = await sql()<
      [{ id: string }]
    >`select id from providers where kind not in ('postmark', 'mailgun') limit 1`;
    for (const id of [newId(), silent, 'main', '%00', "' or 1=1"])
      expect(await post(id, '{}', token)).toBe(404);
  });

  it('is not taken over a megabyte, announced or not', async () => {
    expect(await post(postmark.id, ' '.repeat(1024 * 1024 + 1), token)).toBe(413);
  });

  it('may not put other words under a signature of Mailgun that was seen before', async () => {
    const id = await makeSent();
    const say = ofMailgun(id);
    expect(await post(mailgun.id, say('delivered'))).toBe(200);
    expect(await post(mailgun.id, say('failed'))).toBe(200);
    await Promise.all(Array.from({ length: 5 }, () => post(mailgun.id, say('failed'))));
    await readInbound();
    expect(await read(id)).toMatchObject({ status: 'delivered' });
    expect(await inbound()).toHaveLength(1);
    expect(await post(mailgun.id, say('failed').replace(/"signature":"\w{4}/, '"signature":"0000'))).toBe(
      406,
    );
  });
});

describe('while the database is away', () => {
  beforeEach(async () => {
    vi.stubEnv('RELEVO_DATA_DIR', await mkdtemp(join(tmpdir(), 'relevo-inbound-')));
    forgetEnv();
    return () => {
      vi.unstubAllEnvs();
      vi.restoreAllMocks();
      forgetEnv();
    };
  });
  const gone = () =>
    vi
      .spyOn(keep, 'keepInbound')
      .mockRejectedValue(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }));
  const files = () => readdir(join(process.env.RELEVO_DATA_DIR!, 'inbound'));

  it('it goes to a file, is answered, and is taken up once it is back; two at once take it once', async () => {
    const id = await makeSent();
    const away = gone();
    expect(await post(postmark.id, delivery(id), token)).toBe(200);
    expect(await files()).toHaveLength(1);
    await expect(takeUp()).rejects.toThrow('gone');
    expect(await files()).toHaveLength(1);
    away.mockRestore();
    await Promise.all([takeUp(), takeUp()]);
    expect(await files()).toEqual([]);
    expect(await inbound()).toHaveLength(1);
    await readInbound();
    expect((await read(id)).status).toBe('delivered');
  });

  it('of a provider that cannot be read meanwhile it waits until it can, in a file as in the database', async () => {
    const [first, second] = [await makeSent(), await makeSent()];
    const setKind = async (kind: string) => {
      await sql()`update providers set kind = ${kind} where id = ${postmark.id}`;
      forgetProviders();
    };
    expect(await post(postmark.id, delivery(first), token)).toBe(200);
    await setKind('carrier-pigeon');
    expect(await post(postmark.id, delivery(second), token)).toBe(200);
    expect(await takeUp()).toBe(60_000);
    expect(await files()).toHaveLength(1);
    expect(await readInbound()).toEqual({ read: 0, waiting: 1 });
    await setKind('postmark');
    expect([await takeUp(), await files()]).toEqual([null, []]);
    expect(await readInbound()).toEqual({ read: 2, waiting: 0 });
    for (const id of [first, second]) expect((await read(id)).status).toBe('delivered');
  });

  it('what cannot be kept anywhere is to be sent again', async () => {
    gone();
    await writeFile(join(process.env.RELEVO_DATA_DIR!, 'inbound'), 'in the way');
    expect(await post(postmark.id, delivery(newId()), token)).toBe(503);
  });
});
