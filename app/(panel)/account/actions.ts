'use server';

import { z } from 'zod';
import { changePassword } from '@/lib/auth/account';
import { PasswordInput, SessionRef } from '@/lib/auth/schema';
import { revokeOthers, revokeSession } from '@/lib/auth/sessions';
import { action } from '@/lib/http/action';

export const changePasswordAction = action({ may: 'account.write' }, PasswordInput, changePassword);

export const revokeSessionAction = action({ may: 'account.write' }, SessionRef, revokeSession);

export const revokeOthersAction = action({ may: 'account.write' }, z.strictObject({}), revokeOthers);
