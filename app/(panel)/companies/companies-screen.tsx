'use client';

import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { PageHeader } from '@/components/layout/page-header';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import { CompanyTable } from './company-table';
import { CompanyWindow } from './company-window';

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
      <CompanyWindow open={open} onClose={() => setOpen(false)} />
    </>
  );
}
