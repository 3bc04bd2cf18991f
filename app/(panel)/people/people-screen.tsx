'use client';

import { IconUserPlus } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { OnceOpened } from '@/components/layout/once-opened';
import { PageHeader } from '@/components/layout/page-header';
import { useLocked } from '@/components/layout/use-locked';
import { PeopleTable } from './people-table';

const InviteWindow = dynamic(() => import('./invite-window').then((module) => module.InviteWindow), {
  ssr: false,
});

/** Who can sign in, who is invited, and what each of them may do. */
export function PeopleScreen() {
  const t = useTranslations('people');
  const [open, setOpen] = useState(false);
  const invite = (
    <ReasonedButton
      leftSection={<IconUserPlus size={16} aria-hidden />}
      onClick={() => setOpen(true)}
      disabledReason={useLocked('people.write')}
    >
      {t('invite.action')}
    </ReasonedButton>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={invite} />
      <PeopleTable />
      <OnceOpened opened={open}>
        <InviteWindow opened={open} onClose={() => setOpen(false)} />
      </OnceOpened>
    </>
  );
}
