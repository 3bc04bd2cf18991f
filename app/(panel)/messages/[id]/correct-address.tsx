'use client';

import { Button, Stack, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { paths } from '@/lib/paths';
import { resendMessageAction } from '../actions';

const Right = z.strictObject({ right: z.string().trim() });

type Props = {
  id: string;
  /** The address that was refused. */
  wrong: string;
  onClose: () => void;
};

/** Of one recipient the right address: it gets a message of its own, and nobody else does. */
export function CorrectAddress({ id, wrong, onClose }: Props) {
  const t = useTranslations('messages.correct');
  const router = useRouter();
  const form = useZodForm(Right, { right: wrong });
  const { submit, pending, error } = useFormAction(resendMessageAction, {
    invalidates: ['messages', 'status'],
    success: t('done'),
    onSuccess: (made) => {
      onClose();
      router.push(paths.message(made.id));
    },
  });
  const errors = error?.errors?.map((each) => ({ ...each, path: 'right' }));
  return (
    <FormWindow opened onClose={onClose} size="md" title={t('title')}>
      <FormShell
        form={form}
        onSubmit={({ right }) => void submit({ id, correct: { [wrong]: right } })}
        error={error && { ...error, errors }}
        pending={pending}
        submitLabel={t('submit')}
        beside={
          <Button variant="default" onClick={onClose}>
            {t('keep')}
          </Button>
        }
      >
        <Stack gap="xs">
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {t('lead', { wrong })}
          </Text>
          <TextField
            name="right"
            label={t('right')}
            type="email"
            inputMode="email"
            autoComplete="off"
            data-autofocus
          />
        </Stack>
      </FormShell>
    </FormWindow>
  );
}
