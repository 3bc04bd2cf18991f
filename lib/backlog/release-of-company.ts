import { sql } from '@/lib/database/db';
import { asChosen, CHUNK, release } from './release';

/** The limits of a company were changed: who waits for room in them asks again, the oldest first. @returns how many */
export async function releaseOfCompany(companyId: string): Promise<number> {
  let released = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    // The state is spelt out, so that the planner sees that the partial index serves.
    const chunk = await release(sql()`
      select ${asChosen()} from messages m
      where m.status = 'parked' and m.id > ${after} and m.company_id = ${companyId} and m.reason = 'company_limit'
        and (m.claimed_until is null or m.claimed_until < now())
      order by m.id limit ${CHUNK}`);
    released += chunk.released;
    if (!chunk.last) return released;
    after = chunk.last;
  }
}
