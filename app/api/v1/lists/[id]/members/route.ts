import { handle } from '@/lib/http/handle';
import { listMembers } from '@/lib/lists/members';
import { MemberFilter, SubscribeInput } from '@/lib/lists/schema';
import { subscribeToList } from '@/lib/lists/subscribe';

export const GET = handle({ scope: 'lists:read', query: MemberFilter }, (ctx, { params, query }) =>
  listMembers(ctx, { ...query, id: params.id! }),
);

export const POST = handle(
  {
    scope: 'lists:write',
    body: SubscribeInput,
    maxBodyBytes: 8 * 1024 * 1024,
    maxBodyValues: 100_000,
  },
  (ctx, { params, body }) => subscribeToList(ctx, { ...body, id: params.id! }),
);
