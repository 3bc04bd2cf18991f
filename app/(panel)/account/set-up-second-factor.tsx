'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CurrentPasswordField } from '@/components/form/current-password-field';
import { FormShell } from '@/components/form/form-shell';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import {
  BeginSecondFactorInput,
  type BegunSecondFactor,
  SecondFactorCode,
} from '@/lib/auth/second-factor/schema';
import { beginSecondFactorAction, confirmSecondFactorAction } from './actions';
import { KeyToScan } from './key-to-scan';

type Props = { email: string; onCodes: (codes: string[]) => void };

/** First the password, then the app is told its key and shows that it has it. */
export function SetUpSecondFactor({ email, onCodes }: Props) {
  const [begun, setBegun] = useState<BegunSecondFactor>();
  if (!begun) return <Begin email={email} onBegun={setBegun} />;
  return <Confirm begun={begun} onCodes={onCodes} onBack={() => setBegun(undefined)} />;
}

function Begin({ email, onBegun }: { email: string; onBegun: (begun: BegunSecondFactor) => void }) {
  const t = useTranslations('account.secondFactor');
  const form = useZodForm(BeginSecondFactorInput, { password: '' });
  const { submit, pending, error } = useFormAction(beginSecondFactorAction, { onSuccess: onBegun });
  return (
    <FormShell form={form} onSubmit={submit} pending={pending} error={error} submitLabel={t('begin')}>
      <CurrentPasswordField
        email={email}
        name="password"
        label={t('password')}
        description={t('passwordHelp')}
      />
    </FormShell>
  );
}

function Confirm({
  begun,
  onCodes,
  onBack,
}: {
  begun: BegunSecondFactor;
  onCodes: (codes: string[]) => void;
  onBack: () => void;
}) {
  const t = useTranslations('account.secondFactor');
  const form = useZodForm(SecondFactorCode, { code: '' });
  const { submit, pending, error } = useFormAction(confirmSecondFactorAction, {
    success: t('added'),
    onSuccess: onCodes,
  });
  return (
    <FormShell
      form={form}
      onSubmit={submit}
      pending={pending}
      error={error}
      submitLabel={t('confirm')}
      beside={
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
      }
    >
      <KeyToScan begun={begun} />
      <TextField
        name="code"
        label={t('code')}
        description={t('codeHelp')}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        maw={220}
      />
    </FormShell>
  );
}
