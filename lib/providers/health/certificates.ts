import { scopedSql } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';

/** Checks that are looked through for each: its server may have been away since. */
const LATEST = 20;

/** When the certificates of mail servers end, as the last check saw them. Of those that somebody paused nothing is known. */
export function listCertificates(ctx: Context): Promise<{ id: string; name: string; endsAt: Date }[]> {
  return sql()<{ id: string; name: string; endsAt: Date }[]>`
    select p.id, p.name, seen.ends_at as "endsAt"
    from providers p cross join lateral (
      select certificate_ends_at as ends_at from (
        select id, certificate_ends_at from provider_tests where provider_id = p.id order by id desc limit ${LATEST}) latest
      where certificate_ends_at is not null order by id desc limit 1
    ) seen
    where p.active and p.kind = 'smtp' and ${scopedSql(ctx, 'p.company_id', 'shared')}`;
}
