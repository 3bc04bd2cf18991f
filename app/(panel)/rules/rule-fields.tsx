'use client';

import { SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { RadioField } from '@/components/form/radio-field';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { apiQuery } from '@/components/layout/api';
import { useMode } from '@/components/layout/mode';
import type { RuleView } from '@/lib/rules/schema';
import type { KindView } from '@/lib/subject-kinds/schema';
import { AskedFields } from './asked-fields';
import { isSimple } from './form-values';
import { PRESET_NAMES, PRESETS, presetOf } from './presets';

/** `stored`: the one that is changed, of which kind and start are no question any more. */
export function RuleFields({ kinds, stored }: { kinds: KindView[]; stored?: RuleView }) {
  const t = useTranslations('rules');
  const types = useQuery(apiQuery('notification-types'));
  return (
    <>
      <TextField name="title" label={t('form.title')} data-autofocus maxLength={120} />
      <SimpleGrid cols={{ base: 1, sm: stored ? 1 : 2 }}>
        {!stored && (
          <SelectField
            name="kind"
            label={t('form.kind')}
            data={kinds.map(({ key, title }) => ({ value: key, label: title }))}
          />
        )}
        <SelectField
          name="type"
          label={t('form.type')}
          data={(types.data?.data ?? []).map(({ key, title }) => ({ value: key, label: title }))}
          searchable
        />
      </SimpleGrid>
      {!stored || isSimple(stored, kinds) ? (
        <AskedFields kinds={kinds} />
      ) : (
        <Text size="sm">{t('form.byProgram')}</Text>
      )}
      <Clock />
      {stored ? (
        <Text size="sm">{t('form.changed')}</Text>
      ) : (
        <RadioField
          name="start"
          label={t('form.start')}
          options={(['new', 'all'] as const).map((value) => ({
            value,
            label: t(`start.${value}.label`),
            description: t(`start.${value}.help`),
          }))}
        />
      )}
    </>
  );
}

/** As it is written where it is none of those that people choose. */
function Clock() {
  const t = useTranslations('rules');
  const { technical } = useMode();
  const cron: string = useWatch({ name: 'cron' });
  if (technical)
    return <TextField name="cron" label={t('form.cron')} description={t('form.cronHelp')} ff="monospace" />;
  const presets = PRESET_NAMES.map((preset) => ({
    value: PRESETS[preset] as string,
    label: t(`when.${preset}`),
  }));
  const own = cron && presetOf(cron) === null ? [{ value: cron, label: cron }] : [];
  return <SelectField name="cron" label={t('form.when')} data={[...presets, ...own]} />;
}
