import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { rollUp } from '@/lib/metrics/roll-up';
import type { AnyAdapter } from '@/lib/providers/adapter';
import { registerAdapter } from '@/lib/providers/registry';
import { useTestDatabase } from '@/lib/testing/database';
import { closeBreakers, makeProvider, makeToken, useOneTry } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { findViolations } from '@/lib/testing/invariants';
import { loft, usePigeons } from '@/lib/testing/pigeon/pigeon';
import { GET as getFigures } from '../metrics/route';
import { POST as postTest } from '../providers/[id]/test/route';
import { POST as postProvider } from '../providers/route';
import { GET as getInbox } from '../sandbox-messages/route';
import { GET as getPreview } from './[id]/preview/route';
import { GET as getOne } from './[id]/route';
import { GET as getSource } from './[id]/source/route';
import { POST as postBatch } from './batch/route';
import { GET as getList, POST } from './route';

useTestDatabase();
useOneTry();
usePigeons();
beforeEach(closeBreakers);

let token: string;
beforeAll(async () => {
  token = await makeToken();
  await makeProvider({ name: 'mail', priority: 99 });
  await makeLoft('first', 90);
  await makeLoft('second', 10);
  await makeLoft('third', 5, { recipientDomains: { never: ['zz'] } });
  await makeLoft('fourth', 3, { senderDomains: ['PY-2026-0001', 'ar'] });
});

const addProvider = (body: unknown) => call(postProvider, { token, body });

async function makeLoft(name: string, priority: number, rules = {}) {
  const { status, body } = await addProvider({ name, priority, kind: 'loft', settings: {}, ...rules });
  expect([status, body]).toMatchObject([201, { kind: 'loft', channel: 'pigeon', ...rules }]);
}

const slip = { channel: 'pigeon', to: 'PY-2026-0013', text: 'Come home.' };
const post = (body: unknown, headers = {}) => call(POST, { token, body, headers });
const view = async (id: string) => (await call(getOne, { token, params: { id } })).body;

async function send(fields: Record<string, unknown> = {}) {
  const { status, body } = await post({ ...slip, ...fields });
  expect(status).toBe(202);
  await deliverMessages(newId(), [body.id]);
  expect(await findViolations(sql())).toEqual([]);
  return view(body.id);
}

describe('a channel that delivery has never heard of', () => {
  it('is sent by a provider of its own, and seen wherever messages are', async () => {
    const figures = async (channel: string) =>
      (await call(getFigures, { token, query: { channel } })).body.totals;
    const before = { pigeon: await figures('pigeon'), email: await figures('email') };
    const message = await send({ to: 'py 2026 13', tags: ['home'] });
    expect(message).toMatchObject({
      channel: 'pigeon',
      status: 'captured',
      provider: 'first',
      from: null,
      subject: '',
      text: 'Come home.',
      recipients: [{ kind: 'to', address: 'py 2026 13', status: 'captured' }],
    });
    const [attempt] = message.attempts;
    expect(attempt.candidates).toContainEqual({ provider: 'mail', rank: null, reason: 'wrong_channel' });

    const list = await call(getList, { token, query: { tag: 'home' } });
    expect(list.body.data).toMatchObject([{ id: message.id, channel: 'pigeon', to: ['py 2026 13'] }]);
    const inbox = await call(getInbox, { token });
    expect(inbox.body.data[0]).toMatchObject({
      messageId: message.id,
      channel: 'pigeon',
      provider: 'first',
      from: null,
      recipients: ['PY-2026-0013'],
    });
    const { captured, attempts } = before.pigeon;
    for (const fold of [async () => undefined, rollUp]) {
      await fold();
      expect(await figures('pigeon')).toMatchObject({ captured: captured + 1, attempts: attempts + 1 });
      expect(await figures('email')).toEqual(before.email);
    }
  });

  it('fails over to the next provider of the channel', async () => {
    const message = await send({ to: 'XX-1900-0002' });
    expect(message).toMatchObject({ status: 'captured', provider: 'second' });
    expect(message.attempts).toMatchObject([
      { provider: 'first', outcomes: [{ address: 'XX-1900-0002', fault: 'provider' }] },
      { provider: 'second', outcomes: [{ outcome: 'captured' }] },
    ]);
  });

  it('bounces where the recipient is refused for good', async () => {
    const message = await send({ to: 'xx 1900 1' });
    expect(message).toMatchObject({ status: 'bounced', recipients: [{ status: 'bounced', code: '550' }] });
    expect(message.attempts).toHaveLength(1);
  });

  it('is tried again later when all its providers are down', async () => {
    const message = await send({ to: 'XX-1900-0005' });
    expect(message.status).toBe('retrying');
    expect(message.attempts.map(({ provider }: { provider: string }) => provider)).toEqual([
      'first',
      'second',
      'third',
      'fourth',
    ]);
  });

  it('is not handed to another provider when nobody knows what became of it', async () => {
    const message = await send({ to: 'XX-1900-0004' });
    expect(message.attempts).toMatchObject([{ provider: 'first', outcomes: [{ outcome: 'unknown' }] }]);
    expect(message.recipients).toMatchObject([{ status: 'unknown' }]);
  });

  it('obeys the rules of providers on where they carry to, by what the channel goes by', async () => {
    expect(await send({ providers: ['third'] })).toMatchObject({ status: 'captured', provider: 'third' });
    const kept = await send({ to: 'ZZ-2026-0013', providers: ['third'] });
    expect(kept.attempts).toEqual([]);
    expect(kept.events.at(-1).detail.candidates).toContainEqual(
      expect.objectContaining({ provider: 'third', rank: null, reason: 'recipient_domain' }),
    );
  });

  it('obeys the rules of providers on whose senders they are for: one by one, or by what the channel goes by', async () => {
    for (const from of ['py 2026 1', 'AR-1999-7', undefined])
      expect(await send({ from, providers: ['fourth'] })).toMatchObject({
        status: 'captured',
        provider: 'fourth',
      });
    const kept = await send({ from: 'PY-2026-0002', providers: ['fourth'] });
    expect(kept.attempts).toEqual([]);
    expect(kept.events.at(-1).detail.candidates).toContainEqual(
      expect.objectContaining({ provider: 'fourth', rank: null, reason: 'wrong_sender_domain' }),
    );
  });

  it('shows as its source what its adapter is given, and tests its provider like any other', async () => {
    const { id } = await send({ metadata: { clinic: 'south' } });
    const source = await call(getSource, { token, params: { id } });
    expect(source.status).toBe(200);
    expect(JSON.parse(source.text)).toEqual({
      id,
      resendCount: 0,
      // Nobody waits any more.
      recipients: [],
      ring: 'PY-2026-0013',
      text: 'Come home.',
      tags: [],
      metadata: { clinic: 'south' },
    });
    const tested = await call(postTest, { token, method: 'POST', params: { id: 'first' }, body: {} });
    expect(tested).toMatchObject({ status: 200, body: { ok: true } });
    const preview = await call(getPreview, { token, params: { id } });
    expect(preview.text).toContain('Come home.');
  });

  it('goes into a batch beside others, and is kept once for one key', async () => {
    const mail = { to: 'ana@example.com', subject: 'Receipt 13', text: 'Thank you.' };
    const bad = { ...slip, text: 'x'.repeat(161) };
    const { body } = await call(postBatch, { token, body: { messages: [mail, slip, bad] } });
    expect(body.results).toMatchObject([
      { status: 'queued' },
      { status: 'queued' },
      { error: { status: 400 } },
    ]);
    expect((await view(body.results[0].id)).channel).toBe('email');
    const [one, two] = [
      await post(slip, { 'idempotency-key': 'k' }),
      await post(slip, { 'idempotency-key': 'k' }),
    ];
    expect(two.body.id).toBe(one.body.id);
    expectProblem(
      await post({ ...slip, text: 'No.' }, { 'idempotency-key': 'k' }),
      409,
      'idempotency_conflict',
    );
  });
});

describe('a provider of that channel', () => {
  it('is tested with a message of its own, to an address in its own form, from whom it may have none', async () => {
    const sent: unknown[] = [];
    const watched: AnyAdapter = {
      ...(loft as unknown as AnyAdapter),
      kind: 'watched-loft',
      test: async (_config, { message }) => {
        sent.push(message);
        return { ok: true, steps: [] };
      },
    };
    registerAdapter(watched);
    await addProvider({ name: 'watched', kind: 'watched-loft', settings: {}, active: false });
    const test = (to: string) =>
      call(postTest, { token, method: 'POST', params: { id: 'watched' }, body: { to } });
    expect(await test('py 2026 13')).toMatchObject({ status: 200, body: { ok: true } });
    expect(sent).toMatchObject([
      { ring: 'PY-2026-0013', recipients: ['PY-2026-0013'], text: 'A test flight.' },
    ]);
    expectProblem(await test('ana@example.com'), 400, 'validation_failed', 'to');
    expect(sent).toHaveLength(1);
  });

  it('is for senders as the channel writes them, and only for those', async () => {
    const given = { name: 'picky', kind: 'loft', settings: {}, senderDomains: ['ar', 'example.com'] };
    expectProblem(await addProvider(given), 400, 'validation_failed', 'senderDomains.1');
    expectProblem(await addProvider({ ...given, kind: 'dovecote' }), 400, 'validation_failed', 'kind');
  });
});

describe('what a message of a channel may have', () => {
  it.each([
    [{ text: 'x'.repeat(161) }, 'text'],
    [{ to: 'ana@example.com' }, 'to'],
    [{ priority: 'soon' }, 'priority'],
    [{ subject: 'A slip has none' }, 'subject'],
    [{ channel: 'carrier' }, 'channel'],
    [{ channel: 7 }, 'channel'],
  ])('is the channel to say: %j', async (fields, path) => {
    expectProblem(await post({ ...slip, ...fields }), 400, 'validation_failed', path);
  });
});
