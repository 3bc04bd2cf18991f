import { handle } from '@/lib/http/handle';
import { StoryQuery } from '@/lib/recipients/schema';
import { getStoryOfContact } from '@/lib/recipients/story-of-contact';

export const GET = handle({ scope: 'messages:read', query: StoryQuery }, (ctx, { params, query }) =>
  getStoryOfContact(ctx, { ...query, id: params.id! }),
);
