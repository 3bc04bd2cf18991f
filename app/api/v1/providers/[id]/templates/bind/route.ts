import { handle } from '@/lib/http/handle';
import { bindTemplate } from '@/lib/whatsapp-templates/bind';
import { BindInput } from '@/lib/whatsapp-templates/schema';

export const POST = handle({ scope: 'providers:write', body: BindInput }, (ctx, { params, body }) =>
  bindTemplate(ctx, { id: params.id!, ...body }),
);
