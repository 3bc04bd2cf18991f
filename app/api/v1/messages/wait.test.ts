import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { untilDelivered } from '@/lib/delivery/claim-and-run';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeProvider, makeToken, useOneTry } from '@/lib/testing/factories';
import { type Call, call } from '@/lib/testing/http';
import { until } from '@/lib/testing/until';
import { GET } from './[id]/route';
import { POST } from './route';

useTestDatabase();
useOneTry();
// The answer comes as soon as the message is settled: what its delivery still has to do needs the database.
afterEach(() => untilDelivered(AbortSignal.timeout(10_000)));

const valid = { to: 'ana@example.com', subject: 'Receipt 13', text: 'Thank you.' };

let token: string;
beforeAll(async () => {
  await makeProvider({ name: 'Main' });
  token = await makeToken();
});

const post = (body: unknown, options: Call = {}) => call(POST, { token, body, ...options });

describe('Prefer: wait', () => {
  const worker = newId();

  async function postAndDeliver(input: object, headers: Record<string, string> = {}) {
    const subject = `wait ${newId()}`;
    const answer = post({ ...valid, subject, ...input }, { headers: { prefer: 'wait=15', ...headers } });
    const ids = await until(async () => {
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

  it('says it in the language of the company, to a program that asks for none', async () => {
    await makeCompany({ name: 'Clínica San José', key: 'san', language: 'es' });
    const company = 'san';
    expect((await postAndDeliver({ company })).body.summary).toBe('Enviado con Main');
    // What fetch sends by itself asks for nothing.
    const star = { 'accept-language': '*' };
    expect((await postAndDeliver({ company }, star)).body.summary).toBe('Enviado con Main');
    expect((await postAndDeliver({}, star)).body.summary).toBe('Sent using Main');
    const english = await postAndDeliver({ company }, { 'accept-language': 'en' });
    expect(english.body.summary).toBe('Sent using Main');
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

  it('names who was refused where others were not', async () => {
    const to = ['ana@example.com', 'luis@example.com', 'bounce@sandbox.test'];
    const { body } = await postAndDeliver({ to });
    expect(body).toMatchObject({ status: 'sent', summary: 'Sent to 2 of 3; bounce@sandbox.test refused' });
    const read = await call(GET, { token, params: { id: body.id as string } });
    expect(read.body).toMatchObject({ summary: body.summary, partly: { reached: 2, of: 3 } });
  });

  it('answers 202 when the time is over before anything was decided', async () => {
    const answer = await post(valid, { headers: { prefer: 'wait=1' } });
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({ id: expect.any(String), status: 'queued' });
  });
});
