'use client';

import { IconLock } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { apiPath } from '@/components/layout/api';
import { ExportLink } from '@/components/layout/export-link';
import { PageHeader } from '@/components/layout/page-header';
import { useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import { AuditFilters } from './audit-filters';
import { AuditTable } from './audit-table';
import { useAuditFilter } from './use-audit-filter';

/** Who changed what. */
export function AuditScreen() {
  const t = useTranslations('audit');
  const { filter } = useAuditFilter();
  const locked = useLocked('audit.read');
  if (locked)
    return (
      <>
        <PageHeader title={t('title')} />
        <Notice tone="quiet" icon={<IconLock aria-hidden />}>
          {locked}
        </Notice>
      </>
    );
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={<ExportLink href={apiPath('audit.csv', filter)}>{t('export')}</ExportLink>}
      />
      <AuditFilters />
      <AuditTable />
    </>
  );
}
