import type { Context } from '@/lib/context';
import { invalid } from '@/lib/errors';
import { type Notified, notify } from '@/lib/notifications/notify';
import { inputAbout } from '@/lib/rules/input-about';
import { getSubject } from './list';
import type { NotifyAbout } from './schema';

/** Tells of it now, by hand, whatever rules say. @throws AppError not_found; validation_failed where nobody is named; as `notify` */
export async function notifyAbout(
  ctx: Context,
  { id, ...input }: NotifyAbout & { id: string },
): Promise<Notified> {
  const { key, contactId, data, company } = await getSubject(ctx, { id });
  if (contactId === null) throw invalid('contact', 'subject_nobody');
  return notify(ctx, inputAbout({ key, contactId, data, company }, input));
}
