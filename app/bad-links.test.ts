import { beforeAll, describe, expect, it, vi } from 'vitest';
import { beginSecondFactorAction, confirmSecondFactorAction } from '@/app/(panel)/account/actions';
import { invitePersonAction } from '@/app/(panel)/people/actions';
import { pickUpAction } from '@/app/(panel)/tokens/actions';
import { createUser } from '@/lib/auth/create-user';
import { startSession } from '@/lib/auth/session';
import { sealSession } from '@/lib/auth/session-cookie';
import { createSetupLink } from '@/lib/auth/setup-link';
import { sql } from '@/lib/database/db';
import { translator } from '@/lib/i18n/translate';
import { invitePerson } from '@/lib/people/invite';
import { resetPassword } from '@/lib/people/reset';
import { Authenticator } from '@/lib/testing/authenticator';
import {
  COMMAND_MS,
  expectNothingFrom,
  expectPrinted,
  expectRefused,
  expectSaid,
} from '@/lib/testing/bad-input';
import { useTestDatabase } from '@/lib/testing/database';
import { makeToken, testContext } from '@/lib/testing/factories';
import { call } from '@/lib/testing/http';
import { createToken } from '@/lib/tokens/create';
import { linkCode, openPickup } from '@/lib/tokens/pickup-cell';
import { prepareSuccessors } from '@/lib/tokens/successor';
import { joinAction } from './(auth)/join/[token]/actions';
import { newPasswordAction } from './(auth)/new-password/[token]/actions';
import { completeSetupAction } from './(auth)/setup/[token]/actions';
import { POST as invite } from './api/v1/people/route';

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
let setupLink: string;

beforeAll(async () => {
  setupLink = (await createSetupLink(testContext))!.replace('/setup/', '');
  const person = { email: EMAIL, name: 'Ana', password: PASSWORD, role: 'administrator' as const };
  const { id } = await createUser(testContext, person);
  const session = await sealSession(await startSession(id, { ip: null, userAgent: null }));
  browser.cookie = `relevo.session=${session}`;
  owner = await makeToken();
});

const input = { name: 'desk', scopes: ['messages:send'] as 'messages:send'[] };

describe('a link for the second time', () => {
  it('that a new secret was picked up by', async () => {
    const { id } = await createToken(testContext, { ...input, rotation: { everyDays: 1 } });
    await sql()`update tokens set rotate_at = now() where id = ${id}`;
    await prepareSuccessors(new Date());
    const [row] = await sql()<
      [{ id: string; sealed: string }]
    >`select id, sealed from token_pickups where token_id = ${id}`;
    const link = linkCode(openPickup(row));
    expect(await pickUpAction({ link })).toMatchObject({ ok: true });
    await expectNothingFrom({
      'the page of the link': () =>
        expectSaid(pickUpAction({ link }), {
          code: 'conflict',
          en: `This link was used already, by ${EMAIL}. The secret it held is shown once only: rotate the token for another.`,
          es: `Este enlace ya se usó: ${EMAIL} recogió el secreto, que se muestra una sola vez. Rote el token para obtener otro.`,
        }),
      'the page of the token': () =>
        expectSaid(pickUpAction({ id }), {
          code: 'conflict',
          en: translator('en')('refusals.link_replaced'),
          es: translator('es')('refusals.link_replaced'),
        }),
    });
  });

  const spent = { code: 'conflict', en: 'This link was used already.', es: 'Este enlace ya se usó.' };

  it('of an invitation', async () => {
    const { link } = await invitePerson(testContext, { email: 'luis@example.com', role: 'viewer' });
    const answer = {
      token: link.split('/').at(-1)!,
      name: 'Luis',
      password: PASSWORD,
      language: 'es' as const,
    };
    expect(await joinAction(answer)).toMatchObject({ ok: true });
    await expectNothingFrom({ 'the page of the link': () => expectSaid(joinAction(answer), spent) });
  });

  it('of a new password', async () => {
    const email = 'eva@example.com';
    const { id } = await createUser(testContext, { email, name: 'Eva', password: PASSWORD, role: 'viewer' });
    const { link } = await resetPassword(testContext, { id });
    const answer = { token: link!.split('/').at(-1)!, password: 'another battery horse' };
    expect(await newPasswordAction(answer)).toMatchObject({ ok: true });
    await expectNothingFrom({ 'the page of the link': () => expectSaid(newPasswordAction(answer), spent) });
  });

  it('of the set-up, once there is somebody', async () => {
    const answer = { token: setupLink, email: 'leo@example.com', name: 'Leo', password: PASSWORD };
    await expectNothingFrom({
      'the page of the link': () =>
        expectSaid(completeSetupAction({ ...answer, language: 'es' } as never), {
          code: 'setup_done',
          en: 'Relevo is already set up. Please sign in.',
          es: 'Relevo ya está en marcha. Inicie sesión.',
        }),
    });
  });
});

it('a code of the second factor from another time', async () => {
  const begun = await beginSecondFactorAction({ password: PASSWORD });
  const app = new Authenticator(begun.ok ? begun.data.key : '');
  const said = {
    code: 'validation_failed',
    en: 'This code is wrong, or of another time. Use the one shown now, and check that the clock of the phone is right.',
    es: 'Este código no es correcto, o es de otro momento. Use el que se muestra ahora y revise que la hora del teléfono esté bien.',
  };
  await expectNothingFrom({
    'two minutes old': () => expectSaid(confirmSecondFactorAction({ code: app.code(-4) }), said),
    'of an hour later': () => expectSaid(confirmSecondFactorAction({ code: app.code(120) }), said),
  });
});

it(
  'an invitation to somebody who is there',
  async () => {
    const person = { email: 'Nora@example.com', name: 'Nora', password: PASSWORD, role: 'viewer' as const };
    await createUser(testContext, person);
    const email = 'nora@example.com';
    await expectNothingFrom({
      'the route': () =>
        expectRefused(
          call(invite, { token: owner, body: { email, role: 'viewer' } }),
          409,
          'conflict',
          'nora@example.com has an account already.',
        ),
      'the form': () =>
        expectSaid(invitePersonAction({ email, role: 'viewer' }), {
          code: 'conflict',
          en: 'nora@example.com has an account already.',
          es: 'nora@example.com ya tiene una cuenta.',
        }),
      'the command': () =>
        expectPrinted(['person', 'invite', email], /^nora@example\.com has an account already\.$/),
    });
  },
  COMMAND_MS,
);
