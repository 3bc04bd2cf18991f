import { scopedSql } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import type { TakenView } from './schema';

export type Taken = {
  name: string;
  templateId: string;
  language: string;
  digest: string;
  changedAt: Date | null;
  number: number;
  takenAt: Date;
  key: string;
  title: string;
  latest: number;
};

/** What of an account was taken over; of one of them where it is named. */
export async function readTaken(ctx: Context, providerId: string, name?: string): Promise<Taken[]> {
  return sql()<Taken[]>`
    select k.name, k.template_id as "templateId", k.language, k.digest, k.changed_at as "changedAt", k.number, k.taken_at as "takenAt",
      t.key, t.title, t.latest
    from taken_templates k join templates t on t.id = k.template_id
    where k.provider_id = ${providerId} and ${scopedSql(ctx, 't.company_id', 'shared')}
      and (${name ?? null}::text is null or k.name = ${name ?? null})`;
}

export function viewTaken({ key, title, language, takenAt, latest, number }: Taken): TakenView {
  return { template: key, title, language, takenAt: takenAt.toISOString(), ahead: latest > number };
}
