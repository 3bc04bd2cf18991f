'use client';

import { Card, SegmentedControl, Text, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { CurrencyField, TimeZoneField } from '@/app/(panel)/settings/place-fields';
import { FormShell } from '@/components/form/form-shell';
import { PasswordField } from '@/components/form/password-field';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { chooseLocale } from '@/components/layout/locale-cookie';
import { LANGUAGES, type Language } from '@/components/layout/preferences';
import { PASSWORD_MIN, SetupInput } from '@/lib/auth/schema';
import { paths } from '@/lib/paths';
import { completeSetupAction } from './actions';
import { guessPlace, type Place } from './guess-place';

/** Where it stands, if that was set before there was anybody; empty: guessed. */
type Props = Place & { token: string };

export function SetupForm({ token, ...place }: Props) {
  const t = useTranslations('auth.setup');
  const language = useLocale() as Language;
  const router = useRouter();
  const form = useZodForm(SetupInput, { token, language, name: '', email: '', password: '', ...place });
  const { getValues, resetField } = form;
  // Only the browser knows; it is shown, and can be changed.
  useEffect(() => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const guess = guessPlace(timeZone, navigator.language);
    for (const name of ['timeZone', 'currency'] as const)
      if (!getValues(name)) resetField(name, { defaultValue: guess[name] });
  }, [getValues, resetField]);
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
        <TimeZoneField name="timeZone" label={t('timeZone')} description={undefined} />
        <CurrencyField name="currency" label={t('currency')} description={t('placeHelp')} />
      </FormShell>
    </Card>
  );
}
