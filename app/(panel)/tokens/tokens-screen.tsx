'use client';

import { IconPlus } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { parseAsBoolean, useQueryState } from 'nuqs';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { OnceOpened } from '@/components/layout/once-opened';
import { PageHeader } from '@/components/layout/page-header';
import { useLocked } from '@/components/layout/use-locked';
import { TokenTable } from './token-table';

const NewToken = dynamic(() => import('./new-token').then((module) => module.NewToken), { ssr: false });

type Props = { baseUrl: string; usualDays: number; usualHours: number };

export function TokensScreen(usual: Props) {
  const t = useTranslations('tokens');
  const disabledReason = useLocked('tokens.write');
  const [creating, setCreating] = useQueryState('new', parseAsBoolean.withDefault(false));
  const create = (
    <ReasonedButton
      leftSection={<IconPlus size={16} />}
      onClick={() => setCreating(true)}
      disabledReason={disabledReason}
    >
      {t('create')}
    </ReasonedButton>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={create} />
      <TokenTable create={create} />
      <OnceOpened opened={creating && !disabledReason}>
        <NewToken opened={creating && !disabledReason} onClose={() => setCreating(null)} {...usual} />
      </OnceOpened>
    </>
  );
}
