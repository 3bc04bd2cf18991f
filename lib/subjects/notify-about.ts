import type { Context } from '@/lib/context';
import { invalid } from '@/lib/errors';
import { type Notified, notify } from '@/lib/notifications/notify';
import { NotificationInput } from '@/lib/notifications/schema';
import { getSubject } from './list';
import type { NotifyAbout } from './schema';

type About = {
  key: string;
  contactId: string;
  data: Record<string, unknown>;
  company: string | null | undefined;
};

/** What is known of a subject, as a notification of it needs it. */
export function inputAbout(
  { key, contactId, data, company }: About,
  { type, dedupeKey }: NotifyAbout,
): NotificationInput {
  return NotificationInput.parse({
    type,
    contact: contactId,
    variables: { subject_key: key, ...data },
    company,
    dedupeKey,
  });
}

/** Tells of it now, by hand, whatever rules say. @throws AppError not_found; validation_failed where nobody is named; as `notify` */
export async function notifyAbout(
  ctx: Context,
  { id, ...input }: NotifyAbout & { id: string },
): Promise<Notified> {
  const { key, contactId, data, company } = await getSubject(ctx, { id });
  if (contactId === null) throw invalid('contact', 'subject_nobody');
  return notify(ctx, inputAbout({ key, contactId, data, company }, input));
}
