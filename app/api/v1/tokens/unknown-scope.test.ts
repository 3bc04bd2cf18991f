import { expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { makeToken } from '@/lib/testing/factories';
import { call } from '@/lib/testing/http';
import { POST } from './route';

useTestDatabase();

it('scopes that are none are told by their names, once, and so are those that there are', async () => {
  const token = await makeToken();
  const scopes = ['messages:send', 'mesages:read', 'admin', 'mesages:read'];
  const { status, body, text } = await call(POST, { token, body: { name: 'shop', scopes } });
  expect(status).toBe(400);
  expect(body.errors).toHaveLength(1);
  const { path, params, message } = body.errors[0];
  expect([path, params.names, params.meant]).toEqual([
    'scopes.1',
    '"mesages:read", "admin"',
    'messages:read',
  ]);
  for (const once of ['mesages:read', 'admin"', 'webhooks:write'])
    expect(message.split(once)).toHaveLength(2);
  expect(text.length).toBeLessThan(3000);
});
