'use server';

import { startPanelSession } from '@/app/(auth)/start-session';
import { publicAction } from '@/lib/http/public-action';
import { acceptInvitation } from '@/lib/people/accept';
import { AcceptInput } from '@/lib/people/schema';

export const joinAction = publicAction({ public: 'invitation link' }, AcceptInput, async (ctx, input) => {
  const { email } = await acceptInvitation(ctx, input);
  await startPanelSession(ctx, { email, password: input.password });
});
