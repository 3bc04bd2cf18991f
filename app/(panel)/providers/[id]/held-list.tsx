'use client';

import { Stack, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { QueryState } from '@/components/table/query-state';
import type { ProviderListsView } from '@/lib/suppressions/held/schema';
import { setListsAction } from '../../suppressions/actions';
import type { DetailProps } from './detail-props';
import { HeldActions } from './held-actions';
import { HeldDifference, HeldProgress } from './held-difference';

/** It goes on by itself, page by page. */
const WHILE_WORKING_MS = 2_000;
/** Those who keep a list, and document none for programs. */
const WITHOUT = ['resend'];

/** To whom the service sends no more: what differs from our list, then both in step. */
export function HeldList({ provider }: DetailProps) {
  const t = useTranslations('providers.lists');
  const query = useQuery({
    ...apiQuery('providers/[id]/suppressions', { id: provider.id }),
    refetchInterval: ({ state }) => (state.data && state.data.step !== 'rest' ? WHILE_WORKING_MS : false),
  });
  const isSilent = query.data?.supported === false;
  if (isSilent && !WITHOUT.includes(provider.kind)) return null;
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <QueryState query={query}>
        {(lists) =>
          lists.supported ? (
            <Stack gap="sm" align="flex-start">
              <HeldProgress lists={lists} kind={provider.kind} />
              {lists.difference && lists.step === 'rest' && <HeldDifference difference={lists.difference} />}
              <HeldActions provider={provider} lists={lists} />
              <Nightly provider={provider} lists={lists} />
            </Stack>
          ) : (
            <Text size="sm">{t('unsupported')}</Text>
          )
        }
      </QueryState>
    </SectionCard>
  );
}

function Nightly({ provider, lists }: DetailProps & { lists: ProviderListsView }) {
  const t = useTranslations('providers.lists');
  const locked = useLocked('suppressions.write', provider);
  const { run, pending } = useAction(setListsAction, { invalidates: ['providers'] });
  return (
    <Switch
      label={t('nightly')}
      description={locked ?? t('nightlyHelp')}
      checked={lists.nightly}
      disabled={pending || locked !== null}
      onChange={(event) => void run({ id: provider.id, nightly: event.currentTarget.checked })}
    />
  );
}
