import { isDeepStrictEqual } from 'node:util';
import { mutation } from '@/lib/audit/mutation';
import { jobContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';
import { cachedProviders } from '@/lib/providers/cache';
import { hideSecrets } from '@/lib/providers/keys/hide-secrets';
import type { LoadedProvider } from '@/lib/providers/load';
import { ServiceFailure } from '@/lib/providers/service-failure';
import type { ListedTemplate } from '@/lib/providers/template-api';

/** Meta moves a template to another category by itself, and a webhook may be lost. */
const EACH_MINUTES = 60;
const LATER_MINUTES = 10;
const CLAIM_SECONDS = 180;

/** Reads the templates of each account whose time has come. */
export async function keepWhatsAppTemplates(): Promise<void> {
  const able = (await cachedProviders()).filter(isAble);
  if (able.length === 0) return;
  await sql()`
    insert into whatsapp_reads (provider_id, due_at) select id, now() from unnest(${able.map(({ row }) => row.id)}::uuid[]) id
    where exists (select from providers p where p.id = id) on conflict do nothing`;
  await Promise.all(able.map(readOne));
}

function isAble({ adapter, config, row, problem }: LoadedProvider): boolean {
  return Boolean(adapter.templates && row.active && !problem && !adapter.templates.missing(config));
}

async function readOne(provider: LoadedProvider): Promise<void> {
  const { id } = provider.row;
  const [claim] = await sql()<{ at: Date }[]>`
    update whatsapp_reads set claimed_until = now() + make_interval(secs => ${CLAIM_SECONDS})
    where provider_id = ${id} and due_at <= now() and (claimed_until is null or claimed_until < now())
    returning now() as at`;
  if (!claim) return;
  try {
    const listed = await provider.adapter.templates!.list(provider.config);
    await keep(provider, listed, claim.at);
    await sql()`
      update whatsapp_reads set read_at = now(), due_at = ${nextAfter(claim.at, EACH_MINUTES)}, claimed_until = null,
        problem = null, detail = null
      where provider_id = ${id}`;
  } catch (error) {
    const { problem = 'unreachable' } = error instanceof ServiceFailure ? error : {};
    const detail = hideSecrets(errorMessage(error), provider.config.secrets).slice(0, 500);
    log.warn('the templates of an account were not read', { providerId: id, problem });
    await sql()`
      update whatsapp_reads set due_at = ${nextAfter(claim.at, LATER_MINUTES)}, claimed_until = null, problem = ${problem},
        detail = ${detail}
      where provider_id = ${id}`;
  }
}

/** What was asked for or told while it was read may not be in what was read: then it stays due. */
function nextAfter(claimedAt: Date, minutes: number) {
  return sql()`case when due_at > ${claimedAt} then due_at else now() + make_interval(mins => ${minutes}) end`;
}

type Known = Pick<ListedTemplate, 'state' | 'category' | 'quality' | 'reason'>;
type Told = { name: string; language: string } & Partial<Known>;

/** What is there now, and what is gone: as one reading saw it. */
async function keep({ row }: LoadedProvider, listed: ListedTemplate[], at: Date): Promise<void> {
  const before = await knownOf(row.id);
  for (const { parameters, ...one } of unique(listed))
    await sql()`
      insert into whatsapp_templates ${sql()({
        provider_id: row.id,
        ...one,
        parameters: sql().json(parameters) as never,
        seen_at: at,
      })}
      on conflict (provider_id, name, language) do update set title = excluded.title, category = excluded.category, state = excluded.state,
        quality = excluded.quality, reason = excluded.reason, header = excluded.header, body = excluded.body,
        parameters = excluded.parameters, seen_at = excluded.seen_at,
        changed_at = case when (whatsapp_templates.state, whatsapp_templates.category) is distinct from (excluded.state, excluded.category)
          then now() else whatsapp_templates.changed_at end`;
  await sql()`delete from whatsapp_templates where provider_id = ${row.id} and seen_at < ${at}`;
  await noteChanges(row, before, listed);
}

/** What a service tells between two readings; the next reading follows within the minute, and has the last word. */
export async function takeTemplateChanges({ row }: LoadedProvider, changes: Told[]): Promise<void> {
  if (changes.length === 0) return;
  const before = await knownOf(row.id);
  for (const { name, language, ...change } of changes)
    await sql()`
      update whatsapp_templates set ${sql()(change)}, changed_at = now()
      where provider_id = ${row.id} and name = ${name} and language = ${language}`;
  await sql()`update whatsapp_reads set due_at = now() where provider_id = ${row.id}`;
  await noteChanges(row, before, changes);
}

async function knownOf(providerId: string): Promise<Map<string, Known>> {
  const rows = await sql()<(Known & { name: string; language: string })[]>`
    select name, language, state, category, quality, reason from whatsapp_templates where provider_id = ${providerId}`;
  return new Map(rows.map(({ name, language, ...known }) => [`${name} ${language}`, known]));
}

/** Approved, refused, paused, or of another price: what somebody wants to know afterwards. */
async function noteChanges(
  { id, companyId }: LoadedProvider['row'],
  known: Map<string, Known>,
  told: Told[],
): Promise<void> {
  for (const { name, language, ...now } of told) {
    const was = known.get(`${name} ${language}`);
    if (!was) continue;
    const [before, after] = [was, { ...was, ...pick(now) }].map(({ state, category }) => ({
      state,
      category,
    }));
    if (isDeepStrictEqual(before, after)) continue;
    await mutation(jobContext('keep-whatsapp-templates'), 'whatsapp_template.change', async () => ({
      result: undefined,
      subjectId: id,
      ownerId: companyId,
      before: { name, language, ...before },
      after: { name, language, ...after },
    }));
  }
}

function pick({ state, category }: Partial<Known>): Partial<Known> {
  return { ...(state !== undefined && { state }), ...(category !== undefined && { category }) };
}

/** A page that grew while it was turned shows one twice. */
function unique(listed: ListedTemplate[]): ListedTemplate[] {
  return [...new Map(listed.map((one) => [`${one.name} ${one.language}`, one])).values()];
}
