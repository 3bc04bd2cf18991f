'use client';

import { Paper } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { apiQuery } from '@/components/layout/api';
import { pollEvery } from '@/components/layout/poll-every';
import { EmptyState } from '@/components/table/empty-state';
import { QueryState } from '@/components/table/query-state';
import { type RoutingState, type RoutingStateView, readState } from '@/lib/routing/state';
import { AddProvider } from '../providers/add-provider';
import { Decision } from './decision';
import { type LabMessage, NEW_MESSAGE, type Supposed } from './lab';
import { MessageCard } from './message-card';
import { ProvidersCard } from './providers-card';
import classes from './routing-lab.module.css';

const REFRESH_MS = 5_000;

/** What the router would do with a message that does not exist, from what is so and what is only supposed. */
export function RoutingScreen() {
  const t = useTranslations('routing.empty');
  const query = useQuery({ ...apiQuery('routing'), refetchInterval: pollEvery(REFRESH_MS) });
  return (
    <QueryState query={query}>
      {(view) =>
        view.providers.length === 0 ? (
          <Paper withBorder>
            <EmptyState icon={<IconRoute size={22} />} title={t('title')} action={<AddProvider />}>
              {t('text')}
            </EmptyState>
          </Paper>
        ) : (
          <Lab view={view} />
        )
      }
    </QueryState>
  );
}

function Lab({ view }: { view: RoutingStateView }) {
  const state: RoutingState = useMemo(() => readState(view), [view]);
  const [message, setMessage] = useState<LabMessage>(NEW_MESSAGE);
  const [supposed, setSupposed] = useState<Record<string, Supposed>>({});
  const change = (id: string, part: Supposed) =>
    setSupposed((all) => ({ ...all, [id]: { ...all[id], ...part } }));
  const reset = (id: string) => setSupposed(({ [id]: _gone, ...rest }) => rest);
  return (
    <div className={classes.lab}>
      <MessageCard
        state={state}
        message={message}
        onChange={(part) => setMessage((all) => ({ ...all, ...part }))}
      />
      <div className={classes.decision}>
        <Decision scenario={{ state, message, supposed }} />
      </div>
      <ProvidersCard
        providers={state.providers}
        supposed={supposed}
        onChange={change}
        onReset={reset}
        onResetAll={() => setSupposed({})}
      />
    </div>
  );
}
