import { handle } from '@/lib/http/handle';
import { previewTemplate } from '@/lib/templates/preview';
import { PreviewInput } from '@/lib/templates/schema';

export const POST = handle(
  { scope: 'templates:read', body: PreviewInput, bodyOptional: true },
  (ctx, { params, body }) => previewTemplate(ctx, { ...body, id: params.id! }),
);
