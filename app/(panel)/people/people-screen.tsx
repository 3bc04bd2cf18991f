'use client';

import { IconUserPlus } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { WindowButton } from '@/components/form/window-button';
import { PageHeader } from '@/components/layout/page-header';
import { useLocked } from '@/components/layout/use-locked';
import { PeopleTable } from './people-table';

const InviteWindow = dynamic(() => import('./invite-window').then((module) => module.InviteWindow), {
  ssr: false,
});

/** Who can sign in, who is invited, and what each of them may do. */
export function PeopleScreen() {
  const t = useTranslations('people');
  const invite = (
    <WindowButton
      leftSection={<IconUserPlus size={16} aria-hidden />}
      window={(props) => <InviteWindow {...props} />}
      disabledReason={useLocked('people.write')}
    >
      {t('invite.action')}
    </WindowButton>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={invite} />
      <PeopleTable />
    </>
  );
}
