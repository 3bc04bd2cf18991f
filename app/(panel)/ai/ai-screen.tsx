'use client';

import { Stack } from '@mantine/core';
import { IconPlus, IconSparkles } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { OnceOpened } from '@/components/layout/once-opened';
import { PageHeader } from '@/components/layout/page-header';
import { useLocked } from '@/components/layout/use-locked';
import { EmptyState } from '@/components/table/empty-state';
import { QueryState } from '@/components/table/query-state';
import { AiCard } from './ai-card';
import { CallsCard } from './calls-card';
import { UsesCard } from './uses-card';

const AiWindow = dynamic(() => import('./ai-window').then((module) => module.AiWindow), { ssr: false });
const KeysWindow = dynamic(() => import('./keys-window').then((module) => module.KeysWindow), {
  ssr: false,
});

type Open = { what: 'form' | 'keys'; id: string | null } | null;

/** Who helps, what for, and what it cost. */
export function AiScreen() {
  const t = useTranslations('ai');
  const locked = useLocked('ai.write');
  const query = useQuery(apiQuery('ai-providers'));
  const [open, setOpen] = useState<Open>(null);
  const chosen = query.data?.data.find(({ id }) => id === open?.id) ?? null;
  const close = () => setOpen(null);
  const add = (
    <ReasonedButton
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setOpen({ what: 'form', id: null })}
      disabledReason={locked}
    >
      {t('add')}
    </ReasonedButton>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={add} />
      <QueryState query={query}>
        {({ data }) => (
          <Stack>
            {data.length === 0 && (
              <EmptyState icon={<IconSparkles size={22} aria-hidden />} title={t('empty.title')} action={add}>
                {t('empty.body')}
              </EmptyState>
            )}
            {data.map((provider) => (
              <AiCard
                key={provider.id}
                provider={provider}
                onEdit={() => setOpen({ what: 'form', id: provider.id })}
                onKeys={() => setOpen({ what: 'keys', id: provider.id })}
              />
            ))}
            <UsesCard providers={data} />
            {data.length > 0 && <CallsCard />}
          </Stack>
        )}
      </QueryState>
      <OnceOpened opened={open?.what === 'form'}>
        <AiWindow opened={open?.what === 'form'} stored={chosen} onClose={close} />
      </OnceOpened>
      <OnceOpened opened={open?.what === 'keys'}>
        <KeysWindow opened={open?.what === 'keys'} provider={chosen} onClose={close} />
      </OnceOpened>
    </>
  );
}
