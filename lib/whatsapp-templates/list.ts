import { sql as raw } from 'drizzle-orm';
import { mutation } from '@/lib/audit/mutation';
import { scopedSql } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { getProvider } from '@/lib/providers/get';
import { loadProvider } from '@/lib/providers/load';
import { lockProvider } from '@/lib/providers/write';
import { enqueue } from '@/lib/queue/enqueue';
import { ableProvider } from './able';
import type { Binding, ProviderTemplatesView, WhatsAppTemplateView } from './schema';

type Bound = Binding & { name: string; nameLanguage: string };
type Row = Omit<WhatsAppTemplateView, 'bound' | 'changedAt'> & { changedAt: Date };
type Read = Pick<ProviderTemplatesView, 'reading' | 'problem' | 'detail'> & { readAt: Date | null };

const NEVER: Read = { reading: false, problem: null, detail: null, readAt: null };

/** The templates of an account as they were read last, and for which of ours they stand. @throws AppError not_found */
export async function getProviderTemplates(
  ctx: Context,
  { id }: { id: string },
): Promise<ProviderTemplatesView> {
  const { id: providerId } = await getProvider(ctx, id);
  const { adapter, config } = (await loadProvider(providerId))!;
  const [[read = NEVER], rows, bindings] = await Promise.all([
    sql()<Read[]>`
      select due_at <= now() or coalesce(claimed_until > now(), false) as reading, problem, detail, read_at as "readAt" from whatsapp_reads
      where provider_id = ${providerId}`,
    sql()<Row[]>`
      select name, title, language, category, state, quality, reason, header, body, parameters, changed_at as "changedAt"
      from whatsapp_templates where provider_id = ${providerId} order by lower(title), language`,
    sql()<Bound[]>`
      select b.name, b.name_language as "nameLanguage", b.language, b.values, t.key as template, t.title
      from whatsapp_bindings b join templates t on t.id = b.template_id
      where b.provider_id = ${providerId} and ${scopedSql(ctx, 't.company_id', 'shared')} order by lower(t.title), b.language`,
  ]);
  const missing = adapter.templates?.missing(config) ?? null;
  const isOf = (row: Row) => (bound: Bound) => bound.name === row.name && bound.nameLanguage === row.language;
  return {
    supported: adapter.templates !== undefined,
    missing,
    ...read,
    reading: read.reading && !missing,
    readAt: read.readAt?.toISOString() ?? null,
    templates: rows.map((row) => ({
      ...row,
      changedAt: row.changedAt.toISOString(),
      bound: bindings
        .filter(isOf(row))
        .map(({ template, title, language, values }) => ({ template, title, language, values })),
    })),
    lost: bindings.filter((bound) => !rows.some((row) => isOf(row)(bound))),
  };
}

/** Reads them again, in the background. @throws AppError not_found, conflict, forbidden */
export async function readProviderTemplates(
  ctx: Context,
  { id }: { id: string },
): Promise<ProviderTemplatesView> {
  const { row } = await ableProvider(ctx, id);
  await mutation(ctx, 'whatsapp_template.read', async (tx) => {
    const { id: providerId, companyId } = await lockProvider(tx, ctx, row.id);
    await tx.execute(raw`
      insert into whatsapp_reads (provider_id, due_at) values (${providerId}, now())
      on conflict (provider_id) do update set due_at = now()`);
    await enqueue(tx, 'keep-whatsapp-templates', {}, 'now');
    return { result: undefined, subjectId: providerId, ownerId: companyId };
  });
  return getProviderTemplates(ctx, { id });
}
