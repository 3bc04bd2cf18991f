import { findIn, scoreOf } from '@/lib/content-check/check-content';
import { readWritten } from '@/lib/content-check/read-written';
import { invalid } from '@/lib/errors';
import type { DeliverySettings } from '@/lib/settings/schema';
import type { EmailMessage } from './schema';

/** Where the settings refuse from a score on; without, nothing is looked at. @throws AppError validation_failed */
export async function refuseContent(input: EmailMessage, settings: DeliverySettings): Promise<void> {
  const limit = settings.contentCheck[input.category];
  if (limit === 0) return;
  const found = findIn(await readWritten(input, settings));
  const score = scoreOf(found);
  if (score < limit) return;
  const why = found.map(({ code }) => code).join(', ');
  throw invalid(input.html ? 'html' : 'subject', 'content_refused', { score, limit, why });
}
