import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Adapter, ProviderConfig } from '@/lib/providers/adapter';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { type OAuthServerOptions, startOAuthServer } from '@/lib/testing/oauth-server';
import { makeOutgoing } from '@/lib/testing/outgoing';
import { startScriptedSmtp } from '@/lib/testing/scripted-smtp';
import { startMailServer, trustTestCertificates } from '@/lib/testing/smtp-server';
import { until } from '@/lib/testing/until';
import { SmtpSettings } from './settings';
import { smtp } from './smtp';

const adapter = smtp as unknown as Adapter;
const username = 'clinic@example.com';
const client = { clientId: 'relevo-client', clientSecret: 'client-secret-0123456789' };

allowLoopbackTargets();
beforeAll(trustTestCertificates);
afterAll(() => adapter.close());

async function setUp(options: Partial<OAuthServerOptions> = {}, oauth = {}) {
  const authority = await startOAuthServer({ ...client, ...options });
  const server = await startMailServer({
    security: 'starttls',
    oauth: { username, accepts: authority.accepts },
  });
  const refreshToken = authority.issueRefreshToken();
  const { tokenUrl, authorizeUrl } = authority;
  const config: ProviderConfig = {
    id: randomUUID(),
    name: 'Test',
    version: 1,
    settings: SmtpSettings.parse({
      host: 'localhost',
      port: server.port,
      security: 'starttls',
      username,
      auth: 'xoauth2',
      oauth: {
        provider: 'custom',
        clientId: client.clientId,
        scope: 'smtp',
        tokenUrl,
        authorizeUrl,
        ...oauth,
      },
      pool: { maxConnections: 5, maxMessages: 1 },
      transcript: true,
    }),
    secrets: { oauthClientSecret: client.clientSecret, oauthRefreshToken: refreshToken },
  };
  return { authority, server, config };
}

const test = (config: ProviderConfig) => adapter.test(config, { signal: AbortSignal.timeout(9_000) });
const send = async (config: ProviderConfig) =>
  adapter.send(config, makeOutgoing({}), AbortSignal.timeout(9_000));

describe('signing in with XOAUTH2', () => {
  it('sends with an access token that the refresh token bought', async () => {
    const { authority, server, config } = await setUp();
    const { outcomes, transcript } = await send(config);
    expect(outcomes).toMatchObject([{ outcome: 'accepted' }]);
    expect(server.mails).toHaveLength(1);
    expect(authority.requests).toMatchObject([{ grant_type: 'refresh_token', scope: 'smtp' }]);
    expect(transcript).toMatch(/C: AUTH XOAUTH2/);
    for (const secret of [...Object.values(config.secrets), 'access-'])
      expect(transcript).not.toContain(secret);
  });

  it('asks for one token however many connections want one', async () => {
    const { authority, config, server } = await setUp();
    await Promise.all(Array.from({ length: 20 }, () => send(config)));
    expect(server.mails).toHaveLength(20);
    expect(server.opened()).toBe(20);
    expect(authority.requests).toHaveLength(1);
  });

  it('renews a token before it ends', async () => {
    const { authority, config } = await setUp({ expiresIn: 2 });
    await send(config);
    await until(async () => {
      expect((await send(config)).outcomes).toMatchObject([{ outcome: 'accepted' }]);
      expect(authority.requests.length).toBeGreaterThan(1);
    });
  });

  it('signs in by itself with client credentials', async () => {
    const { authority, config } = await setUp({}, { grant: 'client_credentials' });
    const { oauthRefreshToken: _none, ...secrets } = config.secrets;
    expect((await send({ ...config, secrets })).outcomes).toMatchObject([{ outcome: 'accepted' }]);
    expect(authority.requests).toMatchObject([{ grant_type: 'client_credentials', scope: 'smtp' }]);
  });

  it('tells the method in the test, and no token', async () => {
    const { config } = await setUp();
    const result = await test(config);
    expect(result).toMatchObject({ ok: true });
    expect(result.steps.at(-1)).toMatchObject({ name: 'auth', detail: `XOAUTH2, ${username}` });
    expect(JSON.stringify(result)).not.toContain('access-');
  });

  it('buys a new token when the server refuses the one it knows', async () => {
    const { authority, config } = await setUp();
    await send(config);
    authority.revokeAccessTokens();
    expect((await send(config)).outcomes).toMatchObject([{ outcome: 'accepted' }]);
    expect(authority.requests).toHaveLength(2);
  });
});

describe('a sign-in that fails', () => {
  it('is the provider’s fault for good when the permission was withdrawn', async () => {
    const { authority, config } = await setUp();
    authority.revokeAll();
    expect((await send(config)).outcomes).toMatchObject([
      { outcome: 'refused', fault: 'provider', permanent: true, code: 'EOAUTH2' },
    ]);
    const result = await test(config);
    expect(result).toMatchObject({ ok: false, cause: 'oauth' });
    expect(result.steps.at(-1)?.detail).toContain('invalid_grant');
    expect(JSON.stringify(result)).not.toContain(config.secrets.oauthRefreshToken);
  });

  it('names the cause when nobody has connected the account', async () => {
    const { config } = await setUp();
    expect(await test({ ...config, secrets: {} })).toMatchObject({ ok: false, cause: 'oauth' });
  });

  it.each([
    ['503', { status: 503, body: {} }],
    ['429', { status: 429, body: {} }],
    // RFC 6749, 4.1.2.1: said with 400 by those that keep to the list of 5.2, as Microsoft does.
    ['temporarily_unavailable', { status: 400, body: { error: 'temporarily_unavailable' } }],
    ['a closed connection', 'drop'],
  ] as const)('passes when the sign-in service has trouble: %s', async (_title, answer) => {
    const { authority, config } = await setUp();
    authority.answerWith(answer);
    expect((await send(config)).outcomes).toMatchObject([
      { outcome: 'refused', fault: 'provider', permanent: false, code: 'EOAUTH2_LATER' },
    ]);
    expect(await test(config)).toMatchObject({ ok: false, cause: 'oauth_unavailable' });
  });

  it('is told apart from a mail server that does not like the token', async () => {
    const { config } = await setUp();
    const auth = '535 5.7.3 Authentication unsuccessful [AM0PR01CA0100.eurprd01.prod.exchangelabs.com]';
    const server = await startScriptedSmtp({ auth });
    const settings = { ...config.settings, port: server.port, security: 'none' };
    expect(await test({ ...config, settings })).toMatchObject({ ok: false, cause: 'oauth_permission' });
  });

  it('is told apart from one that says why and refuses after the empty answer', async () => {
    const { server, config } = await setUp({}, {});
    // Its tokens are those of another account: https://developers.google.com/workspace/gmail/imap/xoauth2-protocol
    const settings = { ...config.settings, username: 'other@example.com' };
    const { cause, transcript } = await test({ ...config, settings });
    expect(cause).toBe('oauth_permission');
    expect(transcript).toMatch(/S: 334 .+\nC: \nS: 535/);
    expect(server.mails).toEqual([]);
  });
});

it.each([
  [{ oauth: { provider: 'google', clientId: 'x' } }, ['username']],
  [{ username }, ['oauth.provider', 'oauth.clientId']],
  [
    { username, oauth: { provider: 'custom', clientId: 'x' } },
    ['oauth.tokenUrl', 'oauth.scope', 'oauth.authorizeUrl'],
  ],
  [
    { username, oauth: { provider: 'microsoft', clientId: 'x', grant: 'client_credentials' } },
    ['oauth.tenant'],
  ],
])('settings say what is missing: %j', (given, paths) => {
  const parsed = SmtpSettings.safeParse({ host: 'localhost', auth: 'xoauth2', ...given });
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(paths);
});

it('a form’s blank group is no reason to refuse other settings', () => {
  expect(SmtpSettings.safeParse({ host: 'localhost', oauth: {} }).success).toBe(true);
});
