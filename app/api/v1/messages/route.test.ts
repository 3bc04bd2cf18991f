import { beforeAll, describe, expect, it } from 'vitest';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
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
    expect(await subjects({ tag: 'list', status: 'queued' })).toHaveLength(5);
    expect(await subjects({ tag: 'list', status: 'parked,queued' })).toHaveLength(5);
    expect(await subjects({ tag: 'list', until: '2020-01-01T00:00:00Z' })).toEqual([]);
    expect(await subjects({ tag: 'list', since: '2020-01-01T00:00:00Z' })).toHaveLength(5);
    expect(await subjects({ tag: 'n4', provider: 'Main' })).toEqual([]);
    const { id } = (await post({ ...valid, subject: 'sent' })).body;
    await deliverMessages(newId(), [id]);
    expect(await subjects({ provider: 'main' })).toEqual(['sent']);
  });

  it.each<Record<string, string>>([
    { limit: '0' },
    { limit: '1000' },
    { limit: 'x' },
    { cursor: 'x' },
    { status: 'lost' },
    { status: 'failed,lost' },
    { since: 'yesterday' },
    { colour: 'red' },
  ])('400: %j', async (query) => {
    expectProblem(await list(query), 400, 'validation_failed', Object.keys(query)[0]);
  });
});
