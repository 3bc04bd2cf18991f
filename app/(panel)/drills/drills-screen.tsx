'use client';

import { IconFlame } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { parseAsBoolean, useQueryState } from 'nuqs';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { OnceOpened } from '@/components/layout/once-opened';
import { PageHeader } from '@/components/layout/page-header';
import { useLocked } from '@/components/layout/use-locked';
import { DrillTable } from './drill-table';

const NewDrill = dynamic(() => import('./new-drill').then((module) => module.NewDrill), { ssr: false });

export function DrillsScreen({ ownAddress }: { ownAddress: string }) {
  const t = useTranslations('drills');
  const locked = useLocked('providers.write');
  const providers = useQuery(apiQuery('providers'));
  const nobody = providers.data?.data.every(({ active }) => !active) ? t('form.noProvider') : null;
  const [starting, setStarting] = useQueryState('new', parseAsBoolean.withDefault(false));
  const start = (
    <ReasonedButton
      leftSection={<IconFlame size={16} aria-hidden />}
      onClick={() => void setStarting(true)}
      disabledReason={locked ?? nobody}
    >
      {t('start')}
    </ReasonedButton>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={start} />
      <DrillTable start={start} />
      <OnceOpened opened={starting && !locked}>
        <NewDrill
          opened={starting && !locked}
          onClose={() => void setStarting(null)}
          ownAddress={ownAddress}
        />
      </OnceOpened>
    </>
  );
}
