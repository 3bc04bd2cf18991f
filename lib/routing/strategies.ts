import type { RoutingPolicy, RoutingProvider, Strategy } from './types';

type Facts = Pick<RoutingProvider, 'priority' | 'costMicros' | 'successRate' | 'averageMs'>;

/** What a provider is worth by a strategy, 0 to 1, beside the others it is compared with; equal scores mean equals. */
export function scoresBy(
  strategy: Strategy,
  candidates: Facts[],
  balanced: RoutingPolicy['balanced'],
): number[] {
  return strategy === 'balanced' ? balancedScores(candidates, balanced) : SCORES[strategy](candidates);
}

/**
 * Scores keep proportions (half as fast is half as good) rather than stretching the best and the worst to 1 and 0: a
 * success rate of 99.9 % beside one of 100 % must not look like the worst possible. What is measured is rounded, for
 * a difference that is mere noise must not take all messages away from an equal.
 */
const SCORES: Record<Exclude<Strategy, 'balanced'>, (candidates: Facts[]) => number[]> = {
  priority: (candidates) => candidates.map(({ priority }) => priority / 100),
  cost: costScores,
  reliability: (candidates) => reliabilityScores(candidates).map((score) => roundTo(score, 0.01)),
  speed: (candidates) => speedScores(candidates).map(inTenths),
};

/** Free is 1, the dearest 0. */
function costScores(candidates: Facts[]): number[] {
  const dearest = Math.max(...candidates.map(({ costMicros }) => costMicros));
  return candidates.map(({ costMicros }) => (dearest === 0 ? 1 : 1 - costMicros / dearest));
}

/** Who has sent too little to be judged is trusted. */
function reliabilityScores(candidates: Facts[]): number[] {
  return candidates.map(({ successRate }) => successRate ?? 1);
}

/** The fastest is 1. An unknown speed counts as the mean of the known ones. */
function speedScores(candidates: Facts[]): number[] {
  const known = candidates.flatMap(({ averageMs }) => (averageMs === null ? [] : [averageMs]));
  if (known.length === 0) return candidates.map(() => 1);
  const mean = known.reduce((sum, each) => sum + each, 0) / known.length;
  const fastest = Math.max(1, Math.min(...known));
  return candidates.map(({ averageMs }) => fastest / Math.max(fastest, averageMs ?? mean));
}

function balancedScores(candidates: Facts[], weights: RoutingPolicy['balanced']): number[] {
  const total = weights.cost + weights.reliability + weights.speed;
  if (total === 0) return candidates.map(() => 1);
  const costs = costScores(candidates);
  const reliabilities = reliabilityScores(candidates);
  const speeds = speedScores(candidates);
  return candidates.map((_, index) => {
    const sum =
      weights.cost * costs[index]! +
      weights.reliability * reliabilities[index]! +
      weights.speed * speeds[index]!;
    return roundTo(sum / total, 0.01);
  });
}

/** In steps of a tenth of itself, so that 3 seconds differ from 4 also beside somebody who takes 50 ms. */
function inTenths(ratio: number): number {
  return roundTo(1.1 ** Math.round(Math.log(ratio) / Math.log(1.1)), 0.001);
}

function roundTo(value: number, step: number): number {
  return Math.round(value / step) / Math.round(1 / step);
}
