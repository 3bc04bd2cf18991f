'use client';

import { Button, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { inLocalTime } from '@/components/form/local-time';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { rescheduleMessageAction } from '../actions';

const Time = z.strictObject({ scheduledAt: z.string().min(1) });
const HOUR_MS = 3_600_000;

type Props = { message: Pick<MessageDetail, 'id' | 'scheduledAt'>; onClose: () => void };

/** Another time for a message that was not tried yet, in the zone of whoever looks. */
export function MoveTime({ message: { id, scheduledAt }, onClose }: Props) {
  const t = useTranslations('messages.move');
  const before = scheduledAt ? new Date(scheduledAt) : new Date(Date.now() + HOUR_MS);
  const form = useZodForm(Time, { scheduledAt: inLocalTime(before) });
  const { submit, pending, error } = useFormAction(rescheduleMessageAction, {
    invalidates: ['messages', 'status'],
    success: t('done'),
    onSuccess: onClose,
  });
  return (
    <FormWindow opened onClose={onClose} size="md" title={t('title')}>
      <FormShell
        form={form}
        onSubmit={(values) => void submit({ id, scheduledAt: new Date(values.scheduledAt).toISOString() })}
        error={error}
        pending={pending}
        submitLabel={t('submit')}
        beside={
          <Button variant="default" onClick={onClose}>
            {t('keep')}
          </Button>
        }
      >
        <Stack gap="xs">
          <TextField
            name="scheduledAt"
            label={t('time')}
            description={t('zone', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
            type="datetime-local"
            min={inLocalTime(new Date())}
            data-autofocus
          />
        </Stack>
      </FormShell>
    </FormWindow>
  );
}
