'use client';

import { useTranslations } from 'next-intl';
import { PASSWORD_MIN } from '@/lib/auth/schema';
import { PasswordField } from './password-field';

/** One that is chosen, with what it must be like. */
export function NewPasswordField({ name, label }: { name: string; label: string }) {
  const t = useTranslations('common.form');
  return (
    <PasswordField
      name={name}
      label={label}
      description={t('newPasswordHelp', { min: PASSWORD_MIN })}
      autoComplete="new-password"
    />
  );
}
