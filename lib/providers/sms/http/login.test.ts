import { expect, it } from 'vitest';
import { newId } from '@/lib/ids';
import { type ApiAnswer, allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { makeSms } from '@/lib/testing/sms-contract';
import { httpSms } from './http-sms';
import { Settings } from './schema';

allowLoopbackTargets();

/** As the customers of an operator in Central America call it: a token by client credentials, then a message with it. */
async function gateway(over: { login?: ApiAnswer; refuseOnce?: ApiAnswer; balance?: string } = {}) {
  let given = 0;
  let refused = false;
  const { url, calls } = await startApiServer(({ path, headers }) => {
    if (path.startsWith('/oauth')) {
      if (over.login) return over.login;
      const isRight = headers.authorization === `Basic ${Buffer.from('clinic:right').toString('base64')}`;
      return isRight
        ? { status: 200, body: { access_token: `token-${++given}`, expires_in: '3600' } }
        : { status: 401, body: { error: 'invalid_client' } };
    }
    if (headers.authorization !== `Bearer token-${given}`)
      return { status: 401, body: { error: 'no such token' } };
    if (over.refuseOnce && !refused) {
      refused = true;
      return over.refuseOnce;
    }
    return { status: 200, body: path === '/balance' ? { left: over.balance } : { id: 'gw-1' } };
  });
  const settings = Settings.parse({
    endpoint: `${url}/send`,
    template: '{"msisdn":"{{toDigits}}","body":"{{text}}"}',
    auth: 'bearer',
    username: 'clinic',
    idPath: 'id',
    login: { endpoint: `${url}/oauth/accesstoken`, secondsPath: 'expires_in' },
    ...(over.balance && { balance: { endpoint: `${url}/balance`, path: 'left' } }),
    timeoutMs: 5000,
  });
  const config = { id: newId(), name: 'Gateway', version: 1, settings, secrets: { apiKey: 'right' } };
  const send = (secrets = config.secrets) =>
    httpSms.send({ ...config, secrets }, makeSms(), AbortSignal.timeout(5000));
  const test = () => httpSms.test(config, { signal: AbortSignal.timeout(5000) });
  return { send, test, calls };
}

it('a token is fetched first, once for many messages', async () => {
  const { send, calls } = await gateway();
  for (let n = 0; n < 3; n++) expect((await send()).outcomes).toMatchObject([{ outcome: 'accepted' }]);
  expect(calls.map(({ path }) => path)).toEqual(['/oauth/accesstoken', '/send', '/send', '/send']);
  expect(calls[0]!.body.toString()).toBe('grant_type=client_credentials');
  expect(calls[1]!.headers.authorization).toBe('Bearer token-1');
});

it('one is fetched for all that come together: a gateway knows the last alone', async () => {
  const { send, calls } = await gateway();
  const sent = await Promise.all(Array.from({ length: 8 }, () => send()));
  expect(sent.flatMap(({ outcomes }) => outcomes.map(({ outcome }) => outcome))).toEqual(
    Array(8).fill('accepted'),
  );
  expect(calls.filter(({ path }) => path.startsWith('/oauth'))).toHaveLength(1);
});

it.each<[string, ApiAnswer]>([
  ['with words', { status: 401, body: { error: 'expired' } }],
  ['without', { status: 401, body: '' }],
])('one that is known no more is fetched anew, once, where that is told %s', async (_how, refuseOnce) => {
  const { send, calls } = await gateway({ refuseOnce });
  expect((await send()).outcomes).toMatchObject([{ outcome: 'accepted' }]);
  expect(calls.map(({ path }) => path)).toEqual([
    '/oauth/accesstoken',
    '/send',
    '/oauth/accesstoken',
    '/send',
  ]);
});

it.each<[string, ApiAnswer, object]>([
  ['a wrong key', { status: 401, body: { error: 'invalid_client' } }, { fault: 'provider', permanent: true }],
  ['an answer without a token', { status: 200, body: { ok: true } }, { fault: 'provider', permanent: true }],
  ['a login that is down', { status: 503, body: {} }, { fault: 'provider', permanent: false }],
  ['a login that hangs up', 'drop', { fault: 'provider', permanent: false }],
])('%s has sent nothing', async (_what, login, outcome) => {
  const { send, calls } = await gateway({ login });
  expect((await send()).outcomes).toMatchObject([{ outcome: 'refused', ...outcome }]);
  expect(calls.every(({ path }) => path !== '/send')).toBe(true);
});

it('the test tells what is left, and that nothing is', async () => {
  const { steps, ok } = await (await gateway({ balance: '120' })).test();
  expect(ok).toBe(true);
  expect(steps.at(-1)).toMatchObject({ name: 'auth', detail: 'the balance is 120' });
  expect(await (await gateway({ balance: '0' })).test()).toMatchObject({ ok: false, cause: 'quota' });
});
