import { mutation } from '@/lib/audit/mutation';
import { commandContext } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { admitGuess } from './admit-guess';
import { type Account, findAccount } from './find-account';
import { type HalfWay, isOfPassword, sealHalfWay } from './half-way';
import { verifyPassword } from './passwords';
import type { SignInInput } from './schema';
import { countRecoveryCodes, findSecondFactor, type SecondFactor } from './second-factor/find';
import { readCode } from './second-factor/recovery-codes';
import { spendCode } from './second-factor/spend-code';
import { startSession } from './session';
import { countGuess, forgetGuesses } from './throttle';

/** `device`: what the browser shows of itself (`known-devices.ts`). */
export type Client = { ip: string | null; userAgent: string | null; device?: string | null };

/** The password was right. `halfWay` is for the browser's cookie: with it comes the code. */
export class SecondFactorNeeded extends AppError {
  constructor(readonly halfWay: string) {
    super('second_factor_needed', 'Send a code of the second factor, too.');
  }
}

/**
 * The id of a new session. One message and one cost whether the account is unknown, inactive or the password wrong.
 * @throws SecondFactorNeeded; AppError invalid_credentials, too_many_attempts; validation_failed of `code`, where one was sent
 */
export async function signIn(input: SignInInput, client: Client): Promise<string> {
  const account = await findAccount(input, client.device);
  const noGuess = await admitGuess(input, account, client.ip);
  const matches = await verifyPassword(account?.passwordHash ?? null, input.password);
  if (!account || !matches || !account.active) {
    log.warn('sign-in refused', { ip: client.ip });
    throw new AppError('invalid_credentials', 'The e-mail address or the password is wrong.');
  }
  await noGuess();
  const factor = await findSecondFactor(account.id);
  if (!factor) return startSession(account.id, client);
  if (!input.code) throw new SecondFactorNeeded(await sealHalfWay(account));
  return (await enterWithCode(account, factor, input.code, client)).sessionId;
}

/** `codesLeft`: where a recovery code was spent, how many are left. */
export type Entered = { userId: string; sessionId: string; codesLeft: number | null };

/** The second step. @throws AppError sign_in_expired for who is not half-way; too_many_attempts; validation_failed of `code` */
export async function finishSignIn(halfWay: HalfWay | null, code: string, client: Client): Promise<Entered> {
  const account = halfWay && (await findAccount({ id: halfWay.userId }, client.device));
  const isOn = account?.active && isOfPassword(halfWay!, account.passwordHash);
  const factor = isOn ? await findSecondFactor(account.id) : null;
  if (!account || !factor) throw new AppError('sign_in_expired', 'Sign in again, with the password first.');
  return enterWithCode(account, factor, code, client);
}

/** Only who knows the password comes here: strangers cannot use these guesses up, and a recovery code works even when they are. */
async function enterWithCode(
  account: Account,
  factor: SecondFactor,
  code: string,
  client: Client,
): Promise<Entered> {
  const guesses = account.device ? `device-code:${account.id}:${account.device}` : `code:${account.id}`;
  if (readCode(code)?.kind !== 'recovery') await countGuess(guesses);
  const kind = await spendCode(factor, code).catch((error) => {
    log.warn('second factor refused', { ip: client.ip, user: account.id });
    throw error;
  });
  if (kind === 'app') await forgetGuesses(guesses);
  const sessionId = await startSession(account.id, client);
  const codesLeft = kind === 'recovery' ? await noteRecovery(account, sessionId, client) : null;
  return { userId: account.id, sessionId, codesLeft };
}

/** Somebody who has no access to the app any more, or who has found the codes: it stays known. @returns how many are left */
async function noteRecovery({ id, email, role }: Account, sessionId: string, { ip }: Client) {
  const left = await countRecoveryCodes(id);
  const actor = { type: 'user', id, label: email, role, sessionId } as const;
  await mutation({ ...commandContext(), actor, ip }, 'account.use_recovery_code', async () => ({
    result: undefined,
    subjectId: id,
    after: { codesLeft: left },
  }));
  return left;
}
