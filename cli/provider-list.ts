import type { Context } from '@/lib/context';
import { listProviders } from '@/lib/providers/list';
import { routingFacts } from '@/lib/providers/routing-facts';
import type { ProviderView } from '@/lib/providers/schema';
import type { ProviderState } from '@/lib/routing/state';

/** `full`: no room for messages that are not urgent, until then; null: there is room. */
type Listed = ProviderView & { full: ProviderState['fullFor']['others'] };

/** What the API lists of each provider, and whether it has room. */
export async function listWithRoom(ctx: Context): Promise<{ data: Listed[] }> {
  const [{ data }, facts] = await Promise.all([listProviders(ctx), routingFacts()]);
  const room = new Map(facts.map(({ id, fullFor }) => [id, fullFor.others]));
  return { data: data.map((provider) => ({ ...provider, full: room.get(provider.id) ?? null })) };
}

export function describeListed(provider: Listed): string {
  const { name, kind, active, priority, id } = provider;
  const standing = [
    describeHealth(provider),
    describeWeight(provider),
    describeRoom(provider),
    describePace(provider),
  ];
  return [name, kind, active ? 'active' : 'paused', `priority ${priority}`, ...standing, id].join('\t');
}

function describeHealth({ health }: Listed): string {
  const { breaker, openUntil, consecutiveFailures, state, successRate, problem } = health;
  if (problem) return `cannot be used (${problem.reason}: ${problem.detail})`;
  if (breaker === 'open') return `breaker open until ${openUntil} after ${consecutiveFailures} failures`;
  if (breaker !== 'closed') return 'breaker half open';
  return successRate === null ? state : `${state} (${Math.floor(successRate * 100)} %)`;
}

function describeWeight({ weight, health: { weightPercent } }: Listed): string {
  return weightPercent === 100 ? `weight ${weight}` : `weight ${weightPercent} % of ${weight}`;
}

function describePace({ health: { pace } }: Listed): string {
  if (pace.pausedUntil) return `asked to be left alone until ${pace.pausedUntil}`;
  if (pace.perSecond === null) return 'as fast as it goes';
  const perSecond = `${Number(pace.perSecond.toPrecision(2))} a second`;
  return pace.perSecond === pace.configuredPerSecond ? perSecond : `slowed to ${perSecond}`;
}

function describeRoom({ full }: Listed): string {
  return full ? `no room until ${full.until.toISOString()} (${WHY[full.unit]})` : 'room';
}

const WHY: Record<NonNullable<Listed['full']>['unit'], string> = {
  second: 'its pace',
  minute: 'limit a minute',
  hour: 'limit an hour',
  day: 'limit a day',
  month: 'limit a month',
  budget: 'budget',
  provider: 'it says so itself',
};
