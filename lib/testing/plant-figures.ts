import { sql } from '@/lib/database/db';

/** A worker has looked at the queue in this hour. */
export async function plantLook(): Promise<void> {
  await sql()`insert into queue_hours (hour, priority, looks) values (date_trunc('hour', now()), 0, 1)`;
}

/** Of a company: more than any test sends. After `plantLook`. */
export async function plantFigures(companyId: string, providerId: string): Promise<void> {
  await sql()`
    insert into delivery_minutes (minute, provider_id, company_id, category, slot, messages_sent, attempts_sent, last_used_at)
    select date_trunc('minute', now()) - n * interval '15 days', ${providerId}, ${companyId}, 'transactional', 0, 4711, 4711, now() from generate_series(0, 1) n`;
  await sql()`
    insert into queue_hours (hour, company_id, channel, priority, waiting_sum, oldest_seconds)
    values (date_trunc('hour', now()), ${companyId}, 'email', 2, 4711, 4711)`;
}
