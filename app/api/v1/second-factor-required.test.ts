import { afterEach, describe, expect, it } from 'vitest';
import { GET as getProviders } from '@/app/api/v1/providers/route';
import { PATCH as patchSettings } from '@/app/api/v1/settings/route';
import { createUser } from '@/lib/auth/create-user';
import { findSession, startSession } from '@/lib/auth/session';
import { commandContext } from '@/lib/context';
import type { Role } from '@/lib/roles';
import { updateSettings } from '@/lib/settings/update';
import { addSecondFactor } from '@/lib/testing/authenticator';
import { useTestDatabase } from '@/lib/testing/database';
import { makeToken } from '@/lib/testing/factories';
import { call, expectProblem, signIn } from '@/lib/testing/http';

useTestDatabase();

const PASSWORD = 'correct horse battery';
const client = { ip: null, userAgent: null };
const require = (secondFactorFor: Role[]) =>
  updateSettings(commandContext(), { security: { secondFactorFor } });

afterEach(() => require([]));

let count = 0;
async function person(role: Role) {
  const email = `required${++count}@example.com`;
  const { id } = await createUser(commandContext(), { email, name: 'Ana', password: PASSWORD, role });
  const sessionId = await startSession(id, client);
  return { ...commandContext(), actor: { type: 'user' as const, id, label: email, role, sessionId } };
}

describe('a role that needs a second factor', () => {
  it('is asked of nobody unless somebody says so', async () => {
    const { actor } = await person('administrator');
    expect(await findSession(actor.sessionId)).toMatchObject({ mustAddFactor: false });
  });

  it('is asked of those of that role who have none, also of who was signed in before', async () => {
    const [administrator, viewer] = [await person('administrator'), await person('viewer')];
    await require(['administrator']);
    expect(await findSession(administrator.actor.sessionId)).toMatchObject({ mustAddFactor: true });
    expect(await findSession(viewer.actor.sessionId)).toMatchObject({ mustAddFactor: false });
    const { sessionId } = await addSecondFactor(administrator, PASSWORD);
    expect(await findSession(sessionId)).toMatchObject({ mustAddFactor: false });
  });

  it('reads and changes nothing by its session until then', async () => {
    const cookie = await signIn('administrator');
    expect((await call(getProviders, { cookie })).status).toBe(200);
    await require(['administrator']);
    expectProblem(await call(getProviders, { cookie }), 403, 'second_factor_required');
    const body = { security: { secondFactorFor: [] } };
    expectProblem(
      await call(patchSettings, { cookie, method: 'PATCH', body }),
      403,
      'second_factor_required',
    );
  });

  it('leaves programs with a token alone', async () => {
    const token = await makeToken(['providers:read']);
    await require(['administrator', 'technician', 'viewer']);
    expect((await call(getProviders, { token })).status).toBe(200);
  });
});
