import { z } from 'zod';
import { PRIORITIES } from '@/lib/queue/priority';
import { CATEGORIES } from '@/lib/routing/categories';

const list = z.array(z.string());
const pairs = z.array(z.object({ name: z.string(), value: z.string() }));

/** Its body is written here, or a template of ours says it. */
export const WAYS = ['written', 'template'] as const;

/** What is seen of its readers; `settings`: as those say for its category. */
export const TRACKING = ['settings', 'both', 'opens', 'clicks', 'neither'] as const;

/** What a person fills in, of whatever channel: named as in the API, times by the reader's own clock. What is blank is absent. */
export const ComposeValues = z.object({
  to: list,
  cc: list,
  bcc: list,
  replyTo: list,
  from: z.string().optional(),
  subject: z.string().optional(),
  text: z.string().optional(),
  html: z.string().optional(),
  way: z.enum(WAYS),
  /** The key of a template, and what it is filled in with; of its languages none: the one that suits. */
  template: z.string().optional(),
  language: z.string().optional(),
  variables: z.record(z.string(), z.unknown()).optional(),
  attachments: z.array(z.instanceof(File)),
  scheduledAt: z.string().optional(),
  expiresAt: z.string().optional(),
  priority: z.enum(PRIORITIES),
  category: z.enum(CATEGORIES),
  tracking: z.enum(TRACKING),
  /** Names, in order; none: Relevo chooses. */
  providers: list,
  tags: list,
  headers: pairs,
  metadata: pairs,
});
export type ComposeValues = z.infer<typeof ComposeValues>;

export const EMPTY: ComposeValues = {
  to: [],
  cc: [],
  bcc: [],
  replyTo: [],
  from: '',
  subject: '',
  text: '',
  html: '',
  way: 'written',
  template: '',
  language: '',
  variables: {},
  attachments: [],
  scheduledAt: '',
  expiresAt: '',
  priority: 'normal',
  category: 'transactional',
  tracking: 'settings',
  providers: [],
  tags: [],
  headers: [],
  metadata: [],
};
