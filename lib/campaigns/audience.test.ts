import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { subscribeToList } from '@/lib/lists/subscribe';
import { makeCampaign } from '@/lib/testing/campaigns';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, testContext } from '@/lib/testing/factories';
import { makeList, makeSegment } from '@/lib/testing/lists';
import { checkCampaign } from './check';

useTestDatabase();

it('means nobody by a list or a segment of another company', async () => {
  const [own, other] = [await makeCompany({}), await makeCompany({})];
  const { id: list } = await makeList({ company: other.key, optIn: 'single' });
  const contacts = [{ email: 'ana@example.com' }];
  await subscribeToList(testContext, { id: list, contacts, confirmed: true, again: false });
  const rules = [{ field: 'domain', op: 'eq' as const, value: 'example.com' }];
  const { id: theirs } = await makeSegment({ groups: [{ rules }] }, { company: other.key });
  // Whom all companies know.
  await sql()`update contacts set company_id = null`;
  const countOf = async (company: string, audience: object) => {
    const { id } = await makeCampaign({ company, audience });
    return (await checkCampaign(testContext, { id })).counts.audience;
  };
  for (const audience of [{ lists: [list] }, { segments: [theirs] }]) {
    expect(await countOf(own.key, audience)).toBe(0);
    expect(await countOf(other.key, audience)).toBe(1);
  }
});
