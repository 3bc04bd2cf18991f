import { handle } from '@/lib/http/handle';
import { deleteImage } from '@/lib/images/delete';

export const DELETE = handle({ scope: 'templates:write' }, (ctx, { params }) =>
  deleteImage(ctx, { id: params.id! }),
);
