import { settingsFor } from '@/lib/companies/settings-for';
import { sql } from '@/lib/database/db';
import { audienceOf, excludedBecause } from './audience';
import type { CampaignRow } from './rows';
import { instantOf } from './times';

const HOUR_MS = 3_600_000;

/**
 * Writes down whom it is for, with why some get nothing, and lets it begin: one statement, guarded by the state, so that whoever runs it a
 * second time, or at the same moment, changes nothing. Lists and segments are asked here and never again.
 */
export async function takeSnapshot(row: CampaignRow): Promise<void> {
  const where = await audienceOf(row);
  const { timeZone } = await settingsFor(row.companyId);
  const base = row.startsAt ? instantOf(row.startsAt, timeZone) : new Date();
  const zones = row.zoned && row.startsAt ? await zonesOf(row, row.startsAt) : [];
  const count = Math.max(1, row.variants.length);
  const percent = row.test?.percent ?? 100;
  await sql()`
    with held as (select id from campaigns where id = ${row.id} and state = 'preparing' for update),
    zones as (select * from jsonb_to_recordset(${sql().json(zones)}::jsonb) as z(zone text, at timestamptz)),
    meant as (
      select c.id, c.email, c.email_compared, c.name, c.language, coalesce(z.at, ${base}) as at,
        ${excludedBecause(row.companyId)} as why,
        row_number() over (partition by c.email_compared order by c.id) > 1 as again,
        row_number() over (order by md5(${row.salt}::text || c.id::text)) - 1 as place,
        count(*) over () as many,
        ('x' || substr(md5(c.id::text || ${row.salt}::text), 1, 7))::bit(28)::int as draw
      from contacts c left join zones z on z.zone = c.time_zone
      where exists (select from held) and ${where()}
    ),
    written as (
      insert into campaign_recipients (campaign_id, contact_id, address, address_compared, name, language, send_at, variant, state, reason)
      select ${row.id}, id, email, email_compared, name, language,
        at + make_interval(secs => ${(row.spreadHours * HOUR_MS) / 1000}::float8 * place / many),
        -- By their place in an order of chance: the parts are as equal as they can be.
        case when place < ceil(many * ${percent}::float8 / 100) then (place % ${count})::smallint end,
        case when why is null and not again then 'pending' else 'excluded' end,
        coalesce(why, case when again then 'duplicate' end)
      from meant
      on conflict do nothing
      returning state
    )
    update campaigns set state = ${row.test ? 'testing' : 'sending'}, fed_at = null, updated_at = now(), version = version + 1
    where id in (select id from held) and (select count(*) from written) >= 0`;
  // Fresh rows have no statistics: without them each slice costs twice.
  await sql()`analyze campaign_recipients`;
}

/** When clocks show that hour, in each zone that somebody is in: computed in one place, where days have 23 and 25 hours. */
async function zonesOf(row: CampaignRow, startsAt: string): Promise<{ zone: string; at: string }[]> {
  const where = await audienceOf(row);
  const rows = await sql()<{ zone: string }[]>`
    select distinct time_zone as zone from contacts c where time_zone is not null and ${where()}`;
  return rows.map(({ zone }) => ({ zone, at: instantOf(startsAt, zone).toISOString() }));
}
