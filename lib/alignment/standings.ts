import { CachedFor } from '@/lib/async/cached-for';
import { sql } from '@/lib/database/db';
import type { DomainStanding } from '@/lib/routing/sender-guard';

const MAX_AGE_MS = 5_000;
const cache = new CachedFor<DomainStanding[]>(MAX_AGE_MS, read);

/** What the checks of all domains found of the providers, known for some seconds: nobody who routes asks DNS. */
export function domainStandings(): Promise<DomainStanding[]> {
  return cache.get(undefined);
}

/** For tests, and for the process that looked. */
export function forgetStandings(): void {
  cache.forget();
}

/** What was found of a provider that was changed since counts for nothing, and so does what another version of Relevo wrote of it otherwise. */
function read(): Promise<DomainStanding[]> {
  return sql()<DomainStanding[]>`
    select d.name as domain, d.company_id as "companyId", coalesce(array_agg(p.id) filter (where p.id is not null), '{}') as breaks
    from domains d
    left join lateral jsonb_each(case jsonb_typeof(d.pairs) when 'object' then d.pairs else '{}' end) pair on pair.value->>'verdict' = 'fails'
    left join providers p on p.id::text = pair.key and p.version::text = pair.value->>'version'
    where d.pairs <> '{}'
    group by d.id
    order by d.name, d.company_id`;
}
