import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import { displayName, matching, shortText, singleLine } from '@/lib/validation';
import { REPLY_CAUSES, type ReplyCause, STAGES, type Stage } from '../meaning';

/** What a mail may be that reports no delivery. */
export const MAIL_KINDS = ['complaint', 'auto_reply'] as const;
export const MEANINGS = [...REPLY_CAUSES, ...MAIL_KINDS] as const;
export type RuleMeaning = ReplyCause | (typeof MAIL_KINDS)[number];

export const APPLIES_TO = ['both', 'reply', 'bounce'] as const;

/** Each is looked for in each reply that a server refused with. */
export const MOST_RULES = 200;
export const LONGEST_PHRASE = 200;

/** Words, so that a rule means what it says: a number alone stands in whatever. */
export const RulePhrase = singleLine(LONGEST_PHRASE)
  .overwrite((value) => value.replace(/\s+/g, ' ').trim())
  .refine((value) => (value.match(/\p{L}/gu) ?? []).length >= 4, flaw('phrase'));

const fields = {
  name: displayName(80),
  phrase: RulePhrase,
  appliesTo: z.enum(APPLIES_TO),
  stage: z.enum(STAGES).nullable(),
  code: matching(
    /^[45](?:\d\d|\.\d{1,3}\.\d{1,3})?$/,
    flaw('looks_like', { example: '550, 5.7.1' }),
  ).nullable(),
  means: z.enum(MEANINGS),
  permanent: z.boolean().nullable(),
  waitSeconds: z.number().int().min(1).max(86_400).nullable(),
  note: shortText(1_000),
  active: z.boolean(),
  position: z.number().int().min(0).max(10_000),
};

/** `POST /api/v1/reply-rules`. */
export const ReplyRuleInput = z.strictObject({
  ...fields,
  appliesTo: fields.appliesTo.default('both'),
  stage: fields.stage.default(null),
  code: fields.code.default(null),
  permanent: fields.permanent.default(null),
  waitSeconds: fields.waitSeconds.default(null),
  note: fields.note.default(''),
  active: fields.active.default(true),
  position: fields.position.default(100),
});
export type ReplyRuleInput = z.output<typeof ReplyRuleInput>;

/** `PATCH /api/v1/reply-rules/{id}`: what is left out stays. */
export const ReplyRulePatch = z.strictObject({ ...fields, version: z.number().int().positive() }).partial();
export type ReplyRulePatch = z.output<typeof ReplyRulePatch>;

export type ReplyRuleView = {
  id: string;
  name: string;
  phrase: string;
  appliesTo: (typeof APPLIES_TO)[number];
  stage: Stage | null;
  code: string | null;
  means: RuleMeaning;
  permanent: boolean | null;
  waitSeconds: number | null;
  note: string;
  active: boolean;
  position: number;
  changedBy: string;
  version: number;
  createdAt: string;
  updatedAt: string;
};
