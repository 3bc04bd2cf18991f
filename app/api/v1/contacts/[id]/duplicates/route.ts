import { listDuplicates } from '@/lib/contacts/duplicates';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'contacts:read' }, (ctx, { params }) =>
  listDuplicates(ctx, { id: params.id! }),
);
