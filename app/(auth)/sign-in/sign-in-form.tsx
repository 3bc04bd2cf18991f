'use client';

import { Anchor, Button, Card, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconAlertCircle, IconInfoCircle } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useFieldMessage } from '@/components/form/use-field-message';
import { type ActionError, useAction } from '@/components/layout/use-action';
import { Notice } from '@/components/table/notice';
import type { SignInInput } from '@/lib/auth/schema';
import type { EndReason } from '@/lib/auth/why-ended';
import { paths } from '@/lib/paths';
import { signInAction } from './actions';

type Props = {
  /** Why the session of this browser is over, where it had one. */
  ended: EndReason | null;
  /** Why one is asked again. */
  failure: string | undefined;
  onDone: (entered: { needsCode: boolean }) => void | Promise<void>;
};

export function SignInForm({ ended, failure: before, onDone }: Props) {
  const t = useTranslations('auth.signIn');
  const errors = useTranslations('errors');
  const sayFlaw = useFieldMessage();
  const [failure, setFailure] = useState(before && errors(before as never));
  // Strangers may have used up the guesses at this account: a code says that this is none.
  const [asksCode, setAsksCode] = useState(false);
  const { register, handleSubmit } = useForm<SignInInput>();
  const { run, pending } = useAction(signInAction, {
    onSuccess: onDone,
    onError: (error) => {
      setFailure(tell(error));
      if (error.code === 'too_many_attempts') setAsksCode(true);
      return true;
    },
  });
  const tell = ({ code, errors: flaws }: ActionError) => {
    const wrongCode = flaws?.find(({ path }) => path === 'code');
    if (wrongCode) return sayFlaw(wrongCode);
    return errors((code === 'validation_failed' ? 'invalid_credentials' : code) as never);
  };

  return (
    <Card shadow="sm" padding="xl">
      <form onSubmit={handleSubmit(({ code, ...input }) => run({ ...input, ...(code && { code }) }))}>
        <Stack>
          <Title order={1}>{t('title')}</Title>
          {ended && !failure && (
            <Notice tone="quiet" icon={<IconInfoCircle aria-hidden />} role="status">
              {t(`ended.${ended}`)}
            </Notice>
          )}
          {failure && (
            <Notice tone="bad" icon={<IconAlertCircle aria-hidden />} role="alert">
              {failure}
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
          {asksCode && (
            <TextInput
              label={t('code')}
              description={t('codeHelp')}
              autoComplete="one-time-code"
              spellCheck={false}
              {...register('code')}
            />
          )}
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
