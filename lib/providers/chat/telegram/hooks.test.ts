import { expect, it } from 'vitest';
import { allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { telegramHooks } from './hooks';

allowLoopbackTargets();

const URL = 'https://relevo.example.com/api/hooks/018f';

/** As at https://core.telegram.org/bots/api#setwebhook. */
async function bot() {
  let info: Record<string, unknown> = { url: '', has_custom_certificate: false, pending_update_count: 0 };
  const { url, calls } = await startApiServer(({ method, path, body }) => {
    if (method === 'GET' && path === '/bot110:planted/getWebhookInfo')
      return { status: 200, body: { ok: true, result: info } };
    if (method !== 'POST' || path !== '/bot110:planted/setWebhook')
      return { status: 404, body: { ok: false, error_code: 404, description: 'Not Found' } };
    const { url: to, secret_token: token, allowed_updates: updates, ...others } = JSON.parse(body.toString());
    if (Object.keys(others).length > 0 || !/^[\w-]{1,256}$/.test(token) || !to.startsWith('https://'))
      return { status: 400, body: { ok: false, error_code: 400, description: 'Bad Request: bad webhook' } };
    info = { url: to, allowed_updates: updates, pending_update_count: 0 };
    return { status: 200, body: { ok: true, result: true, description: 'Webhook was set' } };
  });
  const secrets: Record<string, string> = { apiKey: '110:planted' };
  const config = {
    id: 'x',
    name: 'Bot',
    version: 1,
    settings: { endpoint: url, timeoutMs: 5000 },
    secrets,
  } as never;
  const keep = async ({ secrets: fresh }: { secrets?: object }) => void Object.assign(secrets, fresh);
  return { config, calls, secrets, keep };
}

it('a bot is told where to post and what shows that it is Telegram, which is stored first', async () => {
  const { config, calls, secrets, keep } = await bot();
  expect(await telegramHooks.find(config, URL)).toBeNull();
  expect(await telegramHooks.register(config, URL, keep as never)).toMatchObject({ did: 'made' });
  const [set] = calls.filter(({ method }) => method === 'POST');
  expect(JSON.parse(set!.body.toString())).toEqual({
    url: URL,
    secret_token: secrets.webhookToken,
    allowed_updates: ['message', 'my_chat_member'],
  });
  expect(await telegramHooks.find(config, URL)).toMatchObject({ missing: [], active: true });
  expect(await telegramHooks.register(config, URL, keep as never)).toEqual({ did: 'kept', added: [] });
});

it('another program of the bot keeps its address', async () => {
  const { config, keep, calls } = await bot();
  await telegramHooks.register(config, 'https://others.example.com/bot', keep as never);
  calls.length = 0;
  await expect(telegramHooks.register(config, URL, keep as never)).rejects.toMatchObject({
    problem: 'refused',
    message: expect.stringContaining('https://others.example.com/bot'),
  });
  expect(calls.every(({ method }) => method === 'GET')).toBe(true);
});
