'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SettingsCard } from '@/components/layout/settings-card';
import type { SecondFactorView } from '@/lib/auth/second-factor/schema';
import { RecoveryCodes } from './recovery-codes';
import { SecondFactorOn } from './second-factor-on';
import { SetUpSecondFactor } from './set-up-second-factor';

type Props = { factor: SecondFactorView; email: string };

export function SecondFactorCard({ factor, email }: Props) {
  const t = useTranslations('account.secondFactor');
  const router = useRouter();
  // Told once: they stay until who reads them says so, whatever the page knows meanwhile.
  const [codes, setCodes] = useState<string[]>();
  const done = () => {
    setCodes(undefined);
    router.refresh();
  };
  return (
    <SettingsCard title={t('title')} help={t('help')}>
      {codes ? (
        <RecoveryCodes codes={codes} onDone={done} />
      ) : factor.since ? (
        <SecondFactorOn factor={{ ...factor, since: factor.since }} onCodes={setCodes} />
      ) : (
        <SetUpSecondFactor email={email} onCodes={setCodes} />
      )}
    </SettingsCard>
  );
}
