import { handle } from '@/lib/http/handle';
import { notifyAbout } from '@/lib/subjects/notify-about';
import { NotifyAbout } from '@/lib/subjects/schema';

export const POST = handle(
  { scope: 'messages:send', body: NotifyAbout, status: 202 },
  (ctx, { params, body }) => notifyAbout(ctx, { ...body, id: params.id! }),
);
