import { answerPreflight, forBrowser, queryOf } from '@/lib/feed/browser';
import { listFeedOf } from '@/lib/feed/list';
import { OwnFeedQuery } from '@/lib/feed/schema';

/** The feed of one person, for the pages of a company: the token of the feed decides. */
export const GET = forBrowser((person, request) => listFeedOf(person, queryOf(OwnFeedQuery, request)));

export const OPTIONS = answerPreflight;
