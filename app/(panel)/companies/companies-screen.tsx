'use client';

import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { PageHeader } from '@/components/layout/page-header';
import { CompanyTable } from './company-table';
import { CompanyWindow } from './company-window';

export function CompaniesScreen({ canWrite }: { canWrite: boolean }) {
  const t = useTranslations('companies');
  const [open, setOpen] = useState(false);
  const disabledReason = canWrite ? null : t('readOnly');
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
