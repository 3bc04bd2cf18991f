'use client';

import { useAction } from '@/components/layout/use-action';
import type { ProviderView } from '@/lib/providers/schema';
import { reorderProvidersAction } from './actions';
import { byPriority, placed } from './place-in-order';
import { keepsNamedOnly } from './provider-state';

/** Changes the order by which providers are called, by keys or by dropping one where another stands. */
export function useReorder(all: ProviderView[]) {
  const { run, pending } = useAction(reorderProvidersAction, {
    invalidates: ['providers', 'routing', 'statistics'],
  });
  const order = byPriority(all.filter((each) => !keepsNamedOnly(each, all))).map(({ id }) => id);
  const target = (id: string, by: number) => order.indexOf(id) + by;
  return {
    pending,
    canMove: (id: string, by: number) =>
      order.includes(id) && target(id, by) >= 0 && target(id, by) < order.length,
    move: (id: string, by: number) => run({ providers: placed(order, id, target(id, by)) }),
    /** Where `other` stands. */
    drop: (id: string, other: string) =>
      order.includes(id) &&
      order.includes(other) &&
      run({ providers: placed(order, id, order.indexOf(other)) }),
  };
}
