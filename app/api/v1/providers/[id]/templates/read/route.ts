import { handle } from '@/lib/http/handle';
import { readProviderTemplates } from '@/lib/whatsapp-templates/list';

export const POST = handle({ scope: 'providers:write', status: 202 }, (ctx, { params }) =>
  readProviderTemplates(ctx, { id: params.id! }),
);
