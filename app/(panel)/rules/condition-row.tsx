'use client';

import { ActionIcon, Grid, Group } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { OPERATORS, type Operator } from '@/lib/rules/schema';
import type { SubjectField } from '@/lib/subject-kinds/schema';
import { isAlone, OF_TYPE } from './form-values';

type Props = { index: number; fields: SubjectField[]; onRemove?: (() => void) | undefined };

/** One thing that is asked of a field: its comparison with a value, or with another number of the same subject. */
export function ConditionRow({ index, fields, onRemove }: Props) {
  const t = useTranslations('rules');
  const at = `conditions.${index}`;
  const [field, op, than] = useWatch({ name: [`${at}.field`, `${at}.op`, `${at}.than`] });
  const type = typeOf(fields, field);
  const operators = OF_TYPE[type ?? ''] ?? OPERATORS;
  useFitting(at, fields, operators);
  const others = fields.filter((each) => each.type === 'number' && each.name !== field);
  const mayCompare = type === 'number' && others.length > 0 && !isAlone(op);
  return (
    <Group wrap="nowrap" align="flex-start" gap="xs">
      <Grid flex={1} gap="xs">
        <Grid.Col span={{ base: 12, sm: 4 }}>
          <SelectField
            name={`${at}.field`}
            label={t('form.field')}
            data={fields.map(({ name, label }) => ({ value: name, label: label ?? name }))}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 4 }}>
          <SelectField
            name={`${at}.op`}
            label={t('form.op')}
            data={operators.map((value) => ({ value, label: t(`operators.${value}`) }))}
          />
        </Grid.Col>
        {!isAlone(op) && (
          <Grid.Col span={{ base: 12, sm: 4 }}>
            {than ? (
              <TextField name={`${at}.plus`} label={t('form.plus')} inputMode="decimal" />
            ) : (
              <Value name={`${at}.value`} isYesOrNo={type === 'boolean'} />
            )}
          </Grid.Col>
        )}
        {mayCompare && (
          <Grid.Col span={{ base: 12, sm: 8 }} offset={{ base: 0, sm: 4 }}>
            <SelectField
              name={`${at}.than`}
              label={t('form.than')}
              placeholder={t('form.thanNone')}
              data={others.map(({ name, label }) => ({ value: name, label: label ?? name }))}
              clearable
            />
          </Grid.Col>
        )}
      </Grid>
      {onRemove && (
        <ActionIcon
          variant="subtle"
          size={36}
          mt={25}
          aria-label={t('form.removeCondition', { number: index + 1 })}
          onClick={onRemove}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}

function Value({ name, isYesOrNo }: { name: string; isYesOrNo: boolean }) {
  const t = useTranslations('rules');
  const label = t('form.value');
  if (!isYesOrNo) return <TextField name={name} label={label} />;
  return (
    <SelectField
      name={name}
      label={label}
      data={[
        { value: 'true', label: t('yes') },
        { value: 'false', label: t('no') },
      ]}
    />
  );
}

function typeOf(fields: SubjectField[], field: string): string | undefined {
  return fields.find(({ name }) => name === field)?.type;
}

/** What was chosen before of another kind, or for a field of another type, says nothing of this one. */
function useFitting(at: string, fields: SubjectField[], operators: readonly Operator[]): void {
  const { setValue } = useFormContext();
  const [field, op, value, than] = useWatch({
    name: [`${at}.field`, `${at}.op`, `${at}.value`, `${at}.than`],
  });
  const type = typeOf(fields, field);
  const isYesOrNo = value === 'true' || value === 'false';
  const comparesInVain = Boolean(than) && (type !== 'number' || !typeOf(fields, than) || isAlone(op));
  useEffect(() => {
    if (field && !type) setValue(`${at}.field`, '');
    if (type && !operators.includes(op)) setValue(`${at}.op`, operators[0]);
    if (type === 'boolean' && !isYesOrNo) setValue(`${at}.value`, 'true');
    if (type && type !== 'boolean' && isYesOrNo) setValue(`${at}.value`, '');
    if (comparesInVain) setValue(`${at}.than`, '');
  }, [at, field, type, op, operators, isYesOrNo, comparesInVain, setValue]);
}
