import { expect, it } from 'vitest';
import type { Outgoing } from '@/lib/channels/outgoing';
import type { Adapter } from '@/lib/providers/adapter';
import { type ApiAnswer, allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import type { AdapterOf } from '@/lib/testing/contract-messages';
import { makeSms } from '@/lib/testing/sms-contract';
import { slackBot } from './slack/slack';
import { telegramBot } from './telegram/telegram';

allowLoopbackTargets();

/** The cause that a test names whose real message is refused so; all it asks before is right. */
async function causeOf(
  adapter: Adapter<never, never, never>,
  refused: ApiAnswer,
): Promise<string | undefined> {
  const right = { ok: true, result: { username: 'clinic_bot' }, team: 'Clinic', user: 'clinic' };
  const server = await startApiServer(({ path }) =>
    /sendMessage|postMessage/.test(path) ? refused : { status: 200, body: right },
  );
  const config = {
    id: 'chat',
    name: 'Test',
    version: 1,
    settings: { endpoint: server.url, timeoutMs: 5000 },
    secrets: { apiKey: 'planted-token' },
  };
  const message = makeSms({ to: 'C024BE91L' }) as Outgoing;
  const options = { signal: AbortSignal.timeout(5000), message };
  return (await (adapter as unknown as AdapterOf<Outgoing>).test(config, options)).cause;
}

// Words of https://core.telegram.org/bots/api as its server writes them.
it.each([
  [403, 'Forbidden: bot was blocked by the user', 'declined'],
  [403, "Forbidden: bot can't initiate conversation with a user", 'not_started'],
  [400, 'Bad Request: chat not found', 'not_started'],
  [400, 'Bad Request: not enough rights to send text messages to the chat', 'not_member'],
  [403, 'Forbidden: bot was kicked from the supergroup chat', 'not_member'],
  [403, 'Forbidden: bot is not a member of the channel chat', 'not_member'],
  [403, 'Forbidden: user is deactivated', 'recipient'],
])('Telegram: %i %s', async (status, description, cause) => {
  const body = { ok: false, error_code: status, description };
  expect(await causeOf(telegramBot as never, { status, body })).toBe(cause);
});

// https://docs.slack.dev/reference/methods/chat.postMessage#errors
it.each([
  ['not_in_channel', 'not_member'],
  ['channel_not_found', 'not_member'],
  ['missing_scope', 'permission'],
  ['token_revoked', 'auth'],
  ['account_inactive', 'account_disabled'],
  ['is_archived', 'recipient'],
])('Slack: %s', async (error, cause) => {
  expect(await causeOf(slackBot as never, { status: 200, body: { ok: false, error } })).toBe(cause);
});
