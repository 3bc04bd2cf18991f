import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { makeCampaign } from '@/lib/testing/campaigns';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { eraseRecipient } from './erase';

useTestDatabase();

it('whoever is deleted has neither a name nor an address in the campaigns that they got', async () => {
  const { id } = await makeCampaign();
  const people = [
    ['ana@example.com', 'Ana Pérez'],
    ['other@example.com', 'Other'],
  ] as const;
  for (const [address, name] of people)
    await sql()`
      insert into campaign_recipients (campaign_id, contact_id, address, address_compared, name, send_at, state)
      values (${id}, ${newId()}, ${address}, ${address}, ${name}, now(), 'queued')`;
  await eraseRecipient(testContext, { address: 'ana@example.com' });
  const [gone, other] = await sql()`
    select name, address, address_compared as compared from campaign_recipients order by name nulls first`;
  expect(gone!.name).toBeNull();
  expect([gone!.address, gone!.compared].join()).not.toContain('ana');
  expect(other).toMatchObject({ name: 'Other', address: 'other@example.com' });
});
