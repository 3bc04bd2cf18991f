'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { PasswordField } from '@/components/form/password-field';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import type { Result } from '@/components/layout/use-action';
import { SecondFactorProof } from '@/lib/auth/second-factor/schema';

type Props<T> = {
  opened: boolean;
  texts: 'renewWindow' | 'removeWindow';
  action: (proof: SecondFactorProof) => Promise<Result<T>>;
  onClose: () => void;
  onDone: (result: T) => void;
};

/** What changes a second factor asks for the password and a code again. */
export function ProofWindow<T>({ opened, texts, onClose, ...form }: Props<T>) {
  const t = useTranslations(`account.secondFactor.${texts}`);
  return (
    <FormWindow opened={opened} onClose={onClose} title={t('title')} size="md">
      <ProofForm texts={texts} {...form} />
    </FormWindow>
  );
}

function ProofForm<T>({ texts, action, onDone }: Omit<Props<T>, 'opened' | 'onClose'>) {
  const t = useTranslations(`account.secondFactor.${texts}`);
  const tAll = useTranslations('account.secondFactor');
  const form = useZodForm(SecondFactorProof, { password: '', code: '' });
  const { submit, pending, error } = useFormAction(action, { success: t('done'), onSuccess: onDone });
  return (
    <FormShell form={form} onSubmit={submit} pending={pending} error={error} submitLabel={t('submit')}>
      <Text size="sm" c="dimmed">
        {t('body')}
      </Text>
      <PasswordField name="password" label={tAll('password')} autoComplete="current-password" />
      <TextField
        name="code"
        label={tAll('code')}
        description={tAll('anyCode')}
        autoComplete="one-time-code"
        spellCheck={false}
      />
    </FormShell>
  );
}
