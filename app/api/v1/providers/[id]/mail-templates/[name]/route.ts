import { handle } from '@/lib/http/handle';
import { getMailTemplate } from '@/lib/mail-templates/list';
import { TakeInput } from '@/lib/mail-templates/schema';
import { takeMailTemplate } from '@/lib/mail-templates/take';

export const GET = handle({ scope: 'templates:read' }, (ctx, { params }) =>
  getMailTemplate(ctx, { id: params.id!, name: params.name! }),
);

export const POST = handle({ scope: 'templates:write', body: TakeInput }, (ctx, { params, body }) =>
  takeMailTemplate(ctx, { id: params.id!, name: params.name!, ...body }),
);
