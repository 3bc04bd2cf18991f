'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { judgePasswordAction } from '@/app/(auth)/actions';
import { AuthCard } from '@/app/(auth)/auth-card';
import { CountryField, CurrencyField, TimeZoneField } from '@/app/(panel)/settings/place-fields';
import { FormShell } from '@/components/form/form-shell';
import { NewPasswordField } from '@/components/form/new-password-field';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import type { Language } from '@/components/layout/preferences';
import { SetupInput } from '@/lib/auth/schema';
import { paths } from '@/lib/paths';
import { completeSetupAction } from './actions';
import { guessPlace, type Place } from './guess-place';
import { LanguageChoice } from './language-choice';

/** Where it stands, if that was set before there was anybody; empty: guessed. */
type Props = Place & { token: string };

export function SetupForm({ token, ...place }: Props) {
  const t = useTranslations('auth.setup');
  const language = useLocale() as Language;
  const form = useZodForm(SetupInput, { token, language, name: '', email: '', password: '', ...place });
  const { getValues, resetField } = form;
  // Only the browser knows; it is shown, and can be changed.
  useEffect(() => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const guess = guessPlace(timeZone, navigator.language);
    for (const name of ['timeZone', 'currency', 'country'] as const)
      if (!getValues(name)) resetField(name, { defaultValue: guess[name] });
  }, [getValues, resetField]);
  const { submit, pending, error } = useFormAction(completeSetupAction, {
    // A full load: the root layout must be drawn again in this person's language.
    onSuccess: () => window.location.assign(paths.setupProvider()),
  });

  return (
    <AuthCard title={t('title')} lead={t('lead')} step={t('step', { step: 1 })}>
      <FormShell
        form={form}
        onSubmit={(input) => submit({ ...input, language })}
        pending={pending}
        error={error}
        submitLabel={t('submit')}
      >
        <LanguageChoice />
        <TextField name="name" label={t('name')} autoComplete="name" />
        <TextField name="email" label={t('email')} type="email" autoComplete="username" />
        <NewPasswordField name="password" label={t('password')} judge={judgePasswordAction} />
        <TimeZoneField name="timeZone" label={t('timeZone')} description={undefined} />
        <CurrencyField name="currency" label={t('currency')} description={undefined} />
        <CountryField name="country" label={t('country')} description={t('placeHelp')} />
      </FormShell>
    </AuthCard>
  );
}
