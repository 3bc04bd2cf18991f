'use client';

import { Group } from '@mantine/core';
import { IconHistoryToggle, IconMailOpened, IconPlus, IconUpload } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiPath } from '@/components/layout/api';
import { ExportLink } from '@/components/layout/export-link';
import { OnceOpened } from '@/components/layout/once-opened';
import { PageHeader } from '@/components/layout/page-header';
import { useLocked } from '@/components/layout/use-locked';
import { SuppressionFilters } from './suppression-filters';
import { SuppressionTable } from './suppression-table';
import { useSuppressionFilter } from './use-suppression-filter';

const AddWindow = dynamic(() => import('./add-window').then((module) => module.AddWindow), { ssr: false });
const ImportWindow = dynamic(() => import('./import-window').then((module) => module.ImportWindow), {
  ssr: false,
});
const ReadWindow = dynamic(() => import('./read-window').then((module) => module.ReadWindow), { ssr: false });
const UndoWindow = dynamic(() => import('./undo-window').then((module) => module.UndoWindow), { ssr: false });

type Which = 'add' | 'import' | 'read' | 'undo';

/** Who is not sent to any more, and why. */
export function SuppressionsScreen() {
  const t = useTranslations('suppressions');
  const locked = useLocked('suppressions.write');
  const { filter } = useSuppressionFilter();
  const [open, setOpen] = useState<Which | null>(null);
  const close = () => setOpen(null);
  const button = (which: Which, Icon: typeof IconPlus, main = false) => (
    <ReasonedButton
      variant={main ? 'filled' : 'default'}
      leftSection={<Icon size={16} aria-hidden />}
      onClick={() => setOpen(which)}
      disabledReason={locked}
    >
      {t(`${which}.button`)}
    </ReasonedButton>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <Group gap="xs">
            {button('read', IconMailOpened)}
            {button('undo', IconHistoryToggle)}
            {button('import', IconUpload)}
            <ExportLink href={apiPath('suppressions.csv', filter)}>{t('export')}</ExportLink>
            {button('add', IconPlus, true)}
          </Group>
        }
      />
      <SuppressionFilters />
      <SuppressionTable />
      <OnceOpened opened={open === 'add'}>
        <AddWindow opened={open === 'add'} onClose={close} />
      </OnceOpened>
      <OnceOpened opened={open === 'import'}>
        <ImportWindow opened={open === 'import'} onClose={close} />
      </OnceOpened>
      <OnceOpened opened={open === 'read'}>
        <ReadWindow opened={open === 'read'} onClose={close} />
      </OnceOpened>
      <OnceOpened opened={open === 'undo'}>
        <UndoWindow opened={open === 'undo'} onClose={close} />
      </OnceOpened>
    </>
  );
}
