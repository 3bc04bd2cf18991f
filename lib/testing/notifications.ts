import type { z } from 'zod';
import { type Notified, notify } from '@/lib/notifications/notify';
import { NotificationInput } from '@/lib/notifications/schema';
import { testContext } from './factories';
import { makeType } from './notification-types';

/** Of a type of its own, by text message, unless told otherwise. */
export async function makeNotification(
  input: Partial<z.input<typeof NotificationInput>> = {},
): Promise<Notified> {
  const type = input.type ?? (await makeType(input.company ? { company: input.company } : {})).key;
  const defaults = { to: { phone: '+595981123456' }, variables: { book: 'Yo el Supremo' } };
  const { to, ...others } = { ...defaults, ...input };
  return notify(
    testContext,
    NotificationInput.parse({ ...others, ...(input.contact === undefined && { to }), type }),
  );
}
