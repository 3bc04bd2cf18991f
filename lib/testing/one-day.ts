import type { CompanyView } from '@/lib/companies/schema';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { cancelMessage } from '@/lib/messages/cancel';
import type { ProviderView } from '@/lib/providers/schema';
import { updateSettings } from '@/lib/settings/update';
import { beat } from '@/lib/workers/heartbeat';
import { makeCompany, makeMessage, makeProvider, testContext } from './factories';

export type PlantedDay = { companies: [CompanyView, CompanyView]; providers: ProviderView[] };

/** Messages by state, as `plantDay` brings them about; of each company in order, and of none. */
export const PLANTED = {
  // Of the first company one reached three of four.
  sent: { first: 3, second: 2, none: 1 },
  delivered: { first: 0, second: 0, none: 1 },
  captured: { first: 1, second: 0, none: 3 },
  bounced: { first: 1, second: 0, none: 0 },
  failed: { first: 0, second: 1, none: 0 },
  parked: { first: 1, second: 0, none: 0 },
  uncertain: { first: 0, second: 0, none: 1 },
  canceled: { first: 0, second: 0, none: 1 },
  queued: { first: 1, second: 1, none: 0 },
  scheduled: { first: 0, second: 1, none: 1 },
  retrying: { first: 1, second: 0, none: 0 },
} as const;

type Whose = 'first' | 'second' | 'none' | 'all';
export type PlantedState = keyof typeof PLANTED;
export const STATES = Object.keys(PLANTED) as PlantedState[];

/** What was planted, of one company or of all. */
export function planted(whose: Whose, ...states: PlantedState[]): number {
  const of = (state: PlantedState) => PLANTED[state];
  if (whose === 'all')
    return states.reduce((sum, state) => sum + of(state).first + of(state).second + of(state).none, 0);
  return states.reduce((sum, state) => sum + of(state)[whose], 0);
}

/** Of those sent: not all recipients have it. */
export const PLANTED_PARTLY = { first: 1, second: 0, all: 1 };

/** Of those kept in a sandbox: a drill's and a test token's, never to be sent for real. */
export const PLANTED_TESTS = 2;

/**
 * Main takes 0.001 for each recipient: 1 + 1 + 3 of the first company and 2 of nobody's. The second company's own takes 0.002, twice. What is
 * refused, unknown, put off or kept costs nothing.
 */
export const PLANTED_COST = { first: '0.005', second: '0.004', none: '0.002', all: '0.011' };

/** One day on which everything happens: two companies, sandbox, drill and test mail, every state that a delivery can leave behind. */
export async function plantDay(): Promise<PlantedDay> {
  const worker = newId();
  await beat({ id: worker, startedAt: new Date(), poolIds: [] });
  await updateSettings(testContext, {
    general: { timeZone: zoneWhereItIsNoon() },
    delivery: { retries: { faultMinutes: [], immediateTries: 1, repeatUncertain: [] } },
  });
  const first = await makeCompany({ name: 'First' });
  const second = await makeCompany({ name: 'Second' });
  const main = await makeProvider({ name: 'Main', costPerMessage: '0.001', priority: 90 });
  const own = await makeProvider({ name: 'Own', company: second.id, costPerMessage: '0.002', priority: 95 });
  const box = await makeProvider({ name: 'Box', kind: 'sandbox' });

  const make = async (input: Parameters<typeof makeMessage>[0]) => (await makeMessage(input)).id;
  const deliver = async (input: Parameters<typeof makeMessage>[0]) => {
    const id = await make(input);
    await deliverMessages(worker, [id]);
    return id;
  };
  const soon = new Date(Date.now() + 3_600_000).toISOString();

  await deliver({ company: first.id });
  await deliver({ company: first.id });
  await deliver({
    company: first.id,
    to: ['a@x.example', 'b@x.example', 'c@x.example', 'bounce@sandbox.test'],
  });
  for (let count = 0; count < 2; count++) await deliver({ company: second.id });
  await deliver({});
  await sql()`update messages set status = 'delivered' where id = ${await deliver({})}`;

  await deliver({ company: first.id, providers: ['Box'] });
  await deliver({ providers: ['Box'] });
  await deliver({ providers: ['Box'], tags: ['drill'] });
  const test = await make({ providers: ['Box'] });
  await sql()`update messages set test = true where id = ${test}`;
  await deliverMessages(worker, [test]);

  await deliver({ company: first.id, to: 'bounce@sandbox.test' });
  const expired = await make({ company: second.id, expiresAt: soon });
  await sql()`update messages set expires_at = now() - interval '1 second' where id = ${expired}`;
  await deliverMessages(worker, [expired]);
  await deliver({ company: first.id, to: 'down@sandbox.test', providers: ['Main'] });
  await deliver({ to: 'timeout@sandbox.test', providers: ['Main'] });
  await deliver({ company: first.id, to: 'throttle@sandbox.test' });

  await make({ company: first.id });
  await make({ company: second.id });
  await make({ company: second.id, scheduledAt: soon });
  await make({ scheduledAt: soon });
  await cancelMessage(testContext, { id: await make({ scheduledAt: soon }) });
  return { companies: [first, second], providers: [main, own, box] };
}

/** No run of the test meets midnight. POSIX counts west as positive. */
function zoneWhereItIsNoon(): string {
  const west = new Date().getUTCHours() - 12;
  return west === 0 ? 'UTC' : `Etc/GMT${west > 0 ? '+' : '-'}${Math.abs(west)}`;
}
