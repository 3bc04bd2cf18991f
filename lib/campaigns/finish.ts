import { sql } from '@/lib/database/db';
import { OUTCOME } from './books';

/** What became of each is noted with it, since messages are forgotten after their days. One that somebody paused at this moment goes on first. */
export async function finish(id: string): Promise<void> {
  await sql()`
    with noted as (
      update campaign_recipients r set outcome = o.outcome
      from (select r.contact_id, ${sql().unsafe(OUTCOME)} as outcome from campaign_recipients r left join messages m on m.id = r.message_id
        where r.campaign_id = ${id} and r.state = 'queued') as o
      where r.campaign_id = ${id} and r.contact_id = o.contact_id and r.state = 'queued'
    )
    update campaigns set state = case state when 'sending' then 'finished' else state end, finished_at = now(), updated_at = now(), version = version + 1
    where id = ${id} and finished_at is null and state in ('sending', 'canceled')`;
}
