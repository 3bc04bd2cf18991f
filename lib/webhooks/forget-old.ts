import { sql } from '@/lib/database/db';

/** People are in them: they are for looking into what went wrong, and for repeating it. */
const KEPT_DAYS = 30;
const AT_ONCE = 1_000;

/** At night: old deliveries, those of webhooks that are gone, and webhooks of companies that are gone. */
export async function forgetOldDeliveries(): Promise<void> {
  await sql()`
    with gone as (
      delete from webhooks w where company_id is not null and not exists (select from companies c where c.id = w.company_id) returning id
    )
    delete from webhook_secrets where webhook_id in (select id from gone)`;
  for (let count = AT_ONCE; count === AT_ONCE; )
    ({ count } = await sql()`
      delete from webhook_deliveries where id in (
        select id from webhook_deliveries d
        where created_at < now() - make_interval(days => ${KEPT_DAYS})
          or not exists (select from webhooks w where w.id = d.webhook_id)
        limit ${AT_ONCE})`);
}
