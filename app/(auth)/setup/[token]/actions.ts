'use server';

import { startPanelSession } from '@/app/(auth)/start-session';
import { SetupInput } from '@/lib/auth/schema';
import { completeSetup } from '@/lib/auth/setup';
import { publicAction } from '@/lib/http/public-action';

export const completeSetupAction = publicAction({ public: 'set-up link' }, SetupInput, async (ctx, input) => {
  await completeSetup(ctx, input);
  await startPanelSession(ctx, input);
});
