'use server';

import { changePassword } from '@/lib/auth/account';
import { PasswordInput, SessionRef } from '@/lib/auth/schema';
import { revokeSession } from '@/lib/auth/sessions';
import { action } from '@/lib/http/action';

export const changePasswordAction = action({ may: 'account.write' }, PasswordInput, changePassword);

export const revokeSessionAction = action({ may: 'account.write' }, SessionRef, revokeSession);
