'use client';

import { SimpleGrid, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '@/components/layout/api';
import { pollEvery } from '@/components/layout/poll-every';
import type { ProviderView } from '@/lib/providers/schema';
import { CardFigures } from './card-figures';
import { Draggable } from './draggable';
import { inSendingOrder } from './provider-state';
import { BudgetBar, LimitBar } from './room-bar';
import { useByProvider } from './use-by-provider';

/** Limits fill slowly, and this page asks other things too. */
const REFRESH_MS = 30_000;

type Props = { providers: ProviderView[] };

/** A card for each, in the order in which they are tried: how it stands, its figures, how full its limits are, one obvious button. */
export function ProviderCards({ providers }: Props) {
  const known = useByProvider();
  return (
    <SimpleGrid component="ul" cols={{ base: 1, md: 2, xl: 3 }} p={0} m={0} style={{ listStyle: 'none' }}>
      {inSendingOrder(providers).map((provider) => {
        const points = known?.of(provider.id);
        return (
          <Draggable
            key={provider.id}
            provider={provider}
            all={providers}
            figures={
              <>
                {known && points && points.totals.attempts > 0 && (
                  <CardFigures provider={provider} period={known.period} points={points} />
                )}
                <CardRoom provider={provider} />
              </>
            }
          />
        );
      })}
    </SimpleGrid>
  );
}

/** Those that do not renew within the hour, and the budget: what one may have to act on. */
function CardRoom({ provider: { id } }: { provider: ProviderView }) {
  const { data } = useQuery({ ...apiQuery('statistics'), refetchInterval: pollEvery(REFRESH_MS) });
  const standing = data?.providers.find((each) => each.id === id);
  if (!data || !standing) return null;
  const { limits, budget } = standing;
  return (
    <Stack gap="xs">
      {limits
        .filter(({ unit }) => unit === 'day' || unit === 'month')
        .map((use) => (
          <div key={use.unit}>
            <LimitBar use={use} place={data} />
          </div>
        ))}
      {budget && (
        <div>
          <BudgetBar use={budget} place={data} />
        </div>
      )}
    </Stack>
  );
}
