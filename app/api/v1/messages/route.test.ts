import { beforeAll, describe, expect, it, vi } from 'vitest';
import { sql } from '@/lib/db';
import { newId } from '@/lib/ids';
import { deliverMessages } from '@/lib/messages/deliver';
import { getMessage } from '@/lib/messages/get';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { type Call, call, expectProblem, signIn } from '@/lib/testing/http';
import { GET, POST } from './route';

useTestDatabase();

const valid = { to: 'ana@example.com', subject: 'Receipt 13', text: 'Thank you.' };
const base64 = (text: string) => Buffer.from(text).toString('base64');

let token: string;
beforeAll(async () => {
  await makeProvider({ name: 'Main' });
  token = await makeToken();
});

const post = (body: unknown, options: Call = {}) => call(POST, { token, body, ...options });

/** Everything that an accepted message leaves behind. */
async function countStored() {
  const [row] = await sql()`
    select (select count(*)::int from messages) as messages, (select count(*)::int from message_bodies) as bodies,
      (select count(*)::int from attachments) as attachments, (select count(*)::int from events) as events,
      (select count(*)::int from idempotency_keys) as keys, (select count(*)::int from graphile_worker.jobs) as jobs`;
  return row;
}

describeAccess('POST', POST, { scope: 'messages:send', role: 'technician', request: { body: valid } });
describeAccess('GET', GET, { scope: 'messages:read', role: 'viewer' });

describe('POST', () => {
  it('answers 202 with id and status once the message is stored', async () => {
    const content = base64('%PDF-1.7');
    const answer = await post({
      ...valid,
      to: ['Ana Núñez <ana@example.com>', { email: 'ben@example.com', name: 'Ben' }],
      cc: 'carla@example.com',
      bcc: ['blind@example.com'],
      replyTo: 'desk@example.com',
      html: '<p>Gracias 🦤</p>',
      headers: { 'X-Clinic': 'North' },
      attachments: [{ filename: 'recibo ñ.pdf', contentType: 'application/pdf', content }],
      tags: ['receipt'],
      metadata: { invoice: '13' },
    });
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), status: 'queued' });
    expect(await getMessage(testContext, answer.body.id)).toMatchObject({
      subject: 'Receipt 13',
      recipients: [
        { kind: 'to', email: 'ana@example.com', name: 'Ana Núñez' },
        { kind: 'to', email: 'ben@example.com', name: 'Ben' },
        { kind: 'cc', email: 'carla@example.com' },
        { kind: 'bcc', email: 'blind@example.com' },
      ],
      replyTo: [{ email: 'desk@example.com' }],
      headers: { 'X-Clinic': 'North' },
      tags: ['receipt'],
      metadata: { invoice: '13' },
      attachments: [{ filename: 'recibo ñ.pdf', contentType: 'application/pdf', sizeBytes: 8 }],
    });
  });

  it('keeps a scheduled message', async () => {
    const scheduledAt = new Date(Date.now() + 60_000).toISOString();
    expect((await post({ ...valid, scheduledAt })).body).toMatchObject({ status: 'scheduled' });
  });

  it('takes a message of a technician in the panel', async () => {
    const cookie = await signIn('technician');
    expect((await call(POST, { cookie, body: valid })).status).toBe(202);
  });
});

describe('bad input is refused by name of the field, and nothing is stored', () => {
  const attachment = { filename: 'a.txt', content: base64('a') };
  const fifty = Array.from({ length: 51 }, (_, index) => `a${index}@example.com`);
  const past = '2020-01-01T00:00:00Z';
  const soon = new Date(Date.now() + 60_000).toISOString();

  it.each<[string, unknown, string]>([
    ['no recipient', { ...valid, to: undefined }, 'to'],
    ['an empty list of recipients', { ...valid, to: [] }, 'to'],
    ['more than 50 recipients', { ...valid, to: fifty }, 'to'],
    ['more than 50 recipients in all', { ...valid, to: fifty.slice(1), cc: 'b@example.com' }, 'to'],
    ...[
      'ana',
      'ana@',
      '@example.com',
      'ana@example',
      'a b@example.com',
      'ana@example..com',
      'ana@exa mple.com',
      '',
    ].map((to): [string, unknown, string] => [`the address ${JSON.stringify(to)}`, { ...valid, to }, 'to']),
    ['a bad address in a list', { ...valid, to: ['ana@example.com', 'ben'] }, 'to.1'],
    ['a bad address in cc', { ...valid, cc: ['ben'] }, 'cc.0'],
    ['two addresses in one', { ...valid, to: 'a@example.com, b@example.com' }, 'to'],
    ['a line break in the subject', { ...valid, subject: 'a\r\nBcc: x@example.com' }, 'subject'],
    ['a bare line feed in the subject', { ...valid, subject: 'a\nb' }, 'subject'],
    ['NUL in the subject', { ...valid, subject: 'a\0b' }, 'subject'],
    ['an empty subject', { ...valid, subject: '' }, 'subject'],
    [
      'a line break in a name',
      { ...valid, to: { email: 'a@example.com', name: 'A\r\nBcc: x@y.z' } },
      'to.name',
    ],
    ['a line break in the sender', { ...valid, from: { email: 'a@example.com', name: 'A\nB' } }, 'from.name'],
    ['a line break in reply-to', { ...valid, replyTo: 'a@example.com\r\nBcc: x@y.z' }, 'replyTo'],
    ['a line break in a header', { ...valid, headers: { 'X-A': 'a\r\nBcc: x@y.z' } }, 'headers.X-A'],
    [
      'a line break in the name of a header',
      { ...valid, headers: { 'X-A\r\nBcc': 'x' } },
      'headers.X-A\r\nBcc',
    ],
    ['a header that is ours', { ...valid, headers: { Bcc: 'x@example.com' } }, 'headers.Bcc'],
    [
      'a header that is ours, in small letters',
      { ...valid, headers: { 'content-type': 'x' } },
      'headers.content-type',
    ],
    ['an unknown property', { ...valid, subjct: 'x' }, 'subjct'],
    ['an unknown property below', { ...valid, to: { email: 'a@example.com', nam: 'x' } }, 'to.nam'],
    [
      '__proto__',
      JSON.parse('{"to":"a@example.com","subject":"a","text":"a","__proto__":{"a":1}}'),
      '__proto__',
    ],
    ['neither text nor html', { ...valid, text: undefined }, 'text'],
    ['NUL in the text', { ...valid, text: 'a\0' }, 'text'],
    ['half a character', { ...valid, text: 'a\ud800' }, 'text'],
    [
      'bad base64',
      { ...valid, attachments: [{ ...attachment, content: 'not base64!' }] },
      'attachments.0.content',
    ],
    ['cut base64', { ...valid, attachments: [{ ...attachment, content: 'abc' }] }, 'attachments.0.content'],
    [
      'a path for a filename',
      { ...valid, attachments: [{ ...attachment, filename: '../a' }] },
      'attachments.0.filename',
    ],
    [
      'a line break in a filename',
      { ...valid, attachments: [{ ...attachment, filename: 'a\r\nb' }] },
      'attachments.0.filename',
    ],
    [
      'a bad content type',
      { ...valid, attachments: [{ ...attachment, contentType: 'a\r\nb' }] },
      'attachments.0.contentType',
    ],
    [
      'a bad content id',
      { ...valid, attachments: [{ ...attachment, contentId: '<a>\r\n' }] },
      'attachments.0.contentId',
    ],
    ['21 attachments', { ...valid, attachments: Array(21).fill(attachment) }, 'attachments'],
    ['an unknown category', { ...valid, category: 'spam' }, 'category'],
    ['a time in the past', { ...valid, scheduledAt: past }, 'scheduledAt'],
    ['an end before the start', { ...valid, scheduledAt: soon, expiresAt: soon }, 'expiresAt'],
    ['an unknown provider', { ...valid, providers: ['Main', 'Nobody'] }, 'providers.1'],
    ['a list for a body', [valid], ''],
    ['null', null, ''],
  ])('400: %s', async (_title, body, path) => {
    const before = await countStored();
    expectProblem(await post(body), 400, 'validation_failed', path);
    expect(await countStored()).toEqual(before);
  });

  it.each<[string, unknown]>([
    ['malformed JSON', '{"to": '],
    ['nothing', ''],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ])('400: %s', async (_title, body) => {
    const before = await countStored();
    expectProblem(await post(body), 400, 'malformed_json');
    expect(await countStored()).toEqual(before);
  });

  it.each<Record<string, string>>([
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-encoding': 'gzip' },
  ])('415: %j', async (headers) => {
    const before = await countStored();
    expectProblem(await post(valid, { headers }), 415, 'unsupported_media_type');
    expect(await countStored()).toEqual(before);
  });

  it('413: more than 25 MB, and exactly 25 MB are taken', async () => {
    const before = await countStored();
    const limit = 25 * 1024 * 1024 - valid.text.length;
    const sized = (bytes: number) => {
      const content = Buffer.alloc(bytes, 1).toString('base64');
      return { ...valid, attachments: [{ filename: 'big.bin', content }] };
    };
    expectProblem(await post(sized(limit + 1)), 413, 'payload_too_large', 'attachments');
    expect(await countStored()).toEqual(before);
    expect((await post(sized(limit))).status).toBe(202);
  });

  it('413: a body that says that it is too big is not even read', async () => {
    const headers = { 'content-length': String(37 * 1024 * 1024) };
    expectProblem(await post('{', { headers }), 413, 'payload_too_large');
  });

  it('413: a body that turns out too big while it arrives', async () => {
    expectProblem(await post(Buffer.alloc(36 * 1024 * 1024 + 1, ' ')), 413, 'payload_too_large');
  });
});

describe('Idempotency-Key', () => {
  const keyed = (key: string, body: unknown = valid, options: Call = {}) =>
    post(body, { ...options, headers: { 'idempotency-key': key } });
  const countOf = async (subject: string) =>
    (await sql()`select from messages where subject = ${subject}`).length;

  it('answers the same again and sends once', async () => {
    const body = { ...valid, subject: 'once' };
    const first = await keyed('once', body);
    const again = await keyed('once', body);
    expect(again.body).toEqual(first.body);
    expect(again.status).toBe(first.status);
    expect(first.headers.has('idempotent-replayed')).toBe(false);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await countOf('once')).toBe(1);
  });

  it('is one message for 20 requests at the same time', async () => {
    const body = { ...valid, subject: 'parallel' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => keyed('parallel', body)));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(answers.every((answer) => answer.status === 202)).toBe(true);
    expect(await countOf('parallel')).toBe(1);
  });

  it('with another body is a conflict, and nothing is stored', async () => {
    await keyed('other body');
    const before = await countStored();
    expectProblem(await keyed('other body', { ...valid, text: 'Else' }), 409, 'idempotency_conflict');
    expect(await countStored()).toEqual(before);
  });

  it('belongs to its token', async () => {
    const mine = await keyed('shared');
    const theirs = await keyed('shared', valid, { token: await makeToken() });
    expect(theirs.status).toBe(202);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  it('is not used up by a request that was refused', async () => {
    expect((await keyed('refused', { ...valid, to: 'ana' })).status).toBe(400);
    expect((await keyed('refused')).status).toBe(202);
  });

  it('is free again after 24 hours', async () => {
    const first = await keyed('old');
    await sql()`update idempotency_keys set created_at = now() - interval '24 hours 1 minute' where key = 'old'`;
    const later = await keyed('old');
    expect(later.status).toBe(202);
    expect(later.body.id).not.toBe(first.body.id);
  });

  it('may have 256 characters', async () => {
    expect((await keyed('k'.repeat(256))).status).toBe(202);
    expectProblem(await keyed('k'.repeat(257)), 400, 'validation_failed', 'Idempotency-Key');
  });
});

describe('Prefer: wait', () => {
  const worker = newId();

  async function postAndDeliver(input: object, headers: Record<string, string> = {}) {
    const subject = `wait ${newId()}`;
    const answer = post({ ...valid, subject, ...input }, { headers: { prefer: 'wait=15', ...headers } });
    const ids = await vi.waitFor(async () => {
      const rows = await sql()<{ id: string }[]>`select id from messages where subject = ${subject}`;
      expect(rows).toHaveLength(1);
      return rows.map(({ id }) => id);
    });
    await deliverMessages(worker, ids);
    return answer;
  }

  it('answers 200 with the outcome in plain words', async () => {
    const answer = await postAndDeliver({});
    expect(answer.status).toBe(200);
    expect(answer.headers.get('preference-applied')).toBe('wait=15');
    expect(answer.body).toEqual({
      id: expect.any(String),
      status: 'sent',
      provider: 'Main',
      summary: 'Sent using Main',
    });
  });

  it('says it in the language that was asked for', async () => {
    const answer = await postAndDeliver({}, { 'accept-language': 'es-MX,es;q=0.9,en;q=0.5' });
    expect(answer.body.summary).toBe('Enviado con Main');
  });

  it.each([
    ['bounce@sandbox.test', 'bounced', /not delivered/i],
    ['down@sandbox.test', 'retrying', /kept for later/i],
    ['throttle@sandbox.test', 'retrying', /later/i],
  ])('tells that %s is %s', async (to, status, summary) => {
    const { status: code, body } = await postAndDeliver({ to });
    expect(code).toBe(200);
    expect(body).toMatchObject({ status, summary: expect.stringMatching(summary) });
  });

  it('answers 202 when the time is over before anything was decided', async () => {
    const answer = await post(valid, { headers: { prefer: 'wait=1' } });
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({ id: expect.any(String), status: 'queued' });
  });
});

describe('GET', () => {
  const list = async (query: Record<string, string>) => call(GET, { token, query });
  const subjects = async (query: Record<string, string>) =>
    (await list(query)).body.data.map((row: { subject: string }) => row.subject);

  beforeAll(async () => {
    for (let n = 1; n <= 5; n++)
      await post({ ...valid, subject: `list ${n}`, to: `List${n % 2}@example.com`, tags: [`list`, `n${n}`] });
  });

  it('goes through all of them, newest first, page by page', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await list({ tag: 'list', limit: '2', cursor });
      expect(body.data.length).toBeLessThanOrEqual(2);
      seen.push(...body.data.map((row: { subject: string }) => row.subject));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(seen).toEqual(['list 5', 'list 4', 'list 3', 'list 2', 'list 1']);
  });

  it('filters', async () => {
    expect(await subjects({ to: 'list1@EXAMPLE.com' })).toEqual(['list 5', 'list 3', 'list 1']);
    expect(await subjects({ tag: 'n4' })).toEqual(['list 4']);
    expect(await subjects({ tag: 'list', status: 'parked' })).toEqual([]);
    expect(await subjects({ tag: 'list', until: '2020-01-01T00:00:00Z' })).toEqual([]);
    expect(await subjects({ tag: 'list', since: '2020-01-01T00:00:00Z' })).toHaveLength(5);
    expect(await subjects({ tag: 'n4', provider: 'Main' })).toEqual([]);
    expect(await subjects({ provider: 'main' })).toContainEqual(expect.stringMatching(/^wait /));
  });

  it.each<Record<string, string>>([
    { limit: '0' },
    { limit: '1000' },
    { limit: 'x' },
    { cursor: 'x' },
    { status: 'lost' },
    { since: 'yesterday' },
    { colour: 'red' },
  ])('400: %j', async (query) => {
    expectProblem(await list(query), 400, 'validation_failed', Object.keys(query)[0]);
  });
});
