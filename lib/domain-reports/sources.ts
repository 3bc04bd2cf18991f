import { announce } from '@/lib/announcements/announce';
import { sql } from '@/lib/database/db';
import type { SourceKind } from './sums';

/** An address that is to be named, with what its mail tells of it. */
export type Unnamed = {
  domainId: string;
  address: string;
  messages: number;
  /** Signed by the domain's own key, and still good. */
  signed: number;
  /** From an envelope that SPF allows for the domain. */
  allowed: number;
  /** Of which reporters said that somebody passed it on. */
  passedOn: number;
};

/** Those that nobody has named, then those named longest ago: senders of a domain change, names in DNS do, too. */
export async function claimUnnamed(most: number, domainId: string | null): Promise<Unnamed[]> {
  return sql()<Unnamed[]>`
    with due as (
      select s.domain_id, s.address from domain_sources s join domains d on d.id = s.domain_id
      where (s.named_at is null or s.named_at < now() - interval '14 days' or s.named_at < d.updated_at)
        ${domainId === null ? sql()`` : sql()`and s.domain_id = ${domainId}`}
      order by s.named_at nulls first, s.domain_id, s.address limit ${most}
    )
    select due.domain_id as "domainId", due.address, coalesce(sum(r.messages), 0)::float8 as messages,
      coalesce(sum(r.messages) filter (where r.dkim), 0)::float8 as signed,
      coalesce(sum(r.messages) filter (where r.spf), 0)::float8 as allowed,
      coalesce(sum(r.messages) filter (where r.override in ('forwarded', 'trusted_forwarder', 'mailing_list')), 0)::float8 as "passedOn"
    from due left join domain_report_rows r on r.domain_id = due.domain_id and r.address = due.address
    group by due.domain_id, due.address`;
}

export type Naming = { kind: SourceKind; name: string | null; ptr: string | null };

export async function nameSource(
  { domainId, address }: Pick<Unnamed, 'domainId' | 'address'>,
  { kind, name, ptr }: Naming,
): Promise<void> {
  await sql()`
    update domain_sources set kind = ${kind}, name = ${name}, ptr = ${ptr}, named_at = now()
    where domain_id = ${domainId} and address = ${address}`;
  announce('domains');
}
