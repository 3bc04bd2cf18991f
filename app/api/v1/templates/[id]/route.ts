import { handle } from '@/lib/http/handle';
import { getTemplate } from '@/lib/templates/get';
import { TemplatePatch } from '@/lib/templates/schema';
import { deleteTemplate, updateTemplate } from '@/lib/templates/update';

export const GET = handle({ scope: 'templates:read' }, (ctx, { params }) =>
  getTemplate(ctx, { id: params.id! }),
);

export const PATCH = handle({ scope: 'templates:write', body: TemplatePatch }, (ctx, { params, body }) =>
  updateTemplate(ctx, { ...body, id: params.id! }),
);

export const DELETE = handle({ scope: 'templates:write' }, (ctx, { params }) =>
  deleteTemplate(ctx, { id: params.id! }),
);
