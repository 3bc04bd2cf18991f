'use client';

import { useTranslations } from 'next-intl';
import { CurrentPasswordField } from '@/components/form/current-password-field';
import { FormShell } from '@/components/form/form-shell';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { ConfirmInput } from '@/lib/auth/schema';
import { confirmSelfAction } from './actions';

type Props = { email: string; onDone: () => void };

export function ConfirmSelfForm({ email, onDone }: Props) {
  const t = useTranslations('common.confirmSelf');
  const form = useZodForm(ConfirmInput, { password: '' });
  const { submit, pending, error } = useFormAction(confirmSelfAction, { onSuccess: onDone });
  return (
    <FormShell
      form={form}
      onSubmit={submit}
      pending={pending}
      error={error}
      submitLabel={t('submit')}
      keptWhileTyping
    >
      <CurrentPasswordField
        email={email}
        name="password"
        label={t('password')}
        description={t('help')}
        data-autofocus
      />
    </FormShell>
  );
}
