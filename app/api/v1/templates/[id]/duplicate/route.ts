import { handle } from '@/lib/http/handle';
import { duplicateTemplate } from '@/lib/templates/create';
import { DuplicateInput } from '@/lib/templates/schema';

export const POST = handle(
  { scope: 'templates:write', body: DuplicateInput, bodyOptional: true, status: 201 },
  (ctx, { params, body }) => duplicateTemplate(ctx, { ...body, id: params.id! }),
);
