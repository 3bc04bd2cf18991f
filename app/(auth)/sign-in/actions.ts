'use server';

import { startPanelSession } from '@/app/(auth)/start-session';
import { SignInInput } from '@/lib/auth/schema';
import { publicAction } from '@/lib/http/public-action';

export const signInAction = publicAction({ public: 'sign-in page' }, SignInInput, startPanelSession);
