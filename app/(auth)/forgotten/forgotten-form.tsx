'use client';

import { Anchor, Code, Text } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AuthCard } from '@/app/(auth)/auth-card';
import { FormShell } from '@/components/form/form-shell';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { Notice } from '@/components/table/notice';
import { paths } from '@/lib/paths';
import { ForgottenInput } from '@/lib/people/schema';
import { forgottenAction } from './actions';

export function ForgottenForm() {
  const t = useTranslations('people.forgotten');
  const [asked, setAsked] = useState(false);
  const form = useZodForm(ForgottenInput, { email: '' });
  const { submit, pending, error } = useFormAction(forgottenAction, { onSuccess: () => setAsked(true) });
  return (
    <AuthCard title={t('title')} lead={t('lead')}>
      {asked ? (
        <Notice tone="good" icon={<IconMailForward aria-hidden />} role="status">
          {t('asked')}
        </Notice>
      ) : (
        <FormShell form={form} onSubmit={submit} pending={pending} error={error} submitLabel={t('submit')}>
          <TextField name="email" label={t('email')} type="email" autoComplete="username" />
        </FormShell>
      )}
      <Text size="xs" c="dimmed" mt="md">
        {t.rich('noMail', { command: () => <Code>./relevo person reset</Code> })}
      </Text>
      <Anchor component={Link} href={paths.signIn()} size="sm" mt="sm">
        {t('back')}
      </Anchor>
    </AuthCard>
  );
}
