'use server';

import { z } from 'zod';
import { keepSession } from '@/app/(auth)/keep-cookie';
import { changePassword } from '@/lib/auth/account';
import { PasswordInput, SessionRef } from '@/lib/auth/schema';
import { removeSecondFactor, renewRecoveryCodes } from '@/lib/auth/second-factor/change';
import { BeginSecondFactorInput, SecondFactorCode, SecondFactorProof } from '@/lib/auth/second-factor/schema';
import { beginSecondFactor, confirmSecondFactor } from '@/lib/auth/second-factor/set-up';
import { revokeOthers, revokeSession } from '@/lib/auth/sessions';
import { action } from '@/lib/http/action';

export const changePasswordAction = action({ may: 'account.write' }, PasswordInput, async (ctx, input) => {
  await keepSession((await changePassword(ctx, input)).sessionId);
});

export const revokeSessionAction = action({ may: 'account.write' }, SessionRef, revokeSession);

export const revokeOthersAction = action({ may: 'account.write' }, z.strictObject({}), revokeOthers);

export const beginSecondFactorAction = action(
  { may: 'account.write', beforeSecondFactor: true },
  BeginSecondFactorInput,
  beginSecondFactor,
);

export const confirmSecondFactorAction = action(
  { may: 'account.write', beforeSecondFactor: true },
  SecondFactorCode,
  async (ctx, input) => {
    const { codes, sessionId } = await confirmSecondFactor(ctx, input);
    await keepSession(sessionId);
    return codes;
  },
);

export const renewRecoveryCodesAction = action(
  { may: 'account.write' },
  SecondFactorProof,
  async (ctx, input) => {
    const { codes, sessionId } = await renewRecoveryCodes(ctx, input);
    await keepSession(sessionId);
    return codes;
  },
);

export const removeSecondFactorAction = action(
  { may: 'account.write' },
  SecondFactorProof,
  async (ctx, input) => {
    await keepSession((await removeSecondFactor(ctx, input)).sessionId);
  },
);
