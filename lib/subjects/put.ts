import { sql } from 'drizzle-orm';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { newId } from '@/lib/ids';
import { clearUntrue } from '@/lib/rules/clear';
import type { KindRow } from '@/lib/subject-kinds/change';
import type { SubjectOutcome } from './schema';

export type Given = { key: string; contactId: string | null | undefined; data: Record<string, unknown> };
export type Put = { id: string; outcome: SubjectOutcome };

const OF_ALL = sql.raw("'00000000-0000-0000-0000-000000000000'::uuid");

/** In one statement, however many: what is named is laid over what is there, also by two at once. Of two with one key the last stands. */
export async function putSubjects(
  ctx: Context,
  { kind, companyId }: { kind: KindRow; companyId: string | null },
  given: Given[],
): Promise<Map<string, Put>> {
  const last = [...new Map(given.map((one) => [one.key, one])).values()];
  const rows = last.map(({ key, contactId, data }) => ({
    id: newId(),
    key,
    contact_id: contactId ?? null,
    keeps_contact: contactId === undefined,
    data,
  }));
  return mutation(ctx, 'subject.save', async (tx) => {
    const stored = (await tx.execute(sql`
      with given as (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
          as g(id uuid, key text, contact_id uuid, keeps_contact boolean, data jsonb)
      ),
      -- Held as an update holds it: a rule that notes something of them at this moment is not kept from that.
      known as (
        select s.id, s.key, s.contact_id, s.data from subjects s join given g on g.key = s.key
        where s.kind_id = ${kind.id} and coalesce(s.company_id, ${OF_ALL}) = coalesce(${companyId}::uuid, ${OF_ALL})
        order by s.key for no key update of s
      ),
      put as (
        insert into subjects as s (id, company_id, kind_id, key, contact_id, data)
        select g.id, ${companyId}::uuid, ${kind.id}::uuid, g.key,
          case when g.keeps_contact then k.contact_id else g.contact_id end,
          jsonb_strip_nulls(coalesce(k.data, '{}') || g.data)
        from given g left join known k using (key)
        order by g.key
        -- One that is not known was made by somebody else at this moment.
        on conflict (kind_id, coalesce(company_id, ${OF_ALL}), key) do update set
          contact_id = case when s.id in (select id from known) then excluded.contact_id
            else coalesce(excluded.contact_id, s.contact_id) end,
          data = case when s.id in (select id from known) then excluded.data else s.data || excluded.data end,
          updated_at = now()
        returning s.id, s.key, s.contact_id, s.data
      )
      select p.id, p.key,
        case when k.id is null then 'created'
          when k.data = p.data and k.contact_id is not distinct from p.contact_id then 'same' else 'changed' end as outcome
      from put p left join known k using (key)`)) as unknown as (Put & { key: string })[];
    const changed = stored.filter(({ outcome }) => outcome === 'changed').map(({ id }) => id);
    if (changed.length > 0) await clearUntrue(tx, kind, changed);
    const result = new Map(stored.map(({ id, key, outcome }) => [key, { id, outcome }]));
    const [only] = stored.length === 1 ? stored : [];
    return {
      result,
      subjectId: only?.id ?? null,
      ownerId: companyId,
      after: only ? { ...last[0], outcome: only.outcome } : { subjects: stored.length },
    };
  });
}
