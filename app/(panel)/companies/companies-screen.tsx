'use client';

import { IconPlus } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { OnceOpened } from '@/components/layout/once-opened';
import { PageHeader } from '@/components/layout/page-header';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import { CompanyTable } from './company-table';

const CompanyWindow = dynamic(() => import('./company-window').then((module) => module.CompanyWindow), {
  ssr: false,
});

export function CompaniesScreen() {
  const t = useTranslations('companies');
  const disabledReason = useLocked('companies.write', SHARED);
  const [open, setOpen] = useState(false);
  const create = (
    <ReasonedButton
      leftSection={<IconPlus size={16} />}
      onClick={() => setOpen(true)}
      disabledReason={disabledReason}
    >
      {t('create')}
    </ReasonedButton>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={create} />
      <CompanyTable create={create} />
      <OnceOpened opened={open}>
        <CompanyWindow opened={open} onClose={() => setOpen(false)} />
      </OnceOpened>
    </>
  );
}
