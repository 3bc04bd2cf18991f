'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { judgePasswordAction } from '@/app/(auth)/actions';
import { CurrentPasswordField } from '@/components/form/current-password-field';
import { FormShell } from '@/components/form/form-shell';
import { NewPasswordField } from '@/components/form/new-password-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { SettingsCard } from '@/components/layout/settings-card';
import { PasswordInput } from '@/lib/auth/schema';
import { changePasswordAction } from './actions';

const BLANK = { currentPassword: '', newPassword: '' };

type Props = { person: { name: string; email: string } };

export function PasswordCard({ person }: Props) {
  const t = useTranslations('account.password');
  const router = useRouter();
  const form = useZodForm(PasswordInput, BLANK);
  const { submit, pending, error } = useFormAction(changePasswordAction, {
    success: t('changed'),
    onSuccess: () => {
      form.reset(BLANK);
      router.refresh();
    },
  });
  return (
    <SettingsCard title={t('title')} help={t('help')}>
      <FormShell form={form} onSubmit={submit} pending={pending} error={error} submitLabel={t('submit')}>
        <CurrentPasswordField email={person.email} name="currentPassword" label={t('current')} />
        <NewPasswordField name="newPassword" label={t('new')} judge={judgePasswordAction} whose={person} />
      </FormShell>
    </SettingsCard>
  );
}
