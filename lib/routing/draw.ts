import { randomOf } from './random';
import type { RoutingProvider } from './types';

type Drawn = Pick<RoutingProvider, 'id' | 'weight' | 'weightPercent'>;

/**
 * Equals in an order drawn by chance, the heavier ones more often in front. Each draws for itself (Efraimidis and Spirakis'
 * weighted sampling), so that one more provider changes nothing in the order of the others.
 */
export function drawOrder<T>(equals: T[], drawnOf: (each: T) => Drawn, seed: string): T[] {
  if (equals.length < 2) return equals;
  return equals
    .map((each) => {
      const { id, weight, weightPercent } = drawnOf(each);
      const luck = -Math.log(randomOf(`${seed} ${id}`));
      // Without weight the turn is infinity: after all others, and among themselves by luck alone.
      return { each, luck, turn: luck / (weight * weightPercent) };
    })
    .sort((a, b) => (a.turn === b.turn ? a.luck - b.luck : a.turn - b.turn))
    .map(({ each }) => each);
}
