'use server';

import { z } from 'zod';
import { signOut } from '@/app/api/auth/auth';
import { updatePreferences } from '@/lib/auth/account';
import { confirmSelf } from '@/lib/auth/confirm-self';
import { ConfirmInput, PreferencesInput } from '@/lib/auth/schema';
import { action } from '@/lib/http/action';

export const updatePreferencesAction = action(
  { may: 'account.write', beforeSecondFactor: true },
  PreferencesInput,
  updatePreferences,
);

export const confirmSelfAction = action({ may: 'account.write' }, ConfirmInput, confirmSelf);

/** Refused where it has to be shown again; see `useConfirmedVisit`. */
export const stillMeAction = action(
  { may: 'account.write', confirm: true },
  z.strictObject({}),
  async () => undefined,
);

export const signOutAction = action(
  { may: 'account.write', beforeSecondFactor: true },
  z.strictObject({}),
  async () => {
    // next-auth tells when it is done, and the session ends there: one way for this button and for POST /api/auth/signout.
    await signOut({ redirect: false });
  },
);
