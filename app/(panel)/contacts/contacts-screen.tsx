'use client';

import { Group, TextInput } from '@mantine/core';
import { IconPlus, IconUpload } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryStates } from 'nuqs';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiPath } from '@/components/layout/api';
import { ExportLink } from '@/components/layout/export-link';
import { OnceOpened } from '@/components/layout/once-opened';
import { PageHeader } from '@/components/layout/page-header';
import { useLocked } from '@/components/layout/use-locked';
import { ContactTable } from './contact-table';

const ContactWindow = dynamic(() => import('./contact-window').then((module) => module.ContactWindow), {
  ssr: false,
});
const ImportWindow = dynamic(() => import('./import-window').then((module) => module.ImportWindow), {
  ssr: false,
});

/** Who is written to. */
export function ContactsScreen() {
  const t = useTranslations('contacts');
  const disabledReason = useLocked('contacts.write');
  const [open, setOpen] = useState<'add' | 'import' | null>(null);
  const [{ q }, setValues] = useQueryStates({ q: parseAsString, page: parseAsString });
  const close = () => setOpen(null);
  const actions = (
    <Group gap="xs">
      <ExportLink href={apiPath('contacts.csv')}>{t('export')}</ExportLink>
      <ReasonedButton
        variant="default"
        leftSection={<IconUpload size={16} aria-hidden />}
        onClick={() => setOpen('import')}
        disabledReason={disabledReason}
      >
        {t('import.button')}
      </ReasonedButton>
      <ReasonedButton
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => setOpen('add')}
        disabledReason={disabledReason}
      >
        {t('add')}
      </ReasonedButton>
    </Group>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={actions} />
      <TextInput
        mb="md"
        maw={420}
        type="search"
        label={t('search')}
        value={q ?? ''}
        onChange={({ currentTarget }) => void setValues({ q: currentTarget.value || null, page: null })}
        maxLength={254}
      />
      <ContactTable q={q} actions={actions} />
      <OnceOpened opened={open === 'add'}>
        <ContactWindow opened={open === 'add'} stored={null} onClose={close} />
      </OnceOpened>
      <OnceOpened opened={open === 'import'}>
        <ImportWindow opened={open === 'import'} onClose={close} />
      </OnceOpened>
    </>
  );
}
