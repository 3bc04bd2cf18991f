'use client';

import { Anchor } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AuthCard } from '@/app/(auth)/auth-card';
import { RecoveryCodes } from '@/app/(panel)/account/recovery-codes';
import { SetUpSecondFactor } from '@/app/(panel)/account/set-up-second-factor';
import { signOutAction } from '@/app/(panel)/actions';
import { useAction } from '@/components/layout/use-action';
import { paths } from '@/lib/paths';

/** Before anything else, for who is of a role that needs a second factor. */
export function AddFactor({ email, next }: { email: string; next: string }) {
  const t = useTranslations('auth.addFactor');
  const [codes, setCodes] = useState<string[]>();
  const { run: signOut } = useAction(signOutAction, {
    onSuccess: () => window.location.assign(paths.signIn()),
  });
  return (
    <AuthCard title={t('title')} lead={t('lead')}>
      {codes ? (
        <RecoveryCodes codes={codes} onDone={() => window.location.assign(next)} />
      ) : (
        <>
          <SetUpSecondFactor email={email} onCodes={setCodes} />
          <Anchor component="button" type="button" size="xs" mt="md" onClick={() => signOut({})}>
            {t('signOut')}
          </Anchor>
        </>
      )}
    </AuthCard>
  );
}
