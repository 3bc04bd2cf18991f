'use client';

import { useTranslations } from 'next-intl';
import { judgePasswordAction } from '@/app/(auth)/actions';
import { AuthCard } from '@/app/(auth)/auth-card';
import { FormShell } from '@/components/form/form-shell';
import { NewPasswordField } from '@/components/form/new-password-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { paths } from '@/lib/paths';
import { NewPasswordInput } from '@/lib/people/schema';
import { newPasswordAction } from './actions';

export function NewPasswordForm({ token }: { token: string }) {
  const t = useTranslations('people.newPassword');
  const form = useZodForm(NewPasswordInput, { token, password: '' });
  const { submit, pending, error } = useFormAction(newPasswordAction, {
    onSuccess: () => window.location.assign(paths.signIn()),
  });
  return (
    <AuthCard title={t('title')} lead={t('lead')}>
      <FormShell form={form} onSubmit={submit} pending={pending} error={error} submitLabel={t('submit')}>
        <NewPasswordField name="password" label={t('password')} judge={judgePasswordAction} />
      </FormShell>
    </AuthCard>
  );
}
