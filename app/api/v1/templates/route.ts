import { handle } from '@/lib/http/handle';
import { createTemplate } from '@/lib/templates/create';
import { listTemplates } from '@/lib/templates/list';
import { TemplateFilter, TemplateInput } from '@/lib/templates/schema';

export const GET = handle({ scope: 'templates:read', query: TemplateFilter }, (ctx, { query }) =>
  listTemplates(ctx, query),
);

export const POST = handle(
  { scope: 'templates:write', body: TemplateInput, status: 201, maxBodyBytes: 8 * 1024 * 1024 },
  (ctx, { body }) => createTemplate(ctx, body),
);
