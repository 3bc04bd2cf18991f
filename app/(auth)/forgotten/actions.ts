'use server';

import { publicAction } from '@/lib/http/public-action';
import { askForNewPassword } from '@/lib/people/forgotten';
import { ForgottenInput } from '@/lib/people/schema';

export const forgottenAction = publicAction({ public: 'sign-in page' }, ForgottenInput, askForNewPassword);
