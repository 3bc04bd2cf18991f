'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Card, PasswordInput, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FieldPath, useForm } from 'react-hook-form';
import { chooseLocale } from '@/components/layout/locale-links';
import { LANGUAGES, type Language } from '@/components/layout/preferences';
import { useAction } from '@/components/layout/use-action';
import { PASSWORD_MIN, SetupInput } from '@/lib/auth/schema';
import { completeSetupAction } from './actions';

export function SetupForm({ token }: { token: string }) {
  const t = useTranslations('auth.setup');
  const language = useLocale() as Language;
  const router = useRouter();
  const { register, handleSubmit, setError, formState } = useForm<SetupInput>({
    resolver: zodResolver(SetupInput),
    values: { token, language, name: '', email: '', password: '' },
    resetOptions: { keepDirtyValues: true },
  });
  const { run, pending } = useAction(completeSetupAction, {
    onSuccess: () => window.location.assign('/setup/provider'),
    onError: ({ code, errors }) => {
      for (const { path, message } of errors ?? []) setError(path as FieldPath<SetupInput>, { message });
      if (code === 'setup_done' || code === 'not_found') router.refresh();
      return errors !== undefined;
    },
  });

  return (
    <Card shadow="sm" padding="xl">
      <form onSubmit={handleSubmit((input) => run({ ...input, language }))} noValidate>
        <Stack>
          <div>
            <Text size="xs" c="dimmed">
              {t('step', { step: 1 })}
            </Text>
            <Title order={1}>{t('title')}</Title>
            <Text size="sm" c="dimmed" mt={4}>
              {t('lead')}
            </Text>
          </div>
          <SegmentedControl
            size="sm"
            fullWidth
            aria-label={t('language')}
            value={language}
            data={LANGUAGES}
            onChange={(value) => {
              chooseLocale(value);
              router.refresh();
            }}
          />
          <TextInput
            label={t('name')}
            autoComplete="name"
            error={formState.errors.name?.message}
            {...register('name')}
          />
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            error={formState.errors.email?.message}
            {...register('email')}
          />
          <PasswordInput
            label={t('password')}
            description={t('passwordHelp', { min: PASSWORD_MIN })}
            autoComplete="new-password"
            error={formState.errors.password?.message}
            {...register('password')}
          />
          <Button type="submit" loading={pending} fullWidth mt="xs">
            {t('submit')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
