'use client';

import { Card, SegmentedControl, Text, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { FormShell } from '@/components/form/form-shell';
import { PasswordField } from '@/components/form/password-field';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { chooseLocale } from '@/components/layout/locale-cookie';
import { LANGUAGES, type Language } from '@/components/layout/preferences';
import { PASSWORD_MIN } from '@/lib/auth/schema';
import { paths } from '@/lib/paths';
import { AcceptInput } from '@/lib/people/schema';
import { joinAction } from './actions';

export function JoinForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('people.join');
  const tSetup = useTranslations('auth.setup');
  const language = useLocale() as Language;
  const router = useRouter();
  const form = useZodForm(AcceptInput, { token, language, name: '', password: '' });
  const { submit, pending, error } = useFormAction(joinAction, {
    // A full load: the root layout must be drawn again in this person's language.
    onSuccess: () => window.location.assign(paths.home()),
  });
  const chooseLanguage = (value: string) => {
    chooseLocale(value);
    router.refresh();
  };
  return (
    <Card shadow="sm" padding="xl">
      <Title order={1}>{t('title')}</Title>
      <Text size="sm" c="dimmed" mt={4} mb="lg">
        {t('lead', { email })}
      </Text>
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
          aria-label={tSetup('language')}
          value={language}
          data={LANGUAGES}
          onChange={chooseLanguage}
        />
        <TextField name="name" label={tSetup('name')} autoComplete="name" />
        <PasswordField
          name="password"
          label={tSetup('password')}
          description={tSetup('passwordHelp', { min: PASSWORD_MIN })}
          autoComplete="new-password"
        />
      </FormShell>
    </Card>
  );
}
