import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GET as callback } from '@/app/api/oauth/callback/route';
import { GET as start } from '@/app/api/oauth/start/route';
import { oauthStates } from '@/drizzle/schema/oauth';
import { providerKeys } from '@/drizzle/schema/providers';
import { db, sql } from '@/lib/database/db';
import { accessToken } from '@/lib/oauth/access-token';
import { getProvider } from '@/lib/providers/get';
import { testProvider } from '@/lib/providers/health/connection-test';
import { openSecrets } from '@/lib/providers/keys/credentials';
import { loadProvider } from '@/lib/providers/load';
import { accountOf } from '@/lib/providers/oauth/account';
import { describeAccess } from '@/lib/testing/access';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { call, expectProblem, signIn } from '@/lib/testing/http';
import { type OAuthServer, type OAuthServerOptions, startOAuthServer } from '@/lib/testing/oauth-server';
import { startMailServer, trustTestCertificates } from '@/lib/testing/smtp-server';

useTestDatabase();
allowLoopbackTargets();
beforeAll(trustTestCertificates);

const username = 'clinic@example.com';
const client = { clientId: 'relevo-client', clientSecret: 'client-secret-0123456789' };

let cookie: string;
let authority: OAuthServer;
let provider: { id: string };

async function setUp(options: Partial<OAuthServerOptions> = {}, oauth = {}) {
  authority = await startOAuthServer({ ...client, ...options });
  const server = await startMailServer({
    security: 'starttls',
    oauth: { username, accepts: authority.accepts },
  });
  const { authorizeUrl, tokenUrl } = authority;
  provider = await makeProvider({
    kind: 'smtp',
    settings: {
      host: 'localhost',
      port: server.port,
      username,
      auth: 'xoauth2',
      oauth: {
        provider: 'custom',
        clientId: client.clientId,
        scope: 'smtp',
        authorizeUrl,
        tokenUrl,
        ...oauth,
      },
    },
    secrets: { oauthClientSecret: client.clientSecret },
  });
}

beforeEach(async () => {
  cookie = await signIn('technician');
});

const begin = (query = {}, more = {}) =>
  call(start, { cookie, query: { provider: provider.id, ...query }, ...more });
const comeBack = (query: Record<string, string>, more = {}) => call(callback, { cookie, query, ...more });

async function allow() {
  const answer = await begin();
  expect(answer.status).toBe(302);
  const { code, state } = authority.allow(answer.headers.get('location')!);
  return { code, state };
}

const storedStates = () => sql()`select * from oauth_states`;

async function storedRefreshToken(): Promise<string | undefined> {
  const [key] = await db().select().from(providerKeys).where(eq(providerKeys.providerId, provider.id));
  return openSecrets(key!).oauthRefreshToken;
}

describe('connecting an account from the panel', () => {
  it('ends with a provider that signs in, and keeps the refresh token sealed', async () => {
    await setUp();
    expect(await testProvider(testContext, { id: provider.id })).toMatchObject({ ok: false, cause: 'oauth' });
    const answer = await comeBack({ ...(await allow()), session_state: 'of theirs' });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(`/providers/${provider.id}?oauth=connected`);
    expect(await testProvider(testContext, { id: provider.id })).toMatchObject({ ok: true });
    const { secrets } = await getProvider(testContext, provider.id);
    expect(secrets.oauthRefreshToken).toMatchObject({ set: true });
    const [key] = await db().select().from(providerKeys).where(eq(providerKeys.providerId, provider.id));
    expect(JSON.stringify(key)).not.toContain(await storedRefreshToken());
    expect(authority.requests[0]).toMatchObject({
      grant_type: 'authorization_code',
      ...{ client_id: client.clientId },
    });
  });

  it('sends the browser to the provider with PKCE and a state, and stores neither in the clear', async () => {
    await setUp();
    const answer = await begin({ back: '/providers/new' });
    const url = new URL(answer.headers.get('location')!);
    expect(url.origin + url.pathname).toBe(authority.authorizeUrl);
    const query = Object.fromEntries(url.searchParams);
    expect(query).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      login_hint: username,
    });
    expect(query.redirect_uri).toMatch(/^https?:\/\/[^/]+\/api\/oauth\/callback$/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const stored = JSON.stringify(await storedStates());
    expect(stored).not.toContain(query.state);
    expect(stored).not.toContain(provider.id);
    const { code, state } = authority.allow(url.toString());
    expect((await comeBack({ code, state })).headers.get('location')).toBe('/providers/new?oauth=connected');
  });

  it('goes back to no other site', async () => {
    await setUp();
    const { code, state } = authority.allow(
      (await begin({ back: '//evil.example' })).headers.get('location')!,
    );
    expect((await comeBack({ code, state })).headers.get('location')).toBe('/?oauth=connected');
  });
});

describe('a state', () => {
  const EXPIRED = '/providers?oauth=expired';

  it('works once', async () => {
    await setUp();
    const back = await allow();
    await comeBack(back);
    expect((await comeBack(back)).headers.get('location')).toBe(EXPIRED);
    expect(await storedStates()).toHaveLength(0);
  });

  it('works in its own session only', async () => {
    await setUp();
    const back = await allow();
    const other = await signIn('administrator');
    expect((await comeBack(back, { cookie: other })).headers.get('location')).toBe(EXPIRED);
    expect(await storedRefreshToken()).toBeUndefined();
    expect(authority.requests).toHaveLength(0);
  });

  it('works for ten minutes', async () => {
    await setUp();
    const back = await allow();
    await db()
      .update(oauthStates)
      .set({ createdAt: new Date(Date.now() - 601_000) });
    expect((await comeBack(back)).headers.get('location')).toBe(EXPIRED);
  });

  it('that was made up leads nowhere', async () => {
    await setUp();
    expect((await comeBack({ state: 'x'.repeat(43), code: 'y' })).headers.get('location')).toBe(EXPIRED);
  });
});

describe('what can go wrong', () => {
  it('the person says no', async () => {
    await setUp();
    const { state } = await allow();
    const answer = await comeBack({ state, error: 'access_denied', error_description: 'No' });
    expect(answer.headers.get('location')).toBe(`/providers/${provider.id}?oauth=denied`);
  });

  it('the code is not the right one', async () => {
    await setUp();
    const { state } = await allow();
    const answer = await comeBack({ state, code: 'stolen' });
    expect(answer.headers.get('location')).toBe(`/providers/${provider.id}?oauth=failed`);
    expect(await storedRefreshToken()).toBeUndefined();
  });

  it('the service is another one by then: the code does not go there', async () => {
    await setUp();
    const back = await allow();
    const collector = await startOAuthServer(client);
    await sql()`update providers set settings = jsonb_set(settings, '{oauth,tokenUrl}', to_jsonb(${collector.tokenUrl}::text))`;
    expect((await comeBack(back)).headers.get('location')).toBe(`/providers/${provider.id}?oauth=failed`);
    expect([authority.requests, collector.requests]).toEqual([[], []]);
  });

  it('the settings are not complete, or need nobody', async () => {
    const { id } = await makeProvider();
    expectProblem(
      await call(start, { cookie, query: { provider: id } }),
      400,
      'validation_failed',
      'settings.oauth.provider',
    );
    await setUp({}, { grant: 'client_credentials' });
    expectProblem(await begin(), 400, 'validation_failed', 'settings.oauth.grant');
  });

  it('somebody else’s page begins it', async () => {
    await setUp();
    expectProblem(await begin({}, { headers: { 'sec-fetch-site': 'cross-site' } }), 403, 'forbidden');
  });

  it('a token has no browser', async () => {
    await setUp();
    const token = await makeToken();
    expectProblem(await begin({}, { cookie: undefined, token }), 403, 'forbidden');
    expectProblem(await comeBack({ state: 'x' }, { cookie: undefined, token }), 403, 'forbidden');
  });
});

it('a refresh token that the provider replaces is kept, and connections stay', async () => {
  await setUp({ rotates: true });
  await comeBack(await allow());
  const first = await storedRefreshToken();
  const { version } = (await loadProvider(provider.id))!.row;
  expect(await testProvider(testContext, { id: provider.id })).toMatchObject({ ok: true });
  const second = await storedRefreshToken();
  expect(second).not.toBe(first);
  const loaded = (await loadProvider(provider.id))!;
  expect(loaded.row.version).toBe(version);
  const oauth = {
    provider: 'custom' as const,
    clientId: client.clientId,
    tokenUrl: authority.tokenUrl,
    scope: 'smtp',
  };
  const secrets = { oauthClientSecret: client.clientSecret, oauthRefreshToken: second };
  const account = accountOf({ id: 'another process', version, settings: { oauth }, secrets }, 'send');
  expect(authority.accepts(await accessToken(account))).toBe(true);
});

describeAccess('GET start', start, {
  scope: 'providers:write',
  role: 'technician',
  request: { query: { provider: 'x' } },
});
describeAccess('GET callback', callback, {
  scope: 'providers:write',
  role: 'technician',
  request: { query: { state: 'x' } },
});
