import { beforeEach, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { MessageInput } from '@/lib/messages/schema';
import { updateSettings } from '@/lib/settings/update';
import { makeContact } from '@/lib/testing/contacts';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { acceptMessage } from './accept';

useTestDatabase();

/** Six hours before and behind: the sign of these names is the other way round. */
const [EAST, WEST] = ['Etc/GMT-6', 'Etc/GMT+6'];

/** Quiet from this very hour until the next but one, by the clocks of UTC. */
async function quietNow(channels: ('sms' | 'whatsapp' | 'email')[]) {
  const hour = new Date().getUTCHours();
  const quietHours = { fromHour: hour, untilHour: (hour + 2) % 24, channels };
  await updateSettings(testContext, { general: { timeZone: 'UTC' }, delivery: { quietHours } });
}

beforeEach(async () => {
  await makeProvider({ kind: 'sms-sandbox', fromEmail: null });
  await makeProvider();
});

async function stateOf(input: object): Promise<string> {
  const { id } = await acceptMessage(
    testContext,
    MessageInput.parse({ category: 'marketing', ...input } as never),
  );
  const [row] = await sql()<{ status: string }[]>`select status from messages where id = ${id}`;
  return row!.status;
}

const text = (to: string, over: object = {}) => stateOf({ channel: 'sms', to, text: 'Oferta', ...over });

it('a person is left alone by their own clocks, where a contact with that number says them', async () => {
  await quietNow(['sms', 'whatsapp']);
  await makeContact({ phone: '+595981000001', timeZone: EAST });
  await makeContact({ phone: '+595981000002' });
  expect(await text('+595981000001')).toBe('queued');
  expect(await text('+595981000002')).toBe('scheduled');
  expect(await text('+595981000003')).toBe('scheduled');
  const company = (await makeCompany({ timeZone: WEST })).id;
  await makeContact({ phone: '+595981000004', timeZone: 'UTC', company });
  expect(await text('+595981000004', { company })).toBe('scheduled');
  // What another company knows of them is nobody's business here.
  expect(await text('+595981000005', { company })).toBe('queued');
  await makeContact({ phone: '+595981000005', timeZone: 'UTC', company: (await makeCompany()).id });
  expect(await text('+595981000005', { company })).toBe('queued');
});

it('one rule for all channels that are chosen, mail among them', async () => {
  const mail = (to: string) => stateOf({ to, from: 'a@example.com', subject: 'Oferta', text: 'Hoy' });
  await makeContact({ email: 'Zoe@Example.com', timeZone: EAST });
  await quietNow(['sms', 'whatsapp']);
  expect(await mail('ana@example.com')).toBe('queued');
  await quietNow(['email']);
  expect(await mail('ana@example.com')).toBe('scheduled');
  expect(await mail('zoe@example.com')).toBe('queued');
  expect(await text('+595981000009')).toBe('queued');
});
