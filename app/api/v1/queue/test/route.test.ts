import { expect, it } from 'vitest';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { POST } from './route';

useTestDatabase();

describeAccess('queue test', POST, { scope: 'messages:send', role: 'technician', request: { body: {} } });

it('answers like the test of a provider, and has nothing to choose', async () => {
  const token = await makeToken();
  const { status, body } = await call(POST, { token, body: {} });
  expect(status).toBe(200);
  expect(body).toMatchObject({ ok: false, cause: 'no_sandbox', steps: [], messageId: null });
  expectProblem(await call(POST, { token, body: { to: 'ana@example.com' } }), 400, 'validation_failed');
});
