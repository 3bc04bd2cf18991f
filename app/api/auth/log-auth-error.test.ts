import { AuthError, CredentialsSignin } from 'next-auth';
import { beforeEach, expect, it, vi } from 'vitest';
import { log } from '@/lib/log';
import { logAuthError } from './log-auth-error';

const warn = vi.spyOn(log, 'warn').mockReturnValue();
const error = vi.spyOn(log, 'error').mockReturnValue();
let now = Date.now();
beforeEach(() => {
  vi.clearAllMocks();
  now += 3_600_000;
});

/** As Auth.js throws them: the type is the class's. */
function made(type: string, cause?: Error): AuthError {
  const failure = new AuthError(`bad\n${'x'.repeat(5_000)}`);
  return Object.assign(failure, { type, ...(cause && { cause: { err: cause } }) });
}

it('a thousand wrong requests make one line a minute, which is short and has no stack', () => {
  for (let count = 0; count < 1_000; count++) {
    logAuthError(made('MissingCSRF'), now);
    logAuthError(made('UnknownAction'), now);
  }
  expect(warn).toHaveBeenCalledTimes(2);
  logAuthError(made('MissingCSRF'), now + 60_000);
  expect(warn).toHaveBeenLastCalledWith(expect.any(String), { kind: 'MissingCSRF', notTold: 999 });
  for (const call of warn.mock.calls) expect(JSON.stringify(call).length).toBeLessThan(200);
  expect(error).not.toHaveBeenCalled();
});

it('a fault of ours is told whole, but not for each request', () => {
  const cause = new Error('the database is gone');
  for (let count = 0; count < 10; count++) logAuthError(made('CallbackRouteError', cause), now);
  expect(error).toHaveBeenCalledOnce();
  expect(error.mock.calls[0]![1]).toMatchObject({ kind: 'CallbackRouteError', error: { err: cause } });
});

it('a refused sign-in is logged where it is refused', () => {
  logAuthError(new CredentialsSignin(), now);
  expect([warn.mock.calls, error.mock.calls]).toEqual([[], []]);
});
