import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createTokenAction, rotateTokenAction, updateTokenAction } from '@/app/(panel)/tokens/actions';
import { createUser } from '@/lib/auth/create-user';
import { startSession } from '@/lib/auth/session';
import { sealSession } from '@/lib/auth/session-cookie';
import { sql } from '@/lib/database/db';
import type { ActionResult } from '@/lib/http/action';
import { translator } from '@/lib/i18n/translate';
import {
  COMMAND_MS,
  expectNothingFrom,
  expectPrinted,
  expectRefused,
  expectSaid,
} from '@/lib/testing/bad-input';
import { useTestDatabase } from '@/lib/testing/database';
import { makeToken, testContext } from '@/lib/testing/factories';
import { type Answer, call, expectProblem } from '@/lib/testing/http';
import { createToken } from '@/lib/tokens/create';
import { revokeToken } from '@/lib/tokens/revoke';
import { POST as rotate } from './api/v1/tokens/[id]/rotate/route';
import { PATCH as change } from './api/v1/tokens/[id]/route';
import { POST as create } from './api/v1/tokens/route';

const browser = vi.hoisted(() => ({ cookie: '' }));
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ cookie: browser.cookie }),
  cookies: async () => ({ get: () => undefined, set: () => undefined }),
}));
vi.mock('@/app/api/auth/auth', () => ({ signIn: vi.fn(), signOut: vi.fn(), SignInRefused: Error }));

useTestDatabase();

const PASSWORD = 'correct horse battery';
const EMAIL = 'ana@example.com';
let owner: string;

beforeAll(async () => {
  const person = { email: EMAIL, name: 'Ana', password: PASSWORD, role: 'administrator' as const };
  const { id } = await createUser(testContext, person);
  const session = await sealSession(await startSession(id, { ip: null, userAgent: null }));
  browser.cookie = `relevo.session=${session}`;
  owner = await makeToken();
});

const input = { name: 'desk', scopes: ['messages:send'] as 'messages:send'[] };
const desk = () => createToken(testContext, input);
describe('a token with', () => {
  it(
    'a scope that there is not',
    async () => {
      const { id } = await desk();
      const scopes = ['message:send'] as never[];
      const detail =
        /^scopes\.0: Invalid option: "message:send" \(did you mean messages:send\?\); there are addresses:read, .*, webhooks:write$/;
      const known = /audit:read, companies:read, .*, webhooks:write\.$/;
      const said = async (asked: Promise<ActionResult<unknown>>) => {
        const result = await asked;
        const [flaw] = result.ok ? [] : result.error.errors!;
        const words = (['en', 'es'] as const).map((locale) =>
          translator(locale)(`flaws.${flaw!.code}`, flaw!.params),
        );
        expect(words[0]).toMatch(
          /^There is no "message:send"\. Did you mean messages:send\? Choose among these: /,
        );
        expect(words[1]).toMatch(
          /^No existe "message:send"\. ¿Quiso decir messages:send\? Elija entre estas opciones: /,
        );
        for (const text of words) expect(text).toMatch(known);
      };
      const refused = async (asked: Promise<Answer>) => {
        const answer = await asked;
        expectProblem(answer, 400, 'validation_failed', 'scopes.0');
        expect(answer.body.detail).toMatch(detail);
      };
      await expectNothingFrom({
        'the route that makes one': () => refused(call(create, { token: owner, body: { ...input, scopes } })),
        'the route that changes one': () =>
          refused(call(change, { token: owner, method: 'PATCH', params: { id }, body: { scopes } })),
        'the form of a new one': () => said(createTokenAction({ ...input, scopes })),
        'the form of a change': () => said(updateTokenAction({ id, scopes })),
        'the command': () =>
          expectPrinted(
            ['token', 'create', '--name', 'desk', '--scopes', 'message:send'],
            /did you mean messages:send\?\); there are addresses:read, /,
          ),
      });
    },
    COMMAND_MS,
  );

  it(
    'an end that is over',
    async () => {
      const { id } = await desk();
      const expiresAt = '2020-01-01T00:00:00Z';
      const refused = [400, 'validation_failed', 'expiresAt: is in the past'] as const;
      const said = { code: 'validation_failed', en: 'This is in the past.', es: 'Ya pasó ese momento.' };
      await expectNothingFrom({
        'the route that makes one': () =>
          expectRefused(call(create, { token: owner, body: { ...input, expiresAt } }), ...refused),
        'the route that changes one': () =>
          expectRefused(
            call(change, { token: owner, method: 'PATCH', params: { id }, body: { expiresAt } }),
            ...refused,
          ),
        'the form of a new one': () => expectSaid(createTokenAction({ ...input, expiresAt }), said),
        'the form of a change': () => expectSaid(updateTokenAction({ id, expiresAt }), said),
        'the command': () =>
          expectPrinted(
            ['token', 'create', '--name', 'desk', '--scopes', 'messages:send', '--expires', '0d'],
            /expiresInDays: at least 1$/,
          ),
      });
    },
    COMMAND_MS,
  );

  it(
    'a range of addresses that is none',
    async () => {
      const { id } = await desk();
      const allowedIps = ['203.0.113.0/33'];
      const refused = [400, 'validation_failed', 'allowedIps.0: must look like 203.0.113.0/24'] as const;
      const said = {
        code: 'validation_failed',
        en: 'It must look like 203.0.113.0/24.',
        es: 'Debe tener la forma de 203.0.113.0/24.',
      };
      await expectNothingFrom({
        'the route that makes one': () =>
          expectRefused(call(create, { token: owner, body: { ...input, allowedIps } }), ...refused),
        'the route that changes one': () =>
          expectRefused(
            call(change, { token: owner, method: 'PATCH', params: { id }, body: { allowedIps } }),
            ...refused,
          ),
        'the form of a new one': () => expectSaid(createTokenAction({ ...input, allowedIps }), said),
        'the form of a change': () => expectSaid(updateTokenAction({ id, allowedIps }), said),
        'the command': () =>
          expectPrinted(
            [
              'token',
              'create',
              '--name',
              'desk',
              '--scopes',
              'messages:send',
              '--allowed-ips',
              allowedIps[0]!,
            ],
            /allowedIps\.0: must look like 203\.0\.113\.0\/24$/,
          ),
      });
    },
    COMMAND_MS,
  );
});

describe('rotating one that', () => {
  it(
    'is revoked',
    async () => {
      const { id } = await desk();
      await revokeToken(testContext, { id });
      await expectNothingFrom({
        'the route': () =>
          expectRefused(
            call(rotate, { token: owner, method: 'POST', params: { id } }),
            409,
            'conflict',
            'This token has been revoked: make a new one.',
          ),
        'the button': () =>
          expectSaid(rotateTokenAction({ id }), {
            code: 'conflict',
            en: 'This token has been revoked, which is for good. Make a new one.',
            es: 'Este token fue revocado, y eso no se deshace. Cree uno nuevo.',
          }),
        'the command': () =>
          expectPrinted(['token', 'rotate', id], /^This token has been revoked: make a new one\.$/),
      });
    },
    COMMAND_MS,
  );

  it('has expired', async () => {
    const { id } = await desk();
    await sql()`update tokens set expires_at = now() - interval '1 minute' where id = ${id}`;
    await expectNothingFrom({
      'the route': () =>
        expectRefused(
          call(rotate, { token: owner, method: 'POST', params: { id } }),
          409,
          'conflict',
          'This token has expired: make a new one.',
        ),
      'the button': () =>
        expectSaid(rotateTokenAction({ id }), {
          code: 'conflict',
          en: 'This token has expired. Give it a later end first, or make a new one.',
          es: 'Este token venció. Dele antes un plazo más largo, o cree uno nuevo.',
        }),
    });
  });
});
