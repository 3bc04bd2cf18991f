import type { Metrics } from '@/lib/metrics/schema';

/** From the beginning of a point to that of the next one. */
export function rangeAt({ data, to }: Pick<Metrics, 'data' | 'to'>, n: number): { from: string; to: string } {
  return { from: data[n]!.at, to: data[n + 1]?.at ?? to };
}
