'use client';

import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { PageHeader } from '@/components/layout/page-header';
import type { CompanyView } from '@/lib/companies/schema';
import { CompanyTable } from './company-table';
import { CompanyWindow } from './company-window';

export function CompaniesScreen({ canWrite }: { canWrite: boolean }) {
  const t = useTranslations('companies');
  const [open, setOpen] = useState<CompanyView | 'new' | null>(null);
  const { data } = useQuery(apiQuery('companies'));
  const current = open && open !== 'new' ? (data?.data.find(({ id }) => id === open.id) ?? open) : open;
  const disabledReason = canWrite ? null : t('readOnly');
  const create = (
    <ReasonedButton
      leftSection={<IconPlus size={16} />}
      onClick={() => setOpen('new')}
      disabledReason={disabledReason}
    >
      {t('create')}
    </ReasonedButton>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={create} />
      <CompanyTable create={create} disabledReason={disabledReason} onEdit={setOpen} />
      <CompanyWindow open={current} onClose={() => setOpen(null)} />
    </>
  );
}
