'use server';

import { finishPanelSession } from '@/app/(auth)/finish-session';
import { startPanelSession } from '@/app/(auth)/start-session';
import { SignInInput } from '@/lib/auth/schema';
import { SecondFactorCode } from '@/lib/auth/second-factor/schema';
import { publicAction } from '@/lib/http/public-action';

export const signInAction = publicAction({ public: 'sign-in page' }, SignInInput, startPanelSession);

export const signInCodeAction = publicAction(
  { public: 'sign-in page' },
  SecondFactorCode,
  finishPanelSession,
);
