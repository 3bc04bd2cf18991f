'use client';

import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { SelectField } from '@/components/form/select-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { actionInSteps } from '@/components/layout/action-in-steps';
import type { WebhookView } from '@/lib/webhooks/schema';
import { replayWebhookAction } from '../actions';

const HOURS = { hour: 1, day: 24, threeDays: 72, week: 168 } as const;
const SPANS = ['hour', 'day', 'threeDays', 'week'] as const;
const WHICH = ['failed', 'all'] as const;
const ReplayForm = z.strictObject({ span: z.enum(SPANS), which: z.enum(WHICH) });

const replayAll = actionInSteps(replayWebhookAction);

type Props = { webhook: WebhookView; opened: boolean; onClose: () => void };

/** Tells it again what happened in a span of time. */
export function ReplayWindow({ webhook, opened, onClose }: Props) {
  const t = useTranslations('webhooks.replay');
  return (
    <FormWindow opened={opened} onClose={onClose} title={t('title')}>
      {opened && <Replay webhook={webhook} onDone={onClose} />}
    </FormWindow>
  );
}

function Replay({ webhook: { id }, onDone }: { webhook: WebhookView; onDone: () => void }) {
  const t = useTranslations('webhooks.replay');
  const { submit, pending, error } = useFormAction(replayAll, {
    invalidates: ['webhooks'],
    success: ({ replayed }) => t('done', { replayed }),
    onSuccess: onDone,
  });
  const form = useZodForm(ReplayForm, { span: 'day', which: 'failed' });
  const named = <Name extends string>(of: 'spans' | 'which', values: readonly Name[]) =>
    values.map((value) => ({ value, label: t(`${of}.${value}` as 'spans.day') }));
  return (
    <FormShell
      form={form}
      onSubmit={({ span, which }) =>
        submit({
          id,
          since: new Date(Date.now() - HOURS[span] * 3_600_000).toISOString(),
          failed: which === 'failed',
        })
      }
      submitLabel={t('confirm')}
      pending={pending}
      error={error}
    >
      <SelectField name="span" label={t('span')} data={named('spans', SPANS)} data-autofocus />
      <SelectField
        name="which"
        label={t('which.label')}
        description={t('help')}
        data={named('which', WHICH)}
      />
    </FormShell>
  );
}
