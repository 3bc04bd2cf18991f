import { keepLists } from '@/lib/suppressions/held/keep-lists';
import { applyProviderLists, getProviderLists, readProviderLists } from '@/lib/suppressions/held/lists';
import { removeSuppression } from '@/lib/suppressions/lift';
import { listSuppressions } from '@/lib/suppressions/list';
import { SuppressionFilter } from '@/lib/suppressions/schema';
import { type ApiAnswer, type ApiCallSeen, startApiServer } from './api-server';
import { makeProvider, testContext } from './factories';
import { type HeldThere, LIST_PLAYS, type ListKind } from './list-plays';

const DAY_MS = 86_400_000;
const NOW = Math.floor(Date.now() / 1000) * 1000;
export const ago = (days: number) => new Date(NOW - days * DAY_MS);
export const KINDS = Object.keys(LIST_PLAYS) as ListKind[];

export async function make(kind: ListKind, held: HeldThere[] = []) {
  const { settings, secrets, answer } = LIST_PLAYS[kind];
  const service: { held: HeldThere[]; fault?: (call: ApiCallSeen) => ApiAnswer | undefined } = { held };
  const { url, calls } = await startApiServer((call) => service.fault?.(call) ?? answer(call, held));
  const { id } = await makeProvider({ kind, settings: settings(url), secrets, active: false });
  return Object.assign(service, { calls, id });
}

export const read = async (id: string) => {
  await readProviderLists(testContext, { id });
  await keepLists();
  return getProviderLists(testContext, { id });
};
export const apply = async (id: string) => {
  await applyProviderLists(testContext, { id });
  await keepLists();
  return getProviderLists(testContext, { id });
};
export const ours = async () =>
  (await listSuppressions(testContext, SuppressionFilter.parse({ limit: 100 }))).data
    .map(({ address, cause, category, provider, lastAt }) => ({ address, cause, category, provider, lastAt }))
    .toSorted((a, b) => a.address.localeCompare(b.address));
export const lift = (address: string) => removeSuppression(testContext, { address });
export const deletions = ({ calls }: { calls: ApiCallSeen[] }) =>
  calls.filter(({ method, path }) => method === 'DELETE' || path.endsWith('/delete'));
