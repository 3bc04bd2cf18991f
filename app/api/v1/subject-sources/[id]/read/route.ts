import { handle } from '@/lib/http/handle';
import { readSourceNow } from '@/lib/subject-sources/read';

export const POST = handle({ scope: 'subjects:write' }, (ctx, { params }) =>
  readSourceNow(ctx, { id: params.id! }),
);
