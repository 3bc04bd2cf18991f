'use client';

import { useTranslations } from 'next-intl';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { RadioField } from '@/components/form/radio-field';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { WARM_UP_PLANS } from '@/lib/routing/warm-up';
import { WarmUpInput } from '@/lib/warm-up/schema';
import type { DetailProps } from '../detail-props';
import { startWarmUpAction } from './actions';

type Props = DetailProps & { opened: boolean; onClose: () => void };

export function WarmUpWindow({ provider, opened, onClose }: Props) {
  const t = useTranslations('warmUps.window');
  return (
    <FormWindow opened={opened} onClose={onClose} title={t('title')}>
      {opened && <Start provider={provider} onDone={onClose} />}
    </FormWindow>
  );
}

function Start({ provider, onDone }: DetailProps & { onDone: () => void }) {
  const t = useTranslations('warmUps');
  const { submit, pending, error } = useFormAction(startWarmUpAction, {
    invalidates: ['warm-ups'],
    success: t('window.done'),
    onSuccess: onDone,
  });
  const form = useZodForm(WarmUpInput, { provider: provider.id, plan: 'slow' });
  return (
    <FormShell
      form={form}
      onSubmit={(values) => submit(WarmUpInput.parse(values))}
      pending={pending}
      error={error}
      submitLabel={t('window.submit')}
    >
      <RadioField
        name="plan"
        label={t('window.plan')}
        options={WARM_UP_PLANS.map((plan) => ({
          value: plan,
          label: t(`plans.${plan}.label`),
          description: t(`plans.${plan}.help`),
        }))}
      />
      <TextField
        name="domain"
        label={t('window.domain')}
        description={t('window.domainHelp')}
        autoComplete="off"
        autoCapitalize="none"
      />
    </FormShell>
  );
}
