import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { CATEGORIES } from '@/lib/routing/categories';
import { isStorableText } from '@/lib/validation';
import type { ContentCode } from './rules';

/** The JSON around what is looked at. */
export const MAX_CONTENT_JSON_BYTES = 8 * 1024 * 1024;

const words = z.string().refine(isStorableText, flaw('broken_text'));

/** `POST /api/v1/messages/check`: what readers see of a message. Its other fields may stand there, and are not looked at. */
export const ContentCheckInput = z.object({
  subject: words.max(998).optional(),
  text: words.optional(),
  html: words.optional(),
  category: z.enum(CATEGORIES).default('transactional'),
});

/** What a person can mend, gravest first. */
export type ContentFinding = {
  /** Stable. */
  code: ContentCode;
  points: number;
  /** What it is, and what to do, in the language that was asked for. */
  what: string;
  fix: string;
};

export type ContentCheck = {
  /** 0: nothing was found; 100: as bad as it gets. */
  score: number;
  findings: ContentFinding[];
  /** The settings refuse messages of its category from this score on; null: none. */
  refusedFrom: number | null;
};
