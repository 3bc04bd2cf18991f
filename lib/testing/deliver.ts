import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { forgetFacts } from '@/lib/providers/routing-facts';
import { makeMessage, testContext } from './factories';

/** The one that delivers for a test that tells none apart. */
export const worker = newId();

type Input = Parameters<typeof makeMessage>[0];

/** One message, by what is known of the providers right now. */
export async function deliverOne(input: Input) {
  const [message] = await deliverMany(1, input);
  return message!;
}

export async function deliverMany(count: number, input: Input) {
  const made = await Promise.all(Array.from({ length: count }, () => makeMessage(input)));
  return deliverAgain(made.map(({ id }) => id));
}

export async function deliverAgain(ids: string[]) {
  forgetFacts();
  await deliverMessages(worker, ids);
  return Promise.all(ids.map((id) => getMessage(testContext, id)));
}

export async function failuresOf(providerId: string): Promise<number | undefined> {
  const [row] = await sql()<{ failures: number }[]>`
    select consecutive_failures as failures from provider_health where provider_id = ${providerId}`;
  return row?.failures;
}
