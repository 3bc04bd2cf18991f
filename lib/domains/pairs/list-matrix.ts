import { domains } from '@/drizzle/schema/domains';
import { Semaphore } from '@/lib/async/semaphore';
import { scoped } from '@/lib/companies/scoped';
import { boundTo, type Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { checkDomain } from '../check';
import type { DomainRow } from '../row';
import { viewPairs } from './list-pairs';
import type { MatrixView, PairView } from './schema';

const MOST_DOMAINS = 500;
/** Strangers' servers are asked. */
const AT_ONCE = 4;
const MOST_CHECKED = 50;

/** Every domain with every provider that may send for it, as they were found the last time. */
export async function listMatrix(ctx: Context): Promise<MatrixView> {
  const all = await Promise.all(
    (await rowsOf(ctx)).map(async (row) => ({ row, view: await viewPairs(row) })),
  );
  const providers = new Map(
    all.flatMap(({ view }) => view.data.map(({ provider }) => [provider.id, provider])),
  );
  return {
    providers: [...providers.values()].toSorted((a, b) => a.name.localeCompare(b.name)),
    data: all.map(({ row, view }) => ({ id: row.id, name: row.shownName, pairs: view.data.map(toCell) })),
  };
}

/** All of them judged now, as far as they are theirs to look at. Nothing is sent. */
export async function checkMatrix(ctx: Context): Promise<MatrixView> {
  const bound = boundTo(ctx);
  const mine = (await rowsOf(ctx)).filter(({ companyId }) => !bound || bound.includes(companyId ?? ''));
  const lanes = new Semaphore(AT_ONCE);
  await Promise.all(mine.slice(0, MOST_CHECKED).map(({ id }) => lanes.run(() => checkDomain(ctx, { id }))));
  return listMatrix(ctx);
}

function rowsOf(ctx: Context): Promise<DomainRow[]> {
  return db()
    .select()
    .from(domains)
    .where(scoped(ctx, domains.companyId, 'shared'))
    .orderBy(domains.name, domains.id)
    .limit(MOST_DOMAINS);
}

function toCell({
  provider,
  isSender,
  verdict,
  spf,
  dkim,
  reasons,
  checkedAt,
}: PairView): MatrixView['data'][number]['pairs'][number] {
  return {
    provider: provider.id,
    isSender,
    verdict,
    spf: spf.result === 'pass' && spf.aligned,
    dkim: dkim.result === 'pass' && dkim.aligned,
    reasons,
    checkedAt,
  };
}
