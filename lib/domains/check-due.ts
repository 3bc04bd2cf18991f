import { eq } from 'drizzle-orm';
import { domains } from '@/drizzle/schema/domains';
import { db, sql } from '@/lib/database/db';
import { log } from '@/lib/log';
import { keepingKinds } from '@/lib/providers/keeps';
import { lookAt } from './check';

/** A turn begins none later: the next minute has a task of its own. */
const BEGIN_MS = 40_000;
const AT_ONCE = 4;

/** Every domain whose time has come, each by one worker alone. */
export async function checkDueDomains(): Promise<void> {
  const until = performance.now() + BEGIN_MS;
  const lane = async () => {
    while (performance.now() < until) {
      const id = await claimDue();
      if (!id) return;
      const [row] = await db().select().from(domains).where(eq(domains.id, id));
      // One that we fail at must not hold up the others; its time comes again.
      if (row)
        await lookAt(row).catch((error: unknown) =>
          log.error('a domain could not be checked', { domain: row.name, error }),
        );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/**
 * Due is also one of which a provider came or was changed since: until it is judged anew nobody knows what the router may do.
 * Whoever takes one has it for five minutes, unless the look says when the next is. A moment is stored in
 * milliseconds, rounded, perhaps up.
 */
async function claimDue(): Promise<string | undefined> {
  const [claimed] = await sql()<{ id: string }[]>`
    update domains set next_check_at = now() + interval '5 minutes'
    where id = (
      select d.id from domains d
      where d.next_check_at <= now() + interval '1 millisecond'
        or (d.next_check_at > now() + interval '5 minutes' and d.checked_at is not null and exists (
          select from providers p
          where p.channel = 'email' and p.kind <> all(${keepingKinds()}) and p.updated_at > d.checked_at - interval '1 minute'
            and d.pairs->p.id::text->>'version' is distinct from p.version::text
            and (d.company_id is null or p.company_id is null or p.company_id = d.company_id)))
      order by d.next_check_at limit 1 for update skip locked)
    returning id`;
  return claimed?.id;
}
