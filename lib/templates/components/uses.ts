import { scopedSql } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';

/** A template that shows a component. `shows`: the version of it that its messages have; null: none yet, a draft of it names it. */
export type UseOfComponent = { id: string; key: string; title: string; shows: number | null };

type Component = { id: string; key: string; companyId: string | null };

/** Who shows it: what messages get, and what the newest drafts name, as far as `ctx` sees them. Components first, each before those that have it within; then by title. */
export async function usesOfComponent(
  ctx: Pick<Context, 'companyId'>,
  { id, key, companyId }: Component,
): Promise<UseOfComponent[]> {
  return sql()<UseOfComponent[]>`
    select t.id, t.key, t.title, (
      select (c ->> 'number')::int from jsonb_array_elements(used.components) c where c ->> 'id' = ${id}
    ) as shows
    from templates t
    join template_versions newest on newest.template_id = t.id and newest.number = t.latest
    left join template_versions used on used.template_id = t.id and used.number = t.published
    where t.id <> ${id} and ${scopedSql(ctx, 't.company_id', 'shared')} and (
      used.components @> ${sql().json([{ id }])}
      or (
        ${key} = any(newest.component_keys)
        and (${companyId}::uuid is null or t.company_id = ${companyId}::uuid)
        -- Where a company has its own one of that key, it is that one which its templates name.
        and not exists (
          select from templates own where own.key = ${key} and own.category = 'component'
            and own.company_id = t.company_id and own.id <> ${id}
        )
      )
    )
    order by t.category = 'component' desc,
      case when t.category = 'component' then jsonb_array_length(used.components) end,
      lower(t.title), t.id
    limit 1000`;
}

/** Whether any version that was ever published has it frozen, so that messages may be rendered with it. */
export async function isFrozen(id: string): Promise<boolean> {
  const [row] = await sql()<{ frozen: boolean }[]>`
    select exists (
      select from template_versions v where v.template_id <> ${id} and v.components @> ${sql().json([{ id }])}
    ) as frozen`;
  return row!.frozen;
}
