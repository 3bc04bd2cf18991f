import { expect, it } from 'vitest';
import { GET as callback } from '@/app/api/oauth/callback/route';
import { GET as start } from '@/app/api/oauth/start/route';
import { sql } from '@/lib/database/db';
import { forgetProviders } from '@/lib/providers/cache';
import { getProvider } from '@/lib/providers/get';
import { updateProvider } from '@/lib/providers/update';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { call, signIn } from '@/lib/testing/http';
import { startOAuthServer } from '@/lib/testing/oauth-server';

useTestDatabase();
allowLoopbackTargets();

const client = { clientId: 'relevo-client', clientSecret: 'client-secret-0123456789' };

async function setUp() {
  const authority = await startOAuthServer(client);
  const { authorizeUrl, tokenUrl } = authority;
  const oauth = { provider: 'custom', clientId: client.clientId, scope: 'smtp', authorizeUrl, tokenUrl };
  const { id } = await makeProvider({
    kind: 'smtp',
    settings: { host: 'smtp.example.com', port: 587, username: 'clinic@example.com', auth: 'xoauth2', oauth },
    secrets: { oauthClientSecret: client.clientSecret },
  });
  return { authority, id };
}

const hasRefreshToken = async (id: string) =>
  'oauthRefreshToken' in (await getProvider(testContext, id)).secrets;

it.each([
  ['host', '"mail.collector.example"'],
  ['port', '25'],
  ['security', '"none"'],
  ['tls', '{"verify":false}'],
  ['oauth,provider', '"microsoft"'],
])('the mail server is another one by then, by its %s: the token is not for it', async (path, value) => {
  const { authority, id } = await setUp();
  const cookie = await signIn('technician');
  const sent = await call(start, { cookie, query: { provider: id } });
  const { code, state } = authority.allow(sent.headers.get('location')!);
  await sql()`update providers set settings = jsonb_set(settings, ${`{${path}}`}::text[], ${value}::jsonb) where id = ${id}`;
  forgetProviders();
  const back = await call(callback, { cookie, query: { code, state } });
  expect(back.headers.get('location')).toBe(`/providers/${id}?oauth=failed`);
  expect(authority.requests).toEqual([]);
  expect(await hasRefreshToken(id)).toBe(false);
});

it('the mail server changes while the code is traded', async () => {
  const { id } = await setUp();
  const { settings: asked } = await getProvider(testContext, id);
  await sql()`update providers set settings = jsonb_set(settings, '{host}', '"mail.collector.example"') where id = ${id}`;
  const change = updateProvider(testContext, { id, secrets: { oauthRefreshToken: 'r'.repeat(20) } }, asked);
  await expect(change).rejects.toMatchObject({ code: 'conflict' });
  expect(await hasRefreshToken(id)).toBe(false);
});
