import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/context';
import { newId } from '@/lib/ids';
import { deleteProvider } from '@/lib/providers/delete';
import { getProvider } from '@/lib/providers/get';
import { listProviders } from '@/lib/providers/list';
import type { Role } from '@/lib/roles';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { listKeys } from './keys';

useTestDatabase();

const FIRST = 'first-canary-0123456789';
const SECOND = 'second-canary-9876543210';

function user(role: Role): Actor {
  return { type: 'user', id: newId(), label: role, role, sessionId: newId() };
}

function token(...scopes: string[]): Actor {
  return { type: 'token', id: newId(), label: 'token', scopes };
}

describe('secrets in views', () => {
  it.each<[string, Actor, string]>([
    ['a technician', user('technician'), '6789'],
    ['a viewer', user('viewer'), ''],
    ['a token that may write', token('providers:read', 'providers:write'), '6789'],
    ['a token that may read', token('providers:read'), ''],
  ])('show %s the end of an API key only if it could replace it', async (_who, actor, last4) => {
    const webhookToken = `${SECOND}${SECOND}`;
    const { id } = await makeProvider({ kind: 'brevo', secrets: { apiKey: FIRST, webhookToken } });
    const ctx = { ...testContext, actor };
    const [views, keys] = [await listProviders(ctx), await listKeys(ctx, { id })];
    for (const { secrets } of [
      await getProvider(ctx, id),
      views.data.find((one) => one.id === id)!,
      ...keys.data,
    ])
      expect([secrets.apiKey?.last4, secrets.webhookToken?.last4]).toEqual([last4, '']);
    await deleteProvider(testContext, { id });
  });

  it.each(['short-key', 'a key whose end is half a smile \u{1f600}'])(
    'show nothing of %j',
    async (apiKey) => {
      const { secrets } = await makeProvider({ kind: 'brevo', secrets: { apiKey } });
      expect(secrets.apiKey).toMatchObject({ set: true, last4: '' });
    },
  );
});
