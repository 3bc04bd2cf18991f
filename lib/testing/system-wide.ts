import { CONFIG_ENDPOINTS } from './access-config';

const RULES_OF_ALL =
  'rules that hold for all: whoever is for one company reads them and is refused to change them (`reply-rules.test.ts`)';

/** What is written by one is attacked below. */
const OF_ALL = Object.keys(CONFIG_ENDPOINTS)
  .filter((route) => route !== 'PUT /api/v1/config')
  .map((route) => [route, 'refused to whoever is for one company']);

/** Routes that are not about anything a company has, and why. */
export const SYSTEM_WIDE: Record<string, string> = {
  ...Object.fromEntries(OF_ALL),
  'GET /api/errors': 'what codes mean',
  'GET /api/feed': 'whoever has the signed token of that feed, and its own alone',
  'OPTIONS /api/feed': 'whoever has the signed token of that feed, and its own alone',
  'POST /api/feed/read': 'whoever has the signed token of that feed, and its own alone',
  'OPTIONS /api/feed/read': 'whoever has the signed token of that feed, and its own alone',
  'GET /api/feed/live': 'whoever has the signed token of that feed, and its own alone',
  'OPTIONS /api/feed/live': 'whoever has the signed token of that feed, and its own alone',
  'GET /api/feed/widget.js': 'a program for pages of others',
  'GET /api/health': 'whether the system lives',
  'GET /api/health/ready': 'whether the system delivers',
  'GET /api/hooks/[providerId]': 'a provider, by its signature',
  'POST /api/hooks/[providerId]': 'a provider, by its signature',
  'GET /api/live': 'that something changed, of whichever company, and never what',
  'GET /api/media/[name]': 'mail programs of anybody: its name is the hash of what it shows',
  'HEAD /api/media/[name]': 'mail programs of anybody: its name is the hash of what it shows',
  'GET /api/openapi.json': 'what this version can do',
  'GET /api/oauth/callback': 'for people in the panel, who may look at any company',
  'GET /api/oauth/start': 'for people in the panel, who may look at any company',
  'GET /api/a/[id]': 'for everybody, once somebody published it, and as if to nobody',
  'GET /api/a/rss/[of]': 'for everybody, what somebody published',
  'GET /api/t/[token]': 'whoever has the signed link, and it alone',
  'GET /api/l/[token]': 'whoever has the signed link, or the address of an open form, which is meant for all',
  'POST /api/l/[token]':
    'whoever has the signed link, or the address of an open form, which is meant for all',
  'GET /api/u/[token]': 'whoever has the signed link, and it alone',
  'HEAD /api/t/[token]': 'whoever has the signed link, and it alone',
  'HEAD /api/u/[token]': 'whoever has the signed link, and it alone',
  'POST /api/u/[token]': 'whoever has the signed link, and it alone',
  'GET /api/u/preferences/[token]': 'whoever has the signed link, and it alone',
  'HEAD /api/u/preferences/[token]': 'whoever has the signed link, and it alone',
  'POST /api/u/preferences/[token]': 'whoever has the signed link, and it alone',
  'GET /api/v1/feed':
    'one contact, who is asked for; that of another company is not found (`lib/feed/feed.test.ts`)',
  'GET /api/v1/config/schema': 'what this version can do',
  'GET /api/v1/messages/preview-frame': 'an empty page',
  'GET /api/v1/provider-kinds': 'what this version can do',
  'GET /api/v1/template-starters': 'what this version can do',
  'GET /api/v1/queue/jobs': 'how many wake-ups there are, by task',
  'GET /api/v1/reply-rules': RULES_OF_ALL,
  'POST /api/v1/reply-rules': RULES_OF_ALL,
  'GET /api/v1/reply-rules/[id]': RULES_OF_ALL,
  'PATCH /api/v1/reply-rules/[id]': RULES_OF_ALL,
  'DELETE /api/v1/reply-rules/[id]': RULES_OF_ALL,
  'GET /api/v1/reply-rules/tables': 'what this version knows of replies',
  'POST /api/v1/reply-rules/try': 'what somebody pastes, of which nothing is noted',
  'GET /api/v1/settings': 'settings that hold for all; those of a company are with the company',
  'GET /api/v1/workers': 'processes of the system',
};
