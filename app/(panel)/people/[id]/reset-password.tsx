'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { PersonView, ResetSent } from '@/lib/people/schema';
import { resetPasswordAction } from '../actions';
import { LinkWindow } from '../link-window';

/** For who forgot the password: nobody but the person learns the new one. */
export function ResetPassword({ person: { id, name, email, active } }: { person: PersonView }) {
  const t = useTranslations('people');
  const [sent, setSent] = useState<ResetSent>();
  const confirm = useConfirm();
  const locked = useLocked('people.write');
  const { run, pending } = useAction(resetPasswordAction, { onSuccess: setSent });
  const ask = async () => {
    const question = { title: t('reset.title', { name }), body: t('reset.body', { email }) };
    if (await confirm({ ...question, confirmLabel: t('reset.confirm'), keepLabel: t('reset.keep') }))
      await run({ id });
  };
  return (
    <>
      <ReasonedButton
        variant="default"
        loading={pending}
        disabledReason={locked ?? (active ? null : t('reset.inactive'))}
        onClick={() => void ask()}
      >
        {t('reset.action')}
      </ReasonedButton>
      <LinkWindow title={t('link.password')} given={sent} to={email} onClose={() => setSent(undefined)} />
    </>
  );
}
