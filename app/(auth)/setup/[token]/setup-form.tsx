'use client';

import { Card, SegmentedControl, Text, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { FormShell } from '@/components/form/form-shell';
import { PasswordField } from '@/components/form/password-field';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { chooseLocale } from '@/components/layout/locale-links';
import { LANGUAGES, type Language } from '@/components/layout/preferences';
import { PASSWORD_MIN, SetupInput } from '@/lib/auth/schema';
import { paths } from '@/lib/paths';
import { completeSetupAction } from './actions';

export function SetupForm({ token }: { token: string }) {
  const t = useTranslations('auth.setup');
  const language = useLocale() as Language;
  const router = useRouter();
  const form = useZodForm(SetupInput, { token, language, name: '', email: '', password: '' });
  const { submit, pending, error } = useFormAction(completeSetupAction, {
    // A full load: the root layout must be drawn again in this person's language.
    onSuccess: () => window.location.assign(paths.setupProvider()),
  });
  const chooseLanguage = (value: string) => {
    chooseLocale(value);
    router.refresh();
  };

  return (
    <Card shadow="sm" padding="xl">
      <header>
        <Text size="xs" c="dimmed">
          {t('step', { step: 1 })}
        </Text>
        <Title order={1}>{t('title')}</Title>
        <Text size="sm" c="dimmed" mt={4} mb="lg">
          {t('lead')}
        </Text>
      </header>
      <FormShell
        form={form}
        onSubmit={(input) => submit({ ...input, language })}
        pending={pending}
        error={error}
        submitLabel={t('submit')}
      >
        <SegmentedControl
          size="sm"
          fullWidth
          aria-label={t('language')}
          value={language}
          data={LANGUAGES}
          onChange={chooseLanguage}
        />
        <TextField name="name" label={t('name')} autoComplete="name" />
        <TextField name="email" label={t('email')} type="email" autoComplete="username" />
        <PasswordField
          name="password"
          label={t('password')}
          description={t('passwordHelp', { min: PASSWORD_MIN })}
          autoComplete="new-password"
        />
      </FormShell>
    </Card>
  );
}
