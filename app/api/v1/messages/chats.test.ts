import { beforeAll, describe, expect, it } from 'vitest';
import { allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { deliverAgain } from '@/lib/testing/deliver';
import { makeProvider, makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { POST } from './route';

useTestDatabase();
allowLoopbackTargets();

let token: string;
beforeAll(async () => {
  token = await makeToken();
});

async function send(body: object) {
  const { body: accepted, status, text } = await call(POST, { token, body });
  expect(status, text).toBe(202);
  const [message] = await deliverAgain([accepted.id]);
  return message!;
}

describe.each(['telegram', 'slack'])('a message to %s', (channel) => {
  const to = channel === 'slack' ? '#alerts' : '123456789';
  const played = channel === 'slack' ? '#sandbox_bounce' : '@sandbox_bounce';

  it('is kept by its sandbox, which plays what a name says', async () => {
    const name = `${channel} sandbox`;
    await makeProvider({ name, kind: `${channel}-sandbox`, fromEmail: null });
    const body = { channel, text: 'The backup failed <!channel>', providers: [name] };
    expect(await send({ ...body, to })).toMatchObject({ status: 'captured', to: [to] });
    expect(await send({ ...body, to: played })).toMatchObject({ status: 'bounced' });
  });

  it.each([
    [{ to: 'Ana', text: 'Hi' }, 'to', 'looks_like'],
    [{ to, text: '' }, 'text', 'required'],
    [{ to }, 'text', 'required'],
    [{ to, text: 'Hi', subject: 'No' }, 'subject', 'unknown_field'],
    [{ to, text: 'x'.repeat(4097) }, 'text', 'too_long'],
  ])('%j is refused at %s', async (body, field, code) => {
    const answer = await call(POST, { token, body: { channel, ...body } });
    expectProblem(answer, 400, 'validation_failed');
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ path: field, code }));
  });
});

it('Telegram takes less text with a file, and nothing of it is left out in silence', async () => {
  const attachments = [{ filename: 'recibo.pdf', content: Buffer.from('%PDF-1.4').toString('base64') }];
  const body = { channel: 'telegram', to: '123456789', text: 'x'.repeat(1025), attachments };
  const answer = await call(POST, { token, body });
  expectProblem(answer, 400, 'validation_failed');
  expect(answer.body.errors).toContainEqual(expect.objectContaining({ path: 'text', code: 'too_long' }));
  expect((await call(POST, { token, body: { ...body, text: 'x'.repeat(1024) } })).status).toBe(202);
});

it('Slack’s bot takes over what is not for the channel of a webhook', async () => {
  const hook = await startApiServer(() => ({
    status: 200,
    body: 'ok',
    headers: { 'content-type': 'text/plain' },
  }));
  const api = await startApiServer(() => ({ status: 200, body: { ok: true, channel: 'C1', ts: '1.2' } }));
  await makeProvider({
    name: 'Hook',
    kind: 'slack-webhook',
    fromEmail: null,
    priority: 90,
    settings: { to: '#alerts', endpoint: hook.url },
    secrets: { apiKey: 'T0/B0/x' },
  });
  await makeProvider({
    name: 'Bot',
    kind: 'slack',
    fromEmail: null,
    priority: 10,
    settings: { endpoint: api.url },
    secrets: { apiKey: 'xoxb-1' },
  });
  const body = { channel: 'slack', text: 'Hi', providers: ['Hook', 'Bot'] };
  expect(await send({ ...body, to: '#alerts' })).toMatchObject({ status: 'sent', provider: 'Hook' });
  expect(await send({ ...body, to: '#sales' })).toMatchObject({ status: 'sent', provider: 'Bot' });
  expect([hook.calls.length, api.calls.length]).toEqual([1, 1]);
});
