'use server';

import { changePassword } from '@/lib/auth/account';
import { PasswordInput, SessionRef } from '@/lib/auth/schema';
import { revokeSession } from '@/lib/auth/sessions';
import { action } from '@/lib/http/action';

export const changePasswordAction = action({ role: 'viewer' }, PasswordInput, changePassword);

export const revokeSessionAction = action({ role: 'viewer' }, SessionRef, revokeSession);
