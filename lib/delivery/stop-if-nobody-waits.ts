import { isOpen } from '@/lib/channels/open-recipient';
import { finish, goOn, type Work } from './handling';

/** Providers told of all its recipients while a worker had it in hand, which then died: settling finds that it is at rest. */
export async function stopIfNobodyWaits(work: Work): Promise<boolean> {
  if (work.message.recipients.some(isOpen)) return false;
  await finish(work, { decision: goOn(work) });
  return true;
}
