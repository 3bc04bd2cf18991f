'use client';

import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { ChoicesField } from '@/components/form/choices-field';
import { MomentField } from '@/components/form/moment-field';
import { SelectField } from '@/components/form/select-field';
import { apiQuery } from '@/components/layout/api';
import { PRIORITIES } from '@/lib/queue/priority';
import type { ComposeValues } from './compose-values';

type Props = { channel: string; companyId: string | null };

/** When it goes, how soon before others, and by whom. */
export function SendingFields({ channel, companyId }: Props) {
  const t = useTranslations('messages.compose');
  const tColumns = useTranslations('messages.columns');
  const { data } = useQuery(apiQuery('providers'));
  const [chosen = []] = useWatch<ComposeValues, ['providers']>({ name: ['providers'] });
  const offered = (data?.data ?? []).filter(
    (each) => each.active && each.channel === channel && (companyId !== null || !each.company),
  );
  const names = [...new Set([...offered.map(({ name }) => name), ...chosen])];
  return (
    <>
      <MomentField name="scheduledAt" label={t('when')} none={t('now')} some={t('later')} />
      <SelectField
        name="priority"
        label={tColumns('priority')}
        data={PRIORITIES.map((value) => ({ value, label: tColumns(`priorities.${value}`) }))}
      />
      <div>
        <ChoicesField
          name="providers"
          label={t('provider')}
          data={names}
          placeholder={chosen.length === 0 ? t('providerAny') : undefined}
          clearable
          clearButtonProps={{ 'aria-label': t('providerClear') }}
        />
        <Text size="xs" c="dimmed" mt={4}>
          {chosen.length === 0 && t('providerHelp')}
          {chosen.length === 1 && t('providerOnly', { provider: chosen[0]! })}
          {chosen.length > 1 && t('providerOrder', { order: chosen.join(' → ') })}
        </Text>
      </div>
    </>
  );
}
