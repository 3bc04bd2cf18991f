'use client';

import type { ReactNode } from 'react';
import { useLocked } from '@/components/layout/use-locked';
import type { ProviderView } from '@/lib/providers/schema';
import { ProviderCard } from './provider-card';
import { keepsNamedOnly } from './provider-state';
import { useReorder } from './use-reorder';

const TYPE = 'application/x-relevo-provider';

type Props = { provider: ProviderView; all: ProviderView[]; figures?: ReactNode };

/** A card that can be dropped where another one stands; who has no mouse finds keys on it. */
export function Draggable({ provider, all, figures }: Props) {
  const { drop } = useReorder(all);
  const locked = useLocked('providers.write', provider);
  return (
    <li
      draggable={locked === null && all.length > 1 && !keepsNamedOnly(provider, all)}
      onDragStart={({ dataTransfer }) => dataTransfer.setData(TYPE, provider.id)}
      onDragOver={(event) => event.dataTransfer.types.includes(TYPE) && event.preventDefault()}
      onDrop={(event) => {
        const id = event.dataTransfer.getData(TYPE);
        if (id && id !== provider.id) void drop(id, provider.id);
      }}
    >
      <ProviderCard provider={provider} all={all} figures={figures} />
    </li>
  );
}
