'use client';

import { IconUserPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { PageHeader } from '@/components/layout/page-header';
import { useLocked } from '@/components/layout/use-locked';
import { InviteWindow } from './invite-window';
import { PeopleTable } from './people-table';

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
      <InviteWindow open={open} onClose={() => setOpen(false)} />
    </>
  );
}
