'use client';

import { useTranslations } from 'next-intl';
import { FormShell } from '@/components/form/form-shell';
import { PasswordField } from '@/components/form/password-field';
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
      {/* Password managers need to know whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        name="password"
        label={t('password')}
        description={t('help')}
        autoComplete="current-password"
        data-autofocus
      />
    </FormShell>
  );
}
