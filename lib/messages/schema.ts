import { z } from 'zod';
import type { EmailMessage } from '@/lib/channels/email/schema';
import { inputOf } from '@/lib/channels/inputs';
import type { ParsedMessage } from '@/lib/channels/message-fields';
import { CompanyRef } from '@/lib/companies/schema';
import { flaw } from '@/lib/flaws';
import { RESPONSES } from '@/lib/metrics/response-names';
import { instant, shortText, uniqueList } from '@/lib/validation';
import { MOST_EXPORTED_BY_ID } from './most-exported';
import { RESENDABLE, STATUSES, type Status } from './status';
import { GROUPS, type Group, isGroup } from './waiting';

/** The JSON around it: base64 makes a third more. */
export const MAX_JSON_BYTES = 36 * 1024 * 1024;

/** `GET /api/v1/messages/{id}/preview`: with `all` also pictures that other servers keep. */
export const PreviewQuery = z.strictObject({ pictures: z.enum(['inside', 'all']).default('inside') });

/** `POST /api/v1/messages`: each channel has a schema of its own, and the message names its channel. */
export const MessageInput = z.unknown().transform((value, context): ParsedMessage => {
  const parsed = inputOf(value).safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  context.issues.push(...(parsed.error.issues as z.core.$ZodRawIssue[]));
  return z.NEVER;
}) as unknown as z.ZodType<ParsedMessage, MessageInput>;
export type MessageInput = z.input<typeof EmailMessage>;

export const MAX_BATCH = 1000;

/** `POST /api/v1/messages/batch`: each message is judged by itself. */
export const BatchInput = z.strictObject({
  messages: z.array(z.unknown()).min(1).max(MAX_BATCH),
  /** For each of them that does not say it itself. */
  checkAddresses: z.boolean().optional(),
});
export type BatchInput = z.output<typeof BatchInput>;

export const RescheduleInput = z.strictObject({ scheduledAt: instant });

/** `failed`, or several: `failed,bounced`; `waiting` and `later` are what the queue counts so, in whatever state. */
const StatusList = shortText(400)
  .refine(
    (value) => value.split(',').every(isStatus),
    flaw('state_list', { options: [...STATUSES, ...Object.keys(GROUPS)].join(', ') }),
  )
  .transform((value) => [...new Set(value.split(','))] as (Status | Group)[]);

function isStatus(value: string): boolean {
  return (STATUSES as readonly string[]).includes(value) || isGroup(value);
}

/** `POST /api/v1/messages/{id}/resend`: nothing, or as another message that follows from this one. */
export const ResendOneInput = z
  .strictObject({
    /** To other addresses, and to nobody else: of each recipient who was refused, the right one. */
    correct: z
      .record(shortText(254), shortText(254))
      .refine((given) => Object.keys(given).length > 0, flaw('too_few', { min: 1 }))
      .refine((given) => Object.keys(given).length <= 50, flaw('too_many', { max: 50 }))
      .optional(),
    /** To all of its recipients once more, who have it already. */
    again: z.literal(true).optional(),
    /** Also to who is on the list of suppressions. */
    anyway: z.literal(true).optional(),
  })
  .refine(
    ({ correct, again, anyway }) => [correct, again, anyway].filter(Boolean).length <= 1,
    flaw('correct_or_again'),
  );
export type ResendOneInput = z.output<typeof ResendOneInput>;

/** Which messages: for the list, its count and what is done to all of them. */
export const MessageSelection = z.strictObject({
  /** Words of the subject, of addresses and names, each from its beginning; an address or its beginning; an id, ours or a provider's. */
  q: z.string().max(200).optional(),
  status: StatusList.optional(),
  to: z.string().max(254).optional(),
  /** A name or an id. */
  provider: z.string().max(80).optional(),
  /** Id, key or name. */
  company: CompanyRef.optional(),
  tag: z.string().max(64).optional(),
  category: z.enum(['transactional', 'marketing']).optional(),
  since: instant.optional(),
  until: instant.optional(),
  /** What came to rest at this moment or later, whenever it was accepted: what the figures of a day count. */
  finishedSince: instant.optional(),
  /** And before this one. */
  finishedUntil: instant.optional(),
  /** What became of it, as the figures count it. */
  event: z.enum(RESPONSES).optional(),
});
export type MessageSelection = z.output<typeof MessageSelection>;

export const MessageFilter = MessageSelection.extend({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.uuid().optional(),
});
export type MessageFilter = z.output<typeof MessageFilter>;

/** `GET /api/v1/messages.csv`: what matches, or the rows with these ids. `bom=false`: for programs that do not expect one. */
export const ExportQuery = MessageSelection.extend({
  ids: shortText(8_000)
    .transform((value) => value.split(','))
    .pipe(z.array(z.uuid()).max(MOST_EXPORTED_BY_ID))
    .optional(),
  bom: z.enum(['true', 'false']).default('true'),
});
export type ExportQuery = z.output<typeof ExportQuery>;

/** Of which several may be the same. */
const MAX_STATUSES = 50;

/** Rows that somebody has picked one by one. */
const Ids = uniqueList(z.uuid(), 1000).min(1);

/** What is done to many: those picked, or all that the list shows for the same words, at most `limit`. */
const many = {
  ids: Ids.optional(),
  match: MessageSelection.optional(),
  limit: z.number().int().min(1).max(10_000).default(1000),
  dryRun: z.boolean().default(false),
};

/** `POST /api/v1/messages/cancel`. */
export const CancelInput = z
  .strictObject(many)
  .refine(({ ids, match }) => (ids === undefined) !== (match === undefined), flaw('ids_or_match'));
export type ManyInput = z.output<typeof CancelInput>;

/** `POST /api/v1/messages/resend`: by `ids` or `match` as above, or what came to rest, by `filter`. */
export const ResendInput = z.strictObject({
  filter: z
    .strictObject({
      status: uniqueList(z.enum(RESENDABLE), MAX_STATUSES).min(1).default(['parked']),
      provider: z.string().min(1).max(80).optional(),
      to: z.string().max(254).optional(),
      tag: z.string().max(64).optional(),
      company: CompanyRef.optional(),
      since: instant.optional(),
      until: instant.optional(),
    })
    .default({ status: ['parked'] }),
  ids: Ids.optional(),
  match: MessageSelection.optional(),
  limit: z.number().int().min(1).max(100_000).default(1000),
  dryRun: z.boolean().default(false),
});
