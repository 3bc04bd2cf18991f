'use client';

import { Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { InvitationView, Invited } from '@/lib/people/schema';
import { renewInvitationAction, withdrawInvitationAction } from './actions';
import { LinkWindow } from './link-window';

/** Another link where the first one was lost, and the way to take the invitation back. */
export function InvitationActions({ invitation: { id, email } }: { invitation: InvitationView }) {
  const t = useTranslations('people');
  const [invited, setInvited] = useState<Invited>();
  const confirm = useConfirm();
  const disabledReason = useLocked('people.write');
  const invalidates = ['people'];
  const renew = useAction(renewInvitationAction, { invalidates, onSuccess: setInvited });
  const withdraw = useAction(withdrawInvitationAction, { invalidates, success: t('withdraw.done') });
  const ask = async () => {
    const question = { title: t('withdraw.title', { email }), body: t('withdraw.body') };
    const answers = { confirmLabel: t('withdraw.confirm'), keepLabel: t('withdraw.keep') };
    if (await confirm({ ...question, ...answers, danger: true })) await withdraw.run({ id });
  };
  return (
    <Group gap="xs" justify="flex-end">
      <ReasonedButton
        size="compact-sm"
        variant="default"
        loading={renew.pending}
        onClick={() => void renew.run({ id })}
        disabledReason={disabledReason}
      >
        {t('renew')}
      </ReasonedButton>
      <ReasonedButton
        size="compact-sm"
        variant="default"
        loading={withdraw.pending}
        onClick={() => void ask()}
        disabledReason={disabledReason}
      >
        {t('withdraw.action')}
      </ReasonedButton>
      <LinkWindow
        title={t('link.invitation')}
        given={invited}
        to={email}
        onClose={() => setInvited(undefined)}
      />
    </Group>
  );
}
