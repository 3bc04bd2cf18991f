import { z } from 'zod';
import type { FeedItem, FeedPage, FeedToken } from '@/lib/feed/schema';
import { answerOf, named } from '../named';
import { Count, Id, pageOf, Time } from './parts';

const Item = answerOf<FeedItem>()(
  'FeedItem',
  z.strictObject({
    id: Id,
    type: z.string().describe('Key of its notification type.'),
    title: z.string(),
    body: z.string(),
    url: z.string().nullable().describe('Where it leads.'),
    createdAt: Time,
    readAt: Time.nullable(),
  }),
);

export const FeedAnswer = answerOf<FeedPage>()(
  'Feed',
  pageOf(Item).extend({ unread: Count.describe('Of the whole feed, counted to a thousand.') }),
);
export const FeedReadAnswer = named('FeedRead', z.strictObject({ unread: Count }));
export const FeedTokenAnswer = answerOf<FeedToken>()(
  'FeedToken',
  z.strictObject({ token: z.string(), expiresAt: Time }),
);
