'use client';

import { Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { apiPath } from '@/components/layout/api';
import { ExportLink } from '@/components/layout/export-link';
import { PageHeader } from '@/components/layout/page-header';
import { SectionCard } from '@/components/layout/section-card';
import { WayBack } from '@/components/layout/way-back';
import { paths } from '@/lib/paths';
import { DocumentForm } from './document-form';

/** Everything that is set here, out into a file and in from one: what would change is said before it does. */
export function DocumentScreen() {
  const t = useTranslations('configuration');
  return (
    <>
      <PageHeader
        above={<WayBack href={paths.settings()} label={t('back')} />}
        title={t('title')}
        description={t('description')}
        actions={<ExportLink href={apiPath('config', { format: 'yaml' })}>{t('export')}</ExportLink>}
      />
      <Stack maw={960}>
        <SectionCard title={t('import.title')} lead={t('import.lead')}>
          <DocumentForm />
        </SectionCard>
      </Stack>
    </>
  );
}
