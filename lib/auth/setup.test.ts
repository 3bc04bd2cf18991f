import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commandContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { readSettings } from '@/lib/settings/read';
import { useTestDatabase } from '@/lib/testing/database';
import * as passwords from './passwords';
import { completeSetup } from './setup';
import { createSetupLink, setupLinkState } from './setup-link';

useTestDatabase();

const ctx = commandContext('set-up link');

async function freshToken(): Promise<string> {
  return (await createSetupLink(ctx))!.replace('/setup/', '');
}

function person(token: string, email = 'ana@example.com') {
  return { token, language: 'es' as const, name: 'Ana', email, password: 'correct horse battery' };
}

beforeEach(async () => {
  await sql()`delete from users`;
  await sql()`delete from setup_links`;
});

describe('a set-up link', () => {
  it('is kept only as a hash', async () => {
    const token = await freshToken();
    const [row] = await sql()`select encode(token_hash, 'escape') as kept from setup_links`;
    expect(row?.kept).not.toContain(token);
    expect(await setupLinkState(token)).toBe('valid');
  });

  it('makes the first administrator, once', async () => {
    const token = await freshToken();
    expect(await completeSetup(ctx, person(token))).toMatchObject({ role: 'administrator' });
    expect(await setupLinkState(token)).toBe('done');
    await expect(completeSetup(ctx, person(token, 'b@example.com'))).rejects.toMatchObject({
      code: 'setup_done',
    });
    expect(await createSetupLink(ctx)).toBeNull();
  });

  it('keeps the time zone, the currency and the country, and leaves what is not given', async () => {
    const place = { timeZone: 'America/Asuncion', currency: 'PYG', country: 'PY' };
    await completeSetup(ctx, { ...person(await freshToken()), ...place });
    expect((await readSettings()).general).toEqual(place);
    await sql()`delete from users`;
    await completeSetup(ctx, person(await freshToken()));
    expect((await readSettings()).general).toEqual(place);
  });

  it('costs no hash of a password to whoever may not set up', async () => {
    const hash = vi.spyOn(passwords, 'hashNewPassword');
    const token = await freshToken();
    await expect(completeSetup(ctx, person('wrong'))).rejects.toMatchObject({ code: 'not_found' });
    expect(hash).not.toHaveBeenCalled();
    await completeSetup(ctx, person(token));
    expect(hash).toHaveBeenCalledTimes(1);
    for (const link of [token, 'wrong'])
      await expect(completeSetup(ctx, person(link))).rejects.toMatchObject({ code: 'setup_done' });
    expect(hash).toHaveBeenCalledTimes(1);
    hash.mockRestore();
  });

  it('makes one administrator when two are used at the same moment', async () => {
    const [a, b] = [await freshToken(), await freshToken()];
    const both = [completeSetup(ctx, person(a)), completeSetup(ctx, person(b, 'b@example.com'))];
    const results = await Promise.allSettled(both);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('does nothing when wrong or expired', async () => {
    const token = await freshToken();
    await expect(completeSetup(ctx, person('x'))).rejects.toMatchObject({ code: 'not_found' });
    await sql()`update setup_links set expires_at = now() - interval '1 second'`;
    expect(await setupLinkState(token)).toBe('invalid');
    await expect(completeSetup(ctx, person(token))).rejects.toMatchObject({ code: 'not_found' });
  });
});
