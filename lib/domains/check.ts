import type { StoredCheck } from '@/drizzle/schema/domains';
import { forgetStandings } from '@/lib/alignment/standings';
import { mayChange } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { storable } from '@/lib/database/storable';
import { type KeyRow, listKeys, retireKeys, startSigning } from '@/lib/dkim/keys';
import { newDnsResolver } from '@/lib/dns/resolver';
import type { DnsResolver } from '@/lib/dns/types';
import { mergeSpf } from '@/lib/spf/merge-spf';
import { forgetOwnNames } from '@/lib/tracking/own-name';
import { findRow, getDomain } from './find';
import { registeredName } from './own-name';
import { judgePairs } from './pairs/check-pairs';
import { findZone, type Zone } from './records/authoritative';
import { type Examined, examine } from './records/examine';
import { followLink } from './records/follow-link';
import { isMeantAsSpf } from './records/spf';
import type { DomainRow } from './row';
import type { DomainView } from './schema';
import { sendersOf } from './senders';
import { stateOf } from './state';
import { type Wanted, wantedRecords } from './wanted';
import { askWishes } from './wishes/ask-wishes';

const WITHIN_MS = 8_000;
/** Whoever presses twice, and every open page, shares one look. */
const FRESH_MS = 3_000;
const MOST_CHANGES = 20;

/** Looks at DNS now. Keys whose records are seen sign from then on. @throws AppError not_found, forbidden */
export async function checkDomain(ctx: Context, { id: ref }: { id: string }): Promise<DomainView> {
  const row = await findRow(ctx, ref);
  mayChange(ctx, row.companyId);
  const isFresh = row.checkedAt && Date.now() - row.checkedAt.getTime() < FRESH_MS && row.checksDone > 0;
  if (!isFresh) await lookAt(row, { asked: true });
  return getDomain(ctx, row.id);
}

/** What was found counts only as long as nobody has changed what is wanted. `asked`: by a person, who waits for what providers say as well. */
export async function lookAt(row: DomainRow, { asked = false } = {}): Promise<void> {
  const resolver = newDnsResolver({ withinMs: WITHIN_MS });
  await retireKeys(row.id);
  const [keys, senders, zone] = await Promise.all([
    listKeys(row.id),
    sendersOf(row.senders),
    findZone(row.name, resolver),
  ]);
  const told = await askWishes(row, senders, { asked });
  const wishes = { ...row.wishes, ...told };
  const wanted = await Promise.all(
    wantedRecords({ ...row, wishes, checks: {} }, keys, senders).map((one) => withWhatIsThere(one, resolver)),
  );
  const found = await Promise.all(
    wanted.map(async (one) => [one.key, await checkRecord(one, row, resolver, zone)] as const),
  );
  const checks = storable(Object.fromEntries(found));
  const state = stateOf(row, wanted, checks);
  const started = await startSigning(row.id, seenKeys(keys, checks));
  const pairs = await judgePairs(
    { ...row, wishes, checks },
    started.length > 0 ? await listKeys(row.id) : keys,
  );
  await sql()`
    update domains set checks = ${sql().json(checks)}, wishes = wishes || ${sql().json(told)}, pairs = ${sql().json(pairs)}, name_servers = ${zone.nameServers}, state = ${state.state},
      verified_at = ${state.verifiedAt}, broken_at = ${state.brokenAt}, checked_at = now(), checks_done = checks_done + 1,
      next_check_at = now() + ${state.nextMinutes} * interval '1 minute'
    where id = ${row.id} and version = ${row.version}`;
  forgetStandings();
  forgetOwnNames();
}

/** SPF is one record for all: what others put there stays. */
async function withWhatIsThere(wanted: Wanted, resolver: DnsResolver): Promise<Wanted> {
  if (!wanted.terms) return wanted;
  const answer = await resolver.resolve(wanted.name, 'TXT');
  const existing = answer.state === 'found' ? answer.records.filter(isMeantAsSpf) : [];
  return existing.length === 0 ? wanted : { ...wanted, value: mergeSpf(existing, wanted.terms) };
}

async function checkRecord(
  wanted: Wanted,
  { name, checks }: DomainRow,
  resolver: DnsResolver,
  zone: Zone,
): Promise<StoredCheck> {
  const panel = registeredName(name);
  const [usual, ...own] = await Promise.all([
    examine(wanted, panel, resolver),
    ...zone.servers.map((server) => examine(wanted, panel, server.resolver, resolver)),
  ]);
  const said = [usual, ...own].map(({ state }, index) => ({
    server: index === 0 ? 'resolver' : zone.servers[index - 1]!.name,
    state,
  }));
  const weighed = weigh(usual, own);
  const isOfLinks = wanted.key === 'tracking' && weighed.state === 'right';
  const examined = isOfLinks ? { ...weighed, ...(await followLink(wanted.name)) } : weighed;
  return toStored(wanted, examined, said, checks[wanted.key]);
}

/** The domain's own servers know what is so; that others do not yet is told apart from a mistake. */
function weigh(usual: Examined, own: Examined[]): Examined {
  const known = own.filter(({ state }) => state !== 'unknown');
  if (known.length === 0) return usual;
  const decided = known.find(({ state }) => state !== 'right') ?? known[0]!;
  if (decided.state === 'right' && usual.state !== 'right')
    return { state: 'unknown', finding: { code: 'spreading' }, found: usual.found };
  return decided;
}

function toStored(
  { value }: Wanted,
  { state, finding, found }: Examined,
  servers: StoredCheck['servers'],
  before: StoredCheck | undefined,
): StoredCheck {
  const at = new Date().toISOString();
  const shown = found.slice(0, 5).map((text) => text.slice(0, 2000));
  const isChanged = before?.state !== state || before.found.join('\n') !== shown.join('\n');
  return {
    state,
    wanted: value,
    finding,
    found: shown,
    servers,
    checkedAt: at,
    firstSeenAt: before?.firstSeenAt ?? (state === 'right' ? at : null),
    changedAt: isChanged ? at : before.changedAt,
    history: isChanged
      ? [{ at, state, found: shown }, ...(before?.history ?? [])].slice(0, MOST_CHANGES)
      : before.history,
  };
}

function seenKeys(keys: KeyRow[], checks: Record<string, StoredCheck>): string[] {
  return keys
    .filter(({ state, selector }) => state === 'waiting' && checks[`dkim:${selector}`]?.state === 'right')
    .map(({ selector }) => selector);
}
