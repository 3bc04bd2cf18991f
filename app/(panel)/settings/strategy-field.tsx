'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { SelectField } from '@/components/form/select-field';
import { STRATEGIES, type Strategy } from '@/lib/routing/types';
import type { DeliverySettings } from '@/lib/settings/schema';

type Props = { name: string; label: string; description: string | undefined };

/** Which provider goes first, and what the choice means. */
export function StrategyField(props: Props) {
  const t = useTranslations('settings.strategies');
  const weights = useWatch({ name: 'delivery.balanced' }) as DeliverySettings['balanced'];
  const chosen = useWatch({ name: props.name }) as Strategy;
  return (
    <>
      <SelectField
        {...props}
        data={STRATEGIES.map((value) => ({ value, label: t(`${value}.label`) }))}
        maxDropdownHeight={360}
        renderOption={({ option }) => (
          <div>
            <Text size="sm" fw={500}>
              {option.label}
            </Text>
            <Text size="xs" c="dimmed">
              {t(`${option.value}.help`, weights)}
            </Text>
          </div>
        )}
      />
      <Text size="xs" c="dimmed" mt={6}>
        {t(`${chosen}.help`, weights)}
      </Text>
    </>
  );
}
