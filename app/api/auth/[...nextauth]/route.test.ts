import { NextRequest } from 'next/server';
import { expect, it, vi } from 'vitest';
import { GET as getAccount } from '@/app/api/v1/providers/route';
import { sql } from '@/lib/database/db';
import { log } from '@/lib/log';
import { useTestDatabase } from '@/lib/testing/database';
import { call, signIn } from '@/lib/testing/http';
import { GET, POST } from './route';

useTestDatabase();

const ORIGIN = 'http://relevo.test';

async function signOut(
  cookie: string,
  csrf: (token: string) => string = (token) => token,
): Promise<Response> {
  const asked = await GET(new NextRequest(`${ORIGIN}/api/auth/csrf`));
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const kept = asked.headers.getSetCookie().map((line) => line.split(';')[0]);
  return POST(
    new NextRequest(`${ORIGIN}/api/auth/signout`, {
      method: 'POST',
      headers: {
        cookie: [cookie, ...kept].join('; '),
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ csrfToken: csrf(csrfToken) }),
    }),
  );
}

it('signing out ends the session, not only the cookie', async () => {
  const [cookie, other] = [await signIn('viewer'), await signIn('viewer')];
  expect((await call(getAccount, { cookie })).status).toBe(200);
  const answer = await signOut(cookie);
  expect(answer.headers.getSetCookie().join()).toContain('Max-Age=0');
  // A copy of the cookie, kept from before.
  expect((await call(getAccount, { cookie })).status).toBe(401);
  expect((await call(getAccount, { cookie: other })).status).toBe(200);
  expect(await sql()`select from sessions where revoked_at is not null`).toHaveLength(1);
});

it('another page cannot end it', async () => {
  const cookie = await signIn('viewer');
  await signOut(cookie, () => 'made up');
  expect((await call(getAccount, { cookie })).status).toBe(200);
});

it('a sign-in without what it needs is refused, and is no error of ours', async () => {
  const told = vi.spyOn(log, 'error');
  const asked = await GET(new NextRequest(`${ORIGIN}/api/auth/csrf`));
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const inputs: Record<string, string>[] = [{}, { email: 'x' }, { email: 'x'.repeat(300), password: 'x' }];
  for (const input of inputs) {
    const answer = await POST(
      new NextRequest(`${ORIGIN}/api/auth/callback/credentials`, {
        method: 'POST',
        headers: {
          cookie: asked.headers
            .getSetCookie()
            .map((line) => line.split(';')[0])
            .join('; '),
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams({ ...input, csrfToken }),
      }),
    );
    expect(answer.headers.get('location')).toContain('error=CredentialsSignin');
  }
  expect(told).not.toHaveBeenCalled();
});
