'use client';

import { useLocale, useTranslations } from 'next-intl';
import { judgePasswordAction } from '@/app/(auth)/actions';
import { AuthCard } from '@/app/(auth)/auth-card';
import { FormShell } from '@/components/form/form-shell';
import { NewPasswordField } from '@/components/form/new-password-field';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import type { Language } from '@/components/layout/preferences';
import { paths } from '@/lib/paths';
import { AcceptInput } from '@/lib/people/schema';
import { joinAction } from './actions';

export function JoinForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('people.join');
  const tSetup = useTranslations('auth.setup');
  const language = useLocale() as Language;
  const form = useZodForm(AcceptInput, { token, language, name: '', password: '' });
  const { submit, pending, error } = useFormAction(joinAction, {
    // A full load: the root layout must be drawn again in this person's language.
    onSuccess: () => window.location.assign(paths.home()),
  });
  return (
    <AuthCard title={t('title')} lead={t('lead', { email })}>
      <FormShell
        form={form}
        onSubmit={(input) => submit({ ...input, language })}
        pending={pending}
        error={error}
        submitLabel={t('submit')}
      >
        <TextField name="name" label={tSetup('name')} autoComplete="name" />
        <NewPasswordField
          name="password"
          label={tSetup('password')}
          judge={judgePasswordAction}
          whose={{ email }}
        />
      </FormShell>
    </AuthCard>
  );
}
