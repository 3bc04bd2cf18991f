import type { StoredWishes } from '@/drizzle/schema/domains';
import { storable } from '@/lib/database/storable';
import type { DomainRecord, DomainThere } from '@/lib/providers/domain-api';
import { hideSecrets } from '@/lib/providers/keys/hide-secrets';
import type { LoadedProvider } from '@/lib/providers/load';
import { SERVICE_PROBLEMS, ServiceFailure, type ServiceProblem } from '@/lib/providers/service-failure';
import { registeredName } from '../own-name';
import type { DomainRow } from '../row';

type Wishes = DomainRow['wishes'];

/** What a person waits for is asked for again soon, what stands once a day, all else now and then. */
const MINUTE_MS = 60_000;
const FRESH_MS = { asked: MINUTE_MS / 2, open: 10 * MINUTE_MS, verified: 20 * 60 * MINUTE_MS };
const MOST_RECORDS = 20;
const LONGEST_VALUE = 4_000;
const LONGEST_REPLY = 500;

/** What those who send as a domain want of its DNS, by their APIs; of those that were asked a while ago only, what they said then. */
export async function askWishes(
  row: DomainRow,
  senders: LoadedProvider[],
  { asked }: { asked: boolean },
): Promise<Wishes> {
  const able = senders.filter(({ adapter }) => adapter.domains);
  const told = await Promise.all(
    able.map(async (provider) => {
      const known = row.wishes[provider.row.id];
      const isFresh = known && Date.now() - Date.parse(known.askedAt) < freshMsOf(known, asked);
      return [provider.row.id, isFresh ? known : await askOne(row, provider)] as const;
    }),
  );
  return storable(Object.fromEntries(told));
}

function freshMsOf({ verified, problem }: StoredWishes, asked: boolean): number {
  if (asked) return FRESH_MS.asked;
  return verified && !problem ? FRESH_MS.verified : FRESH_MS.open;
}

function askOne(row: DomainRow, provider: LoadedProvider): Promise<StoredWishes> {
  return told(row, provider, 'find', () => provider.adapter.domains!.find(provider.config, row.name));
}

/** An answer or a failure as it is kept: expected failures are values. What was known before outlives a hiccup. */
export async function told(
  row: DomainRow,
  { row: { id }, config, adapter }: LoadedProvider,
  verb: 'find' | 'create',
  ask: () => Promise<DomainThere | null>,
): Promise<StoredWishes> {
  const askedAt = new Date().toISOString();
  try {
    const there = await ask();
    if (!there) return { records: [], verified: false, problem: 'absent', needs: null, reply: null, askedAt };
    const records = there.records.filter((record) => isOfDomain(record, row)).slice(0, MOST_RECORDS);
    return { records, verified: there.verified, problem: null, needs: null, reply: null, askedAt };
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    const known = row.wishes[id];
    const problem = isServiceProblem(error.problem) ? error.problem : 'refused';
    return {
      records: known?.records ?? [],
      verified: known?.verified ?? null,
      problem,
      needs: problem === 'permission' ? adapter.domains!.permissions[verb] : null,
      reply: hideSecrets(error.message, config.secrets).slice(0, LONGEST_REPLY),
      askedAt,
    };
  }
}

/** A service that sends by another domain tells of that one, whose records are none of this one's. */
function isOfDomain({ name, value }: DomainRecord, row: DomainRow): boolean {
  const registered = registeredName(row.name);
  const isBelow = name === registered || name.endsWith(`.${registered}`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return isBelow && value.length <= LONGEST_VALUE && !/[\u0000-\u001f\u007f]/.test(name + value);
}

function isServiceProblem(problem: string): problem is ServiceProblem {
  return SERVICE_PROBLEMS.includes(problem as ServiceProblem);
}
