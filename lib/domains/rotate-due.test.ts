import { describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { setUpZones } from '@/lib/testing/dns-server';
import { lookAgain, makeDomain, makeWithZones } from '@/lib/testing/domains';
import { testContext } from '@/lib/testing/factories';
import { updateDomain } from './change';
import { getDomain } from './find';
import { rotateDueKeys } from './rotate-due';
import type { DomainView } from './schema';

useTestDatabase();

const keysOf = async ({ id }: DomainView) =>
  (await getDomain(testContext, id)).keys.map(({ selector, state }) => `${selector} ${state}`);
/** As if its keys had begun to sign so long ago. */
const age = ({ id }: DomainView, days: number) =>
  sql()`update domain_keys set signs_since = now() - ${days} * interval '1 day' where domain_id = ${id}`;

async function makeSigning(rotateEveryDays: number | null) {
  const { domain, zones } = await makeWithZones();
  await updateDomain(testContext, { id: domain.id, rotateEveryDays });
  const { zones: served } = await setUpZones(zones);
  await lookAgain(domain);
  return { domain, zones: served };
}

describe('keys whose time is over', () => {
  it('make room for new ones, which sign once their records are seen', async () => {
    const { domain, zones } = await makeSigning(90);
    await age(domain, 89);
    await rotateDueKeys();
    expect(await keysOf(domain)).toEqual(['relevo1 signing']);
    await age(domain, 91);
    await Promise.all([rotateDueKeys(), rotateDueKeys()]);
    await rotateDueKeys();
    expect(await keysOf(domain)).toEqual(['relevo1 signing', 'relevo2 waiting']);
    const [audit] = await sql()`
      select actor_type, after from audit_log where action = 'domain.rotate_keys' and subject_id = ${domain.id}`;
    expect(audit).toMatchObject({ actor_type: 'job', after: { selectors: ['relevo2'] } });

    // Nothing is wrong as long as the one from before signs.
    expect((await lookAgain(domain)).state).toBe('verified');
    const record = (await getDomain(testContext, domain.id)).records.find(
      ({ key }) => key === 'dkim:relevo2',
    )!;
    zones[record.name] = [{ TXT: record.value }];
    await lookAgain(domain);
    expect(await keysOf(domain)).toEqual(['relevo1 retiring', 'relevo2 signing']);
    await sql()`update domain_keys set retires_at = now() where domain_id = ${domain.id} and state = 'retiring'`;
    await lookAgain(domain);
    expect(await keysOf(domain)).toEqual(['relevo1 retired', 'relevo2 signing']);
  });

  it('stay where nobody chose that, and where nothing signs yet', async () => {
    const { domain: byHand } = await makeSigning(null);
    const unseen = await makeDomain({ rotateEveryDays: 30 });
    await age(byHand, 800);
    await sql()`update domain_keys set created_at = now() - interval '800 days' where domain_id = ${unseen.id}`;
    await rotateDueKeys();
    expect(await keysOf(byHand)).toEqual(['relevo1 signing']);
    expect(await keysOf(unseen)).toEqual(['relevo1 waiting']);
  });
});
