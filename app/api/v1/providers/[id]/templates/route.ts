import { handle } from '@/lib/http/handle';
import { getProviderTemplates } from '@/lib/whatsapp-templates/list';
import { SubmitInput } from '@/lib/whatsapp-templates/schema';
import { submitTemplate } from '@/lib/whatsapp-templates/submit';

export const GET = handle({ scope: 'providers:read' }, (ctx, { params }) =>
  getProviderTemplates(ctx, { id: params.id! }),
);

export const POST = handle(
  { scope: 'providers:write', body: SubmitInput, status: 202 },
  (ctx, { params, body }) => submitTemplate(ctx, { id: params.id!, ...body }),
);
