'use client';

import { SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { RadioField } from '@/components/form/radio-field';
import { SelectField } from '@/components/form/select-field';
import { TagsField } from '@/components/form/tags-field';
import { TextField } from '@/components/form/text-field';
import { apiQuery } from '@/components/layout/api';
import { useMode } from '@/components/layout/mode';
import { OPERATORS, type Operator, type RuleView } from '@/lib/rules/schema';
import type { KindView, SubjectField } from '@/lib/subject-kinds/schema';
import { isSimple, OF_TYPE } from './form-values';
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
        <Asked kinds={kinds} />
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

function Asked({ kinds }: { kinds: KindView[] }) {
  const t = useTranslations('rules');
  const [kind, how, field, op] = useWatch({ name: ['kind', 'how', 'field', 'op'] });
  const fields = kinds.find(({ key }) => key === kind)?.fields ?? [];
  const shown = how === 'before' ? fields.filter(({ type }) => type === 'date') : fields;
  const type = fields.find(({ name }) => name === field)?.type;
  const operators = OF_TYPE[type ?? ''] ?? OPERATORS;
  useFitting(shown, operators);
  return (
    <>
      <RadioField
        name="how"
        label={t('form.how')}
        options={(['condition', 'before'] as const).map((value) => ({
          value,
          label: t(`how.${value}.label`),
          description: t(`how.${value}.help`),
        }))}
      />
      <SimpleGrid cols={{ base: 1, sm: how === 'before' ? 2 : 3 }}>
        <SelectField
          name="field"
          label={t('form.field')}
          data={shown.map(({ name, label }) => ({ value: name, label: label ?? name }))}
        />
        {how === 'before' ? (
          <TagsField name="days" label={t('form.days')} />
        ) : (
          <>
            <SelectField
              name="op"
              label={t('form.op')}
              data={operators.map((value) => ({ value, label: t(`operators.${value}`) }))}
            />
            {op !== 'set' && op !== 'not_set' && <Value isYesOrNo={type === 'boolean'} />}
          </>
        )}
      </SimpleGrid>
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

function Value({ isYesOrNo }: { isYesOrNo: boolean }) {
  const t = useTranslations('rules');
  const label = t('form.value');
  if (!isYesOrNo) return <TextField name="value" label={label} />;
  return (
    <SelectField
      name="value"
      label={label}
      data={[
        { value: 'true', label: t('yes') },
        { value: 'false', label: t('no') },
      ]}
    />
  );
}

/** What was chosen before of another kind, or for a field of another type, says nothing of this one. */
function useFitting(fields: SubjectField[], operators: readonly Operator[]): void {
  const { setValue } = useFormContext();
  const [field, op, value] = useWatch({ name: ['field', 'op', 'value'] });
  const type = fields.find(({ name }) => name === field)?.type;
  const isYesOrNo = value === 'true' || value === 'false';
  useEffect(() => {
    if (field && !type) setValue('field', '');
    if (type && !operators.includes(op)) setValue('op', operators[0]);
    if (type === 'boolean' && !isYesOrNo) setValue('value', 'true');
    if (type && type !== 'boolean' && isYesOrNo) setValue('value', '');
  }, [field, type, op, operators, isYesOrNo, setValue]);
}
