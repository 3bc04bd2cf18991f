'use client';

import { Anchor, Button, Group, Stack, TextInput } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { AuthCard } from '@/app/(auth)/auth-card';
import { useFieldMessage } from '@/components/form/use-field-message';
import { useAction } from '@/components/layout/use-action';
import { useErrorText } from '@/components/layout/use-error-text';
import { Notice } from '@/components/table/notice';
import type { SecondFactorCode } from '@/lib/auth/second-factor/schema';
import { signInCodeAction } from './actions';

type Props = {
  onDone: (entered: { codesLeft: number | null }) => void | Promise<void>;
  onLeave: (failure?: string) => void;
};

/** The second step of signing in. */
export function CodeForm({ onDone, onLeave }: Props) {
  const t = useTranslations('auth.code');
  const say = useErrorText();
  const sayFlaw = useFieldMessage();
  const [kind, setKind] = useState<'app' | 'recovery'>('app');
  const [failure, setFailure] = useState<string>();
  const { register, handleSubmit, reset, setFocus } = useForm<SecondFactorCode>();
  const { run, pending } = useAction(signInCodeAction, {
    onSuccess: onDone,
    onError: (error) => {
      if (error.code === 'sign_in_expired') onLeave(error.code);
      else setFailure(error.errors?.[0] ? sayFlaw(error.errors[0]) : say(error));
      setFocus('code', { shouldSelect: true });
      return true;
    },
  });
  const turn = () => {
    setKind(kind === 'app' ? 'recovery' : 'app');
    setFailure(undefined);
    reset({ code: '' });
  };
  return (
    <AuthCard title={t('title')} lead={t(`lead.${kind}`)}>
      <form onSubmit={handleSubmit((input) => run(input))}>
        <Stack>
          {failure && (
            <Notice tone="bad" icon={<IconAlertCircle aria-hidden />} role="alert">
              {failure}
            </Notice>
          )}
          <TextInput
            key={kind}
            label={t(`field.${kind}`)}
            inputMode={kind === 'app' ? 'numeric' : 'text'}
            autoComplete={kind === 'app' ? 'one-time-code' : 'off'}
            autoCapitalize="characters"
            spellCheck={false}
            autoFocus
            required
            withAsterisk={false}
            {...register('code')}
          />
          <Button type="submit" loading={pending} fullWidth mt="xs">
            {t('submit')}
          </Button>
          <Group justify="space-between" gap="xs">
            <Anchor component="button" type="button" size="xs" onClick={turn}>
              {t(`turn.${kind}`)}
            </Anchor>
            <Anchor component="button" type="button" size="xs" onClick={() => onLeave()}>
              {t('leave')}
            </Anchor>
          </Group>
        </Stack>
      </form>
    </AuthCard>
  );
}
