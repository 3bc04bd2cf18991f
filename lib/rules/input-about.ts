import { NotificationInput } from '@/lib/notifications/schema';

type About = {
  key: string;
  contactId: string;
  data: Record<string, unknown>;
  company: string | null | undefined;
};

/** What is known of a subject, as a notification of it needs it. */
export function inputAbout(
  { key, contactId, data, company }: About,
  { type, dedupeKey }: Pick<NotificationInput, 'type' | 'dedupeKey'>,
): NotificationInput {
  return NotificationInput.parse({
    type,
    contact: contactId,
    variables: { subject_key: key, ...data },
    company,
    dedupeKey,
  });
}
