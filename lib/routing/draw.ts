import { randomOf } from './random';
import type { RoutingProvider } from './types';

type Drawn = Pick<RoutingProvider, 'id' | 'weight' | 'weightPercent'>;

/**
 * Equals in an order drawn by chance, the heavier ones more often in front. Each draws for itself (Efraimidis and Spirakis'
 * weighted sampling), so that one more provider changes nothing in the order of the others.
 */
export function drawOrder<T>(equals: T[], drawnOf: (each: T) => Drawn, seed: string): T[] {
  if (equals.length < 2) return equals;
  const weightOf = (each: T) => drawnOf(each).weight * drawnOf(each).weightPercent;
  const allZero = equals.every((each) => weightOf(each) === 0);
  return equals
    .map((each) => {
      const luck = -Math.log(randomOf(`${seed} ${drawnOf(each).id}`));
      const weight = allZero ? 1 : weightOf(each);
      return { each, luck, turn: weight === 0 ? Number.POSITIVE_INFINITY : luck / weight };
    })
    .sort((a, b) => (a.turn === b.turn ? a.luck - b.luck : a.turn - b.turn))
    .map(({ each }) => each);
}
