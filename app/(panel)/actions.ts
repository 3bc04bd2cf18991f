'use server';

import { z } from 'zod';
import { signOut } from '@/app/api/auth/auth';
import { updatePreferences } from '@/lib/auth/account';
import { PreferencesInput } from '@/lib/auth/schema';
import { endCurrentSession } from '@/lib/auth/sessions';
import { action } from '@/lib/http/action';

export const updatePreferencesAction = action({ role: 'viewer' }, PreferencesInput, updatePreferences);

export const signOutAction = action({ role: 'viewer' }, z.strictObject({}), async (ctx) => {
  await endCurrentSession(ctx);
  await signOut({ redirect: false });
});
