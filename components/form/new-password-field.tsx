'use client';

import { PasswordInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { PASSWORD_MIN } from '@/lib/auth/schema';
import { useField } from './use-field';
import { useFieldMessage } from './use-field-message';
import { type JudgePassword, useJudgedPassword } from './use-judged-password';

type Props = {
  name: string;
  label: string;
  judge: JudgePassword;
  /** Who chooses it, where the form does not ask for it: others know of that. */
  whose?: { name?: string; email?: string };
};

/** One that is chosen: whether it will do is said as one types. */
export function NewPasswordField({ name, label, judge, whose }: Props) {
  const t = useTranslations('common.form.newPassword');
  const { field, error } = useField(name, label);
  const { getValues } = useFormContext();
  const say = useFieldMessage();
  const password = String(field.value ?? '');
  const judged = useJudgedPassword(password, (typed) =>
    judge({
      password: typed,
      name: whose?.name ?? getValues('name'),
      email: whose?.email ?? getValues('email'),
    }),
  );
  const missing = PASSWORD_MIN - password.length;
  const said =
    missing < PASSWORD_MIN && missing > 0
      ? t('missing', { missing })
      : judged === null
        ? t('good')
        : t('help', { min: PASSWORD_MIN });
  return (
    <PasswordInput
      {...field}
      value={password}
      label={label}
      description={<span role="status">{said}</span>}
      error={error ?? (judged && say(judged))}
      autoComplete="new-password"
    />
  );
}
