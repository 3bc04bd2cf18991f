'use client';

import { Anchor, Button, Card, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconAlertCircle, IconInfoCircle } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { updatePreferencesAction } from '@/app/(panel)/actions';
import { chosenLocale } from '@/components/layout/locale-cookie';
import { useAction } from '@/components/layout/use-action';
import { Notice } from '@/components/table/notice';
import type { SignInInput } from '@/lib/auth/schema';
import type { EndReason } from '@/lib/auth/why-ended';
import { paths } from '@/lib/paths';
import { signInAction } from './actions';

/** `ended`: why the session of this browser is over, where it had one. */
type Props = { next: string; ended: EndReason | null };

export function SignInForm({ next, ended }: Props) {
  const t = useTranslations('auth.signIn');
  const errors = useTranslations('errors');
  const [failure, setFailure] = useState<string>();
  const { register, handleSubmit } = useForm<SignInInput>();
  const { run, pending } = useAction(signInAction, {
    // A full load: the root layout must be drawn again in this person's language.
    onSuccess: async () => {
      const language = chosenLocale();
      if (language) await updatePreferencesAction({ language });
      window.location.assign(next);
    },
    onError: ({ code }) => {
      setFailure(code === 'validation_failed' ? 'invalid_credentials' : code);
      return true;
    },
  });

  return (
    <Card shadow="sm" padding="xl">
      <form onSubmit={handleSubmit((input) => run(input))}>
        <Stack>
          <Title order={1}>{t('title')}</Title>
          {ended && !failure && (
            <Notice tone="quiet" icon={<IconInfoCircle aria-hidden />} role="status">
              {t(`ended.${ended}`)}
            </Notice>
          )}
          {failure && (
            <Notice tone="bad" icon={<IconAlertCircle aria-hidden />} role="alert">
              {errors(failure as never)}
            </Notice>
          )}
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            autoFocus
            required
            withAsterisk={false}
            {...register('email')}
          />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            {...register('password')}
          />
          <Button type="submit" loading={pending} fullWidth mt="xs">
            {t('submit')}
          </Button>
          <Text size="xs" c="dimmed">
            <Anchor component={Link} href={paths.forgotten()} size="xs">
              {t('forgotten')}
            </Anchor>
          </Text>
        </Stack>
      </form>
    </Card>
  );
}
