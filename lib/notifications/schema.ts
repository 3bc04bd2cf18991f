import { z } from 'zod';
import { NOTIFICATION_STATES, type NotificationState } from '@/drizzle/notification-states';
import { Attachment, MAX_ATTACHMENTS } from '@/lib/channels/email/schema';
import { CompanyRef } from '@/lib/companies/schema';
import { ADDRESS_NAMES } from '@/lib/contacts/address-names';
import { ContactItem } from '@/lib/contacts/schema';
import { flaw } from '@/lib/flaws';
import { displayName, emailAddress, instant, isStorableText, shortText } from '@/lib/validation';
import type { Mode } from './types/schema';

const MAX_NOTIFICATIONS = 1_000;

const { email, phone, whatsapp, telegram, slack, language } = ContactItem.shape;

/** Somebody who is no contact: at least one address. */
const Addresses = z
  .strictObject({ name: displayName(120).optional(), email, phone, whatsapp, telegram, slack, language })
  .refine((given) => ADDRESS_NAMES.some((name) => given[name]), flaw('recipient_needed'));

/** An address of mail alone, or one for each channel. */
const To = z.union([shortText(254).trim().pipe(emailAddress), Addresses]);

/** `POST /api/v1/notifications`: what happened, to whom. */
export const NotificationInput = z
  .strictObject({
    /** Key of the type. */
    type: shortText(60).min(1),
    /** Id or key of a contact. */
    contact: shortText(120).min(1).optional(),
    to: To.optional(),
    variables: z.record(z.string(), z.unknown()).default({}),
    attachments: z.array(Attachment).max(MAX_ATTACHMENTS).default([]),
    company: CompanyRef.nullish(),
    /** For the hours of its type the same cause is told once. */
    dedupeKey: shortText(256).min(1).refine(isStorableText, flaw('broken_text')).optional(),
  })
  .refine(({ contact, to }) => (contact === undefined) !== (to === undefined), {
    path: ['contact'],
    ...flaw('contact_or_to'),
  });
export type NotificationInput = z.output<typeof NotificationInput>;

/** `POST /api/v1/notifications/batch`: each is judged by itself. */
export const NotificationBatch = z.strictObject({
  notifications: z.array(z.unknown()).min(1).max(MAX_NOTIFICATIONS),
});
export type NotificationBatch = z.output<typeof NotificationBatch>;

/** `GET /api/v1/notifications`. */
export const NotificationFilter = z.strictObject({
  type: shortText(60).optional(),
  state: z.enum(NOTIFICATION_STATES).optional(),
  /** Id or key. */
  contact: shortText(120).optional(),
  company: CompanyRef.optional(),
  since: instant.optional(),
  until: instant.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.uuid().optional(),
});
export type NotificationFilter = z.output<typeof NotificationFilter>;

/** Of one channel: its turn has not come, or as its message stands. */
export type ChannelResult = {
  channel: string;
  address: string | null;
  /** `planned`, `skipped`, `failed`, `canceled`, or the state of its message. */
  state: string;
  reason: string | null;
  messageId: string | null;
  /** Of all tries of its message, a decimal string; null: it has none. */
  cost: string | null;
  waitMinutes: number;
  at: string | null;
};

export type NotificationView = {
  id: string;
  type: string;
  title: string;
  state: NotificationState;
  /** `off`, `duplicate`, `no_address` or `not_wanted`. */
  reason: string | null;
  mode: Mode;
  person: string;
  contactId: string | null;
  channels: ChannelResult[];
  duplicateOf: { id: string; createdAt: string } | null;
  createdAt: string;
  finishedAt: string | null;
  company?: string;
};

export type NotificationDetail = NotificationView & { variables: Record<string, unknown> };
