'use server';

import { publicAction } from '@/lib/http/public-action';
import { setNewPassword } from '@/lib/people/new-password';
import { NewPasswordInput } from '@/lib/people/schema';

export const newPasswordAction = publicAction({ public: 'password link' }, NewPasswordInput, setNewPassword);
