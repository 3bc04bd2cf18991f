'use client';

import { Card, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { FormShell } from '@/components/form/form-shell';
import { PasswordField } from '@/components/form/password-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { PASSWORD_MIN } from '@/lib/auth/schema';
import { paths } from '@/lib/paths';
import { NewPasswordInput } from '@/lib/people/schema';
import { newPasswordAction } from './actions';

export function NewPasswordForm({ token }: { token: string }) {
  const t = useTranslations('people.newPassword');
  const tSetup = useTranslations('auth.setup');
  const form = useZodForm(NewPasswordInput, { token, password: '' });
  const { submit, pending, error } = useFormAction(newPasswordAction, {
    onSuccess: () => window.location.assign(paths.signIn()),
  });
  return (
    <Card shadow="sm" padding="xl">
      <Title order={1}>{t('title')}</Title>
      <Text size="sm" c="dimmed" mt={4} mb="lg">
        {t('lead')}
      </Text>
      <FormShell form={form} onSubmit={submit} pending={pending} error={error} submitLabel={t('submit')}>
        <PasswordField
          name="password"
          label={t('password')}
          description={tSetup('passwordHelp', { min: PASSWORD_MIN })}
          autoComplete="new-password"
        />
      </FormShell>
    </Card>
  );
}
