'use client';

import { Stack } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { NumberField } from '@/components/form/number-field';
import { SelectField } from '@/components/form/select-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { WindowButton } from '@/components/form/window-button';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import { LOG_LEVELS, LogLevelInput } from '@/lib/logs/schema';
import { setLogLevelAction } from './actions';

/** More lines for a while, of all processes. */
export function LevelButton() {
  const t = useTranslations('workers.logs.level');
  const locked = useLocked('settings.write', SHARED);
  return (
    <WindowButton
      variant="default"
      leftSection={<IconAdjustments size={16} aria-hidden />}
      disabledReason={locked}
      window={({ opened, onClose }) => (
        <FormWindow opened={opened} onClose={onClose} size="md" title={t('title')}>
          {opened && <LevelForm onDone={onClose} />}
        </FormWindow>
      )}
    >
      {t('button')}
    </WindowButton>
  );
}

function LevelForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations('workers.logs');
  const form = useZodForm(LogLevelInput, { level: 'debug', minutes: 15 });
  const { submit, pending, error } = useFormAction(setLogLevelAction, {
    invalidates: ['logs'],
    success: t('level.done'),
    onSuccess: onDone,
  });
  return (
    <FormShell
      form={form}
      onSubmit={(values) => void submit(values)}
      error={error}
      pending={pending}
      submitLabel={t('level.submit')}
    >
      <Stack gap="sm">
        <SelectField
          name="level"
          label={t('level.level')}
          description={t('level.help')}
          data={LOG_LEVELS.map((value) => ({ value, label: t(`from.${value}`) }))}
        />
        <NumberField name="minutes" label={t('level.minutes')} suffix=" min" min={1} max={240} />
      </Stack>
    </FormShell>
  );
}
