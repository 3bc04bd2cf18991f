'use client';

import { Button, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { RadioField } from '@/components/form/radio-field';
import { SelectField } from '@/components/form/select-field';
import { TagsField } from '@/components/form/tags-field';
import type { KindView, SubjectField } from '@/lib/subject-kinds/schema';
import { ConditionRow } from './condition-row';
import { MOST_CONDITIONS, NEW_CONDITION } from './form-values';

/** What a rule asks of its subjects: that something becomes true, or that a date comes near. */
export function AskedFields({ kinds }: { kinds: KindView[] }) {
  const t = useTranslations('rules');
  const [kind, how] = useWatch({ name: ['kind', 'how'] });
  const fields = kinds.find(({ key }) => key === kind)?.fields ?? [];
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
      {how === 'before' && <DaysBefore fields={fields} />}
      <Conditions fields={fields} isMust={how === 'condition'} />
    </>
  );
}

function DaysBefore({ fields }: { fields: SubjectField[] }) {
  const t = useTranslations('rules');
  const { setValue } = useFormContext();
  const date: string = useWatch({ name: 'date' });
  const dates = fields.filter(({ type }) => type === 'date');
  const isOther = Boolean(date) && !dates.some(({ name }) => name === date);
  useEffect(() => {
    if (isOther) setValue('date', '');
  }, [isOther, setValue]);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <SelectField
        name="date"
        label={t('form.date')}
        data={dates.map(({ name, label }) => ({ value: name, label: label ?? name }))}
      />
      <TagsField name="days" label={t('form.days')} />
    </SimpleGrid>
  );
}

/** `isMust`: without one the rule asks nothing. */
function Conditions({ fields, isMust }: { fields: SubjectField[]; isMust: boolean }) {
  const t = useTranslations('rules');
  const { getValues } = useFormContext();
  const rows = useFieldArray({ name: 'conditions' });
  const count = rows.fields.length;
  const { append, replace } = rows;
  const wasMust = useRef(isMust);
  useEffect(() => {
    if (isMust && count === 0) append(NEW_CONDITION, { shouldFocus: false });
    // The one that stands there to be filled in is nothing that somebody asked.
    if (wasMust.current && !isMust) replace(getValues('conditions').filter(isBegun));
    wasMust.current = isMust;
  }, [isMust, count, append, replace, getValues]);
  return (
    <Stack gap="lg">
      {!isMust && count > 0 && <Text size="sm">{t('form.onlyWhere')}</Text>}
      {count > 1 && (
        <SelectField
          name="match"
          label={t('form.match')}
          data={(['all', 'any'] as const).map((value) => ({ value, label: t(`matches.${value}`) }))}
        />
      )}
      {rows.fields.map(({ id }, index) => (
        <ConditionRow
          key={id}
          index={index}
          fields={fields}
          onRemove={!isMust || count > 1 ? () => rows.remove(index) : undefined}
        />
      ))}
      {count < MOST_CONDITIONS && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => append(NEW_CONDITION)}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('form.addCondition')}
        </Button>
      )}
    </Stack>
  );
}

function isBegun({ field }: { field: string }): boolean {
  return field !== '';
}
