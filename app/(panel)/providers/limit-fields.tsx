'use client';

import { SimpleGrid, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { NumberField } from '@/components/form/number-field';
import { SelectField } from '@/components/form/select-field';
import { BudgetField } from './budget-field';
import { LimitSource } from './limit-source';
import type { PresetView } from './provider-kind';

type Props = {
  technical: boolean;
  /** The one it is made from, whose documents recommend limits. */
  preset: PresetView | undefined;
  /** A first set-up does not ask for the place again: the system has one. */
  firstSetup?: boolean;
};

/** How much this provider may carry and cost; a technician also sees its pace, the limit a minute and whose midnight counts. */
export function LimitFields({ technical, preset, firstSetup = false }: Props) {
  const t = useTranslations('providers.form');
  const units = technical
    ? (['second', 'minute', 'hour', 'day', 'month'] as const)
    : (['hour', 'day', 'month'] as const);
  return (
    <>
      {preset?.source ? (
        <LimitSource preset={preset} source={preset.source} />
      ) : (
        preset?.limits?.hour && <Text size="sm">{t('limitsAdvice', { count: preset.limits.hour })}</Text>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }}>
        {units.map((unit) => (
          <NumberField
            key={unit}
            name={`limits.${unit}`}
            label={t(`limit.${unit}`)}
            placeholder={t('limit.none')}
            thousandSeparator=" "
          />
        ))}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <BudgetField />
        {technical && !firstSetup && (
          <SelectField
            name="timeZone"
            label={t('timeZone')}
            description={t('timeZoneHelp')}
            data={Intl.supportedValuesOf('timeZone')}
            placeholder="UTC"
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('timeZoneClear') }}
            limit={100}
          />
        )}
      </SimpleGrid>
    </>
  );
}
