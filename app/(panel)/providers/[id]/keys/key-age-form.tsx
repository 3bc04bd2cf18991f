'use client';

import { Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { NumberField } from '@/components/form/number-field';
import { SwitchField } from '@/components/form/switch-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { useLocked } from '@/components/layout/use-locked';
import { KeyRotationSetting, USUAL_KEY_GRACE_HOURS } from '@/lib/providers/keys/rotation-setting';
import { updateProviderAction } from '../../actions';
import type { DetailProps } from '../detail-props';

const { everyDays, graceHours, automatic } = KeyRotationSetting.shape;

/** Without days the settings say how old it may become, whatever stands in the other fields. */
export const KeyAgeFields = z
  .strictObject({ everyDays: everyDays.optional(), graceHours, automatic })
  .transform(({ everyDays: days, ...rest }) => ({ keyRotation: days ? { ...rest, everyDays: days } : null }));

type Props = DetailProps & { makesKeys: boolean; usualDays: number | null };

export function KeyAgeForm({ provider, makesKeys, usualDays }: Props) {
  const t = useTranslations('providers.keys.schedule');
  const locked = useLocked('providers.write', provider);
  const { keyRotation, id } = provider;
  const form = useZodForm(KeyAgeFields, {
    everyDays: keyRotation?.everyDays,
    graceHours: keyRotation?.graceHours ?? USUAL_KEY_GRACE_HOURS,
    automatic: keyRotation?.automatic ?? true,
  });
  const { submit, pending, error } = useFormAction(updateProviderAction, {
    invalidates: ['providers'],
    success: t('saved'),
    onSuccess: () => form.reset(form.getValues()),
  });
  return (
    <FormShell
      form={form}
      onSubmit={(changes) => void submit({ id, ...changes })}
      pending={pending}
      error={error}
      lockedReason={locked}
      submitLabel={t('save')}
    >
      <Group align="flex-start" gap="md" preventGrowOverflow={false} grow>
        <NumberField
          name="everyDays"
          label={t('everyDays')}
          description={t('everyDaysHelp', { days: usualDays ?? 0 })}
          min={1}
          miw={220}
        />
        {makesKeys && (
          <NumberField
            name="graceHours"
            label={t('graceHours')}
            description={t('graceHoursHelp')}
            min={1}
            miw={220}
          />
        )}
      </Group>
      {makesKeys ? (
        <SwitchField name="automatic" label={t('automatic')} description={t('automaticHelp')} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('remindOnly')}
        </Text>
      )}
    </FormShell>
  );
}
