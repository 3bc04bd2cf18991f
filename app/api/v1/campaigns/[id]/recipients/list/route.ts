import { listOfRecipients } from '@/lib/campaigns/people';
import { ListOfInput } from '@/lib/campaigns/schema';
import { handle } from '@/lib/http/handle';

export const POST = handle(
  { scope: 'lists:write', body: ListOfInput, status: 201 },
  (ctx, { params, body }) => listOfRecipients(ctx, { ...body, id: params.id! }),
);
