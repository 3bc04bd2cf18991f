import { domainStandings } from '@/lib/alignment/standings';
import { warmUpStandings } from '@/lib/capacity/warm-ups';
import { isVisible } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import type { RoutingState } from '@/lib/routing/state';
import { currentSettings } from '@/lib/settings/current';
import { routingFacts } from './routing-facts';

/** What the router knows at this moment, at most a second old: the state of every provider and the policy. */
export async function getRoutingState(ctx: Context): Promise<RoutingState> {
  const [providers, { delivery }, standings, warmUps] = await Promise.all([
    routingFacts(),
    currentSettings(),
    domainStandings(),
    warmUpStandings(),
  ]);
  const { strategies, balanced, breaker, sender } = delivery;
  const visible = providers.filter(isVisible(ctx));
  const guard = { mode: sender.guard, standings: standings.filter(isVisible(ctx)) };
  return {
    at: new Date(),
    policy: {
      strategies,
      balanced,
      breaker,
      guard,
      warmUps: warmUps.filter(({ providerId }) => visible.some(({ id }) => id === providerId)),
    },
    providers: visible,
  };
}
