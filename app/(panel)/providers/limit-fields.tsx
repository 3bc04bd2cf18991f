'use client';

import { SimpleGrid } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { NumberField } from '@/components/form/number-field';
import { SelectField } from '@/components/form/select-field';
import { BudgetField } from './budget-field';

/** How much this provider may carry and cost; a technician also sees the limit a minute and whose midnight counts. */
export function LimitFields({ technical }: { technical: boolean }) {
  const t = useTranslations('providers.form');
  const units = technical
    ? (['minute', 'hour', 'day', 'month'] as const)
    : (['hour', 'day', 'month'] as const);
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, sm: units.length }}>
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
        {technical && (
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
