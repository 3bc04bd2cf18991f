import { expect, it } from 'vitest';
import { returnLeases } from '@/lib/capacity/leases';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { deliverAgain, deliverOne } from '@/lib/testing/deliver';
import { makeMessage, makeProvider } from '@/lib/testing/factories';
import { useOwnProviders } from '@/lib/testing/own-providers';

useTestDatabase();
useOwnProviders();

const usedBy = async (providerId: string) => {
  await returnLeases();
  const [row] = await sql()`select used from usage_windows where owner_id = ${providerId} and unit = 'month'`;
  return Number(row?.used ?? 0);
};

it('the room that was leased for a message is given back, whatever is thrown before it is sent', async () => {
  const { id: providerId, name } = await makeProvider({ limits: { month: 10 } });
  await deliverOne({ providers: [name] });
  expect(await usedBy(providerId)).toBe(1);

  await sql().unsafe(`create function fail() returns trigger language plpgsql as $$ begin raise 'planted'; end $$;
    create trigger fail before insert on attempts for each row execute function fail()`);
  const { id } = await makeMessage({ providers: [name] });
  await deliverAgain([id]).catch(() => undefined);
  await sql().unsafe('drop trigger fail on attempts; drop function fail');
  expect(await sql()`select from attempts where message_id = ${id}`).toHaveLength(0);
  expect(await usedBy(providerId)).toBe(1);

  await sql()`update messages set due_at = now(), claimed_by = null, claimed_until = null where id = ${id}`;
  await deliverAgain([id]);
  expect(await usedBy(providerId)).toBe(2);
});
