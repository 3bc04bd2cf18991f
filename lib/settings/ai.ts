import { z } from 'zod';
import { whole } from './bounds';

/** Optional help by AI providers: each use is off until somebody switches it on. */
export const AiSettings = z.strictObject({
  /** Drafts, other words, subjects of templates. */
  write: z.boolean().default(false),
  translate: z.boolean().default(false),
  /** Why a message failed, in plain words. */
  explain: z.boolean().default(false),
  /** What replies and bounces mean that no table knows: proposed, and a rule once a person saves it. */
  sort: z.boolean().default(false),
  /** Which figures answer a question: picked from a fixed set, and looked up here. */
  figures: z.boolean().default(false),
  /** Addresses, numbers and links are replaced before anything leaves, and put back into the answer. */
  hidePersonalData: z.boolean().default(true),
  /** In US dollars, over all AI providers; 0: no limit. */
  monthlyBudget: whole(0, 100_000).default(5),
});
