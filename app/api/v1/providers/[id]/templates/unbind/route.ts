import { handle } from '@/lib/http/handle';
import { unbindTemplate } from '@/lib/whatsapp-templates/bind';
import { UnbindInput } from '@/lib/whatsapp-templates/schema';

export const POST = handle({ scope: 'providers:write', body: UnbindInput }, (ctx, { params, body }) =>
  unbindTemplate(ctx, { id: params.id!, ...body }),
);
