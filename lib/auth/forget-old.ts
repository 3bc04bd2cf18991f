import { sql } from '@/lib/database/db';
import { inChunks } from '@/lib/database/in-chunks';
import { DEVICE_DAYS } from './known-devices';

/** Nightly: sessions that are long over, browsers that were not signed in with for as long as they keep a cookie, and networks that have paid for their guesses; a guesser may come from very many. */
export async function forgetOldSignIns(): Promise<void> {
  await inChunks(async (limit) => {
    const { count } = await sql()`
      delete from sign_in_networks where ctid = any(array(
        select ctid from sign_in_networks where spent_until < now() - interval '1 day' limit ${limit}))
      and spent_until < now() - interval '1 day'`;
    return count;
  });
  await inChunks(async (limit) => {
    const { count } = await sql()`
      delete from sessions where id in (
        select id from sessions where created_at < now() - interval '60 days' limit ${limit})`;
    return count;
  });
  await inChunks(async (limit) => {
    const { count } = await sql()`
      delete from known_devices where ctid = any(array(
        select ctid from known_devices where last_used_at < now() - make_interval(days => ${DEVICE_DAYS}) limit ${limit}))`;
    return count;
  });
}
