import { mutation } from '@/lib/audit/mutation';
import { jobContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { log } from '@/lib/log';
import { hideSecrets } from '@/lib/providers/keys/hide-secrets';
import { type LoadedProvider, loadProvider } from '@/lib/providers/load';
import { ServiceFailure } from '@/lib/providers/service-failure';
import { importSome, readPage, tellOne } from './carry-on';

/** One provider at most so long at a time; the rest in the next round. */
const ROUND_MS = 40_000;
const CLAIM_SECONDS = 120;
/** After a service asked to be left alone, or did not answer. */
const LATER_MINUTES = 10;
/** Kept in step so often. */
const EACH_HOURS = 24;

type Claimed = {
  providerId: string;
  step: 'read' | 'apply' | 'rest';
  applies: boolean;
  runId: string;
  cursor: string | null;
  /** Until when it is ours, by which it is known: whoever lost it writes nothing more. */
  until: Date;
};

/** Goes on with the lists that are being read or applied, and begins those that are kept in step each night. */
export async function keepLists(now = Date.now()): Promise<void> {
  await sql()`
    update provider_lists set step = 'read', applies = true, run_id = gen_random_uuid(), cursor = null, begun_at = now()
    where nightly and step = 'rest' and (begun_at is null or begun_at < now() - make_interval(hours => ${EACH_HOURS}))`;
  const due = await sql()<{ id: string }[]>`
    select provider_id as id from provider_lists where step <> 'rest' and (not_before is null or not_before < now())`;
  // Each has its own service: they wait for nobody else's.
  await Promise.all(due.map(({ id }) => keepOne(id, now + ROUND_MS)));
}

/** Until it is done, has to wait, or its time is over. */
async function keepOne(providerId: string, until: number): Promise<void> {
  const claimed = await claim(providerId);
  if (!claimed) return;
  const provider = await loadProvider(providerId);
  let held = claimed;
  try {
    if (!provider?.adapter.lists || provider.problem) return await rest(held);
    while (held.step !== 'rest' && Date.now() < until) {
      const next = await oneStep(provider, held);
      if (!next) return;
      held = next;
    }
  } catch (error) {
    await noteFailure(held, provider, error);
  } finally {
    await sql()`update provider_lists set claimed_until = null where ${isOurs(held)}`;
  }
}

async function claim(providerId: string): Promise<Claimed | null> {
  const [row] = await sql()<Claimed[]>`
    update provider_lists set claimed_until = now() + make_interval(secs => ${CLAIM_SECONDS})
    where provider_id = ${providerId} and step <> 'rest' and (claimed_until is null or claimed_until < now())
    returning ${claimed()}`;
  return row ?? null;
}

function claimed() {
  return sql()`provider_id as "providerId", step, applies, run_id as "runId", cursor, claimed_until as until`;
}

function isOurs({ providerId, until }: Claimed) {
  return sql()`provider_id = ${providerId} and claimed_until = ${until}`;
}

/** Null: it is over, or somebody else’s. The claim grows with each, so that nobody else begins meanwhile. */
async function oneStep(provider: LoadedProvider, at: Claimed): Promise<Claimed | null> {
  if (at.step === 'read') {
    const more = await readPage(provider, at);
    const [row] = await sql()<Claimed[]>`
      update provider_lists set claimed_until = now() + make_interval(secs => ${CLAIM_SECONDS}),
        step = case when ${more} then 'read' when applies then 'apply' else 'rest' end,
        read_at = case when ${more} then read_at else now() end,
        imported = case when ${more} then imported else 0 end, removed = case when ${more} then removed else 0 end
      where ${isOurs(at)} and run_id = ${at.runId}
      returning ${claimed()}`;
    return row ?? null;
  }
  const imported = await importSome(provider);
  const told = imported > 0 ? null : await tellOne(provider);
  if (imported === 0 && told === null) {
    await finish(provider, at);
    return null;
  }
  const [row] = await sql()<Claimed[]>`
    update provider_lists set claimed_until = now() + make_interval(secs => ${CLAIM_SECONDS}),
      imported = imported + ${imported}, removed = removed + ${told === 'told' ? 1 : 0}
    where ${isOurs(at)}
    returning ${claimed()}`;
  return row ?? null;
}

/** What came of it stands in the audit log. */
async function finish({ row }: LoadedProvider, at: Claimed): Promise<void> {
  const [done] = await sql()<{ imported: number; removed: number }[]>`
    update provider_lists set step = 'rest', applied_at = now(), problem = null, detail = null
    where ${isOurs(at)} returning imported, removed`;
  if (!done || done.imported + done.removed === 0) return;
  await mutation(jobContext('keep-lists'), 'provider_list.apply', async () => ({
    result: undefined,
    subjectId: row.id,
    ownerId: row.companyId,
    after: done,
  }));
}

async function rest(at: Claimed): Promise<void> {
  await sql()`update provider_lists set step = 'rest' where ${isOurs(at)}`;
}

/** What may pass is tried again; a key that may not is for a person. */
async function noteFailure(at: Claimed, provider: LoadedProvider | undefined, error: unknown): Promise<void> {
  if (!(error instanceof ServiceFailure)) {
    log.warn('the list of a service was not kept in step', { providerId: at.providerId, error });
    await sql()`update provider_lists set not_before = now() + make_interval(mins => ${LATER_MINUTES}) where ${isOurs(at)}`;
    return;
  }
  const { problem, message, passing } = error;
  const detail = hideSecrets(message, provider?.config.secrets ?? {}).slice(0, 500);
  await sql()`
    update provider_lists set problem = ${problem}, detail = ${detail},
      not_before = case when ${passing} then now() + make_interval(mins => ${LATER_MINUTES}) end,
      step = case when ${passing} then step else 'rest' end
    where ${isOurs(at)}`;
}
