import { beforeEach, describe, expect, it } from 'vitest';
import { forgetMailServers } from '@/lib/addresses/mail-servers';
import { useTestDatabase } from '@/lib/testing/database';
import { setUpDns } from '@/lib/testing/dns-server';
import { makeProvider, makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { POST as postBatch } from './batch/route';
import { POST } from './route';

useTestDatabase();
beforeEach(forgetMailServers);

const plain = { subject: 'Receipt 13', text: 'Thank you.' };
const dns = () =>
  setUpDns({}, { mx: { 'clinic.example.org': [[10, 'mx.example.org']], 'closed.example.org': [[0, '']] } });

const send = async (message: object) =>
  call(POST, { token: await makeToken(), body: { ...plain, ...message } });

describe('a message with checkAddresses', () => {
  it('is refused with each recipient whom no mail can reach', async () => {
    await makeProvider();
    await dns();
    const answer = await send({
      to: ['ana@clinic.example.org', 'luis@gmial.con'],
      cc: 'eva@closed.example.org',
      bcc: ['leo@gone.example.org'],
      checkAddresses: true,
    });
    expectProblem(answer, 400, 'validation_failed');
    const { errors } = answer.body as { errors: { path: string; code: string; params: object }[] };
    expect(errors.map(({ path, code, params }) => [path, code, params])).toEqual([
      ['to.1', 'address_meant', { domain: 'gmial.con', meant: 'luis@gmail.com' }],
      ['cc.0', 'takes_no_mail', { domain: 'closed.example.org' }],
      ['bcc.0', 'no_such_domain', { domain: 'gone.example.org' }],
    ]);
  });

  it('is taken where all can be reached, are doubtful, or DNS does not say', async () => {
    await makeProvider();
    await setUpDns(
      {},
      { mx: { 'clinic.example.org': [[10, 'mx.example.org']] }, failing: ['broken.example.org'] },
    );
    const to = [
      'ana@clinic.example.org',
      'info@clinic.example.org',
      'luis@broken.example.org',
      'bounce@sandbox.test',
    ];
    expect((await send({ to, checkAddresses: true })).status).toBe(202);
  });

  it('asks nobody without it', async () => {
    await makeProvider();
    const { asked } = await dns();
    expect((await send({ to: 'luis@gone.example.org' })).status).toBe(202);
    expect(asked).toEqual([]);
  });
});

it('holds for a whole batch, but where a message says otherwise', async () => {
  await makeProvider();
  await dns();
  const messages = [
    { ...plain, to: 'ana@clinic.example.org' },
    { ...plain, to: 'luis@gone.example.org' },
    { ...plain, to: 'luis@gone.example.org', checkAddresses: false },
    'no message',
  ];
  const { status, body } = await call(postBatch, {
    token: await makeToken(),
    body: { messages, checkAddresses: true },
  });
  expect(status).toBe(200);
  const { results } = body as {
    results: { status?: string; error?: { code: string; errors?: { path: string }[] } }[];
  };
  expect(results.map(({ status, error }) => status ?? error?.code)).toEqual([
    'queued',
    'validation_failed',
    'queued',
    'validation_failed',
  ]);
  expect(results[1]!.error!.errors!.map(({ path }) => path)).toEqual(['to.0']);
});
