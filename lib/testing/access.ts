import { describe, it } from 'vitest';
import type { Role } from '@/lib/roles';
import { SCOPES, type Scope } from '@/lib/tokens/schema';
import { makeToken } from './factories';
import { type Call, call, expectProblem, signIn } from './http';

type Handler = Parameters<typeof call>[0];

/** 401 and 403 of a route: by token and scope, by session and role, and for a form on somebody else's page. */
export function describeAccess(
  title: string,
  handler: Handler,
  { scope, role, request = {} }: { scope: Scope; role: Role; request?: Call },
): void {
  const unsafe = (request.method ?? (request.body === undefined ? 'GET' : 'POST')) !== 'GET';

  describe(`${title}: who may`, () => {
    it('not without a token', async () => {
      expectProblem(await call(handler, request), 401, 'unauthorized');
    });

    it.each(['', 'rlv_', 'wrong', 'rlv_aaaaaaaaaaaa_'.padEnd(66, 'a')])(
      'not with the token %j',
      async (token) => {
        const headers = { authorization: `Bearer ${token}` };
        expectProblem(await call(handler, { ...request, headers }), 401, 'unauthorized');
      },
    );

    it('not with every scope but the one that is needed', async () => {
      const token = await makeToken(SCOPES.filter((other) => other !== scope));
      expectProblem(await call(handler, { ...request, token }), 403, 'forbidden');
    });

    const below: Partial<Record<Role, Role>> = { administrator: 'technician', technician: 'viewer' };
    const lower = below[role];
    if (lower)
      it(`not as a ${lower} in the panel`, async () => {
        const cookie = await signIn(lower);
        expectProblem(await call(handler, { ...request, cookie }), 403, 'forbidden');
      });

    if (unsafe)
      it.each(['cross-site', 'same-site', 'none', ''])('not from a page elsewhere (%s)', async (site) => {
        const cookie = await signIn('administrator');
        const headers = { 'sec-fetch-site': site };
        expectProblem(await call(handler, { ...request, cookie, headers }), 403, 'forbidden');
      });
  });
}
