import { expect, it } from 'vitest';
import {
  type ApiAnswer,
  type ApiCallSeen,
  allowLoopbackTargets,
  startApiServer,
} from '@/lib/testing/api-server';
import { makeSms } from '@/lib/testing/sms-contract';
import { slackBot } from './slack';

allowLoopbackTargets();

const TOKEN = 'xoxb-planted-token';
const file = {
  filename: 'recibo.pdf',
  contentType: 'application/pdf',
  content: Buffer.from('%PDF-1.4 recibo'),
};

/** As at https://docs.slack.dev/messaging/working-with-files/#upload; `answers`: by path, instead. */
async function send(to: string, answers: Record<string, ApiAnswer> = {}) {
  const server: { url: string; calls: ApiCallSeen[] } = await startApiServer(({ path }) => {
    const own = answers[path];
    if (own) return own;
    if (path === '/api/files.getUploadURLExternal')
      return {
        status: 200,
        body: { ok: true, upload_url: `${server.url}/upload/v1/ABC`, file_id: 'F123ABC456' },
      };
    if (path === '/upload/v1/ABC')
      return { status: 200, body: 'OK - 15', headers: { 'content-type': 'text/plain' } };
    return { status: 200, body: { ok: true, files: [{ id: 'F123ABC456', title: 'recibo.pdf' }] } };
  });
  const config = {
    id: 'slack',
    name: 'Slack',
    version: 1,
    settings: { endpoint: server.url, timeoutMs: 5000 },
    secrets: { apiKey: TOKEN },
  };
  const message = { ...makeSms(), to, recipients: [to], text: 'Su recibo & gracias', file };
  const { outcomes } = await slackBot.send(config as never, message as never, AbortSignal.timeout(5000));
  return { outcomes, calls: server.calls };
}

it('a file goes in three steps, and its text with it', async () => {
  const { outcomes, calls } = await send('C024BE91L');
  expect(outcomes).toMatchObject([{ outcome: 'accepted', providerMessageId: 'F123ABC456' }]);
  const [place, put, shown] = calls;
  expect([place!.method, place!.path, place!.headers.authorization]).toEqual([
    'POST',
    '/api/files.getUploadURLExternal',
    `Bearer ${TOKEN}`,
  ]);
  expect(Object.fromEntries(new URLSearchParams(place!.body.toString()))).toEqual({
    filename: 'recibo.pdf',
    length: '15',
  });
  // The address is a secret of its own: the token does not go there.
  expect([put!.method, put!.headers.authorization, put!.body.toString()]).toEqual([
    'POST',
    undefined,
    '%PDF-1.4 recibo',
  ]);
  expect(shown!.path).toBe('/api/files.completeUploadExternal');
  expect(JSON.parse(shown!.body.toString())).toEqual({
    files: [{ id: 'F123ABC456', title: 'recibo.pdf' }],
    channel_id: 'C024BE91L',
    initial_comment: 'Su recibo &amp; gracias',
  });
});

it.each([
  [
    '/api/files.getUploadURLExternal',
    { ok: false, error: 'missing_scope', needed: 'files:write' },
    { fault: 'provider', permanent: true, code: 'missing_scope' },
  ],
  [
    '/api/files.completeUploadExternal',
    { ok: false, error: 'not_in_channel' },
    { fault: 'recipient', permanent: true },
  ],
])('a refusal at %s', async (path, body, outcome) => {
  const { outcomes } = await send('C024BE91L', { [path]: { status: 200, body } });
  expect(outcomes).toMatchObject([{ outcome: 'refused', ...outcome }]);
});

it('what breaks before the last step has sent nothing, and after it nobody knows', async () => {
  expect((await send('C024BE91L', { '/upload/v1/ABC': 'drop' })).outcomes).toMatchObject([
    { outcome: 'refused', fault: 'provider', permanent: false },
  ]);
  expect((await send('C024BE91L', { '/api/files.completeUploadExternal': 'drop' })).outcomes).toMatchObject([
    { outcome: 'unknown' },
  ]);
});

it('by the name of a channel it cannot go, and nobody is asked', async () => {
  const { outcomes, calls } = await send('#alerts');
  expect(outcomes).toMatchObject([{ outcome: 'refused', fault: 'content', permanent: true }]);
  expect(calls).toEqual([]);
});
