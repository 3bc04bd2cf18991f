import { handle } from '@/lib/http/handle';
import { listMailTemplates } from '@/lib/mail-templates/list';

export const GET = handle({ scope: 'templates:read' }, (ctx, { params }) =>
  listMailTemplates(ctx, { id: params.id! }),
);
