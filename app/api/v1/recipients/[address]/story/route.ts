import { handle } from '@/lib/http/handle';
import { StoryQuery } from '@/lib/recipients/schema';
import { getStory } from '@/lib/recipients/story';

export const GET = handle({ scope: 'messages:read', query: StoryQuery }, (ctx, { params, query }) =>
  getStory(ctx, { ...query, address: params.address! }),
);
