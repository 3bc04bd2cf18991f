import { beforeEach, describe, expect, it } from 'vitest';
import { createUser } from '@/lib/auth/create-user';
import { sql } from '@/lib/database/db';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { createToken } from '@/lib/tokens/create';
import { getToken } from '@/lib/tokens/get';
import { revokeToken } from '@/lib/tokens/revoke';
import { updateToken } from '@/lib/tokens/update';
import { keepTokens } from './keep-tokens';

useDatabaseForEachTest();

beforeEach(async () => {
  await makeProvider();
  const boss = { email: 'boss@example.com', name: 'boss', role: 'administrator', language: 'en' } as const;
  await createUser(testContext, { ...boss, password: 'correct horse battery' });
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const mails = () => sql()<{ subject: string }[]>`select subject from messages order by id`;

describe('the end of a token', () => {
  const ending = (days: number) =>
    createToken(testContext, {
      name: 'till 3',
      scopes: ['messages:send'],
      expiresAt: inDays(days).toISOString(),
    });

  it('is announced 14, 7 and 1 days before, each once, whoever looks how often', async () => {
    const { id } = await ending(30);
    for (const day of [15.9, 16.1, 16.2, 22.9, 23.1, 23.2, 28.9, 29.1, 29.9])
      await Promise.all([keepTokens(inDays(day)), keepTokens(inDays(day))]);
    expect((await mails()).map(({ subject }) => subject)).toEqual([
      'The token till 3 ends in 14 days',
      'The token till 3 ends in 7 days',
      'The token till 3 ends within a day',
    ]);
    const { warnings } = await getToken(testContext, { id });
    expect(warnings.map(({ days, mailedAt }) => [days, mailedAt !== null])).toEqual([
      [1, true],
      [7, true],
      [14, true],
    ]);
  });

  it('is announced once after a long stop', async () => {
    await ending(30);
    await keepTokens(inDays(24));
    expect((await mails()).map(({ subject }) => subject)).toEqual(['The token till 3 ends in 6 days']);
  });

  it('that is nearer than that from the beginning is no news until its last day', async () => {
    await ending(5);
    await keepTokens(inDays(1));
    expect(await mails()).toEqual([]);
    await keepTokens(inDays(4.5));
    expect(await mails()).toHaveLength(1);
  });

  it('is announced anew where it was moved, and not of one that is revoked or over', async () => {
    const { id } = await ending(30);
    await keepTokens(inDays(17));
    await updateToken(testContext, { id, expiresAt: inDays(60).toISOString() });
    await keepTokens(inDays(47));
    expect(await mails()).toHaveLength(2);
    await revokeToken(testContext, { id });
    await keepTokens(inDays(54));
    await keepTokens(inDays(61));
    expect(await mails()).toHaveLength(2);
  });
});
