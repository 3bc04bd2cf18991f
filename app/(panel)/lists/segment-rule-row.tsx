'use client';

import { ActionIcon, Group } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { apiQuery } from '@/components/layout/api';
import {
  type FieldKind,
  OPERATORS_OF,
  SEGMENT_FIELD_NAMES,
  SEGMENT_FIELDS,
  type SegmentOperator,
  WITHOUT_VALUE,
} from '@/lib/segments/schema';
import { OWN } from './segment-form';

type Props = { index: number; onRemove?: (() => void) | undefined };

export function SegmentRuleRow({ index, onRemove }: Props) {
  const t = useTranslations('lists.segments');
  const at = `rules.${index}`;
  const { setValue } = useFormContext();
  const [field, op]: [string, SegmentOperator] = useWatch({ name: [`${at}.field`, `${at}.op`] }) as never;
  const kind: FieldKind =
    field === OWN ? 'own' : (SEGMENT_FIELDS[field as keyof typeof SEGMENT_FIELDS] ?? 'text');
  const operators = OPERATORS_OF[kind] as readonly SegmentOperator[];
  useEffect(() => {
    if (operators.includes(op)) return;
    setValue(`${at}.op`, operators[0]);
    setValue(`${at}.value`, '');
  }, [operators, op, at, setValue]);
  return (
    <Group align="flex-end" gap="xs" wrap="wrap">
      <SelectField
        name={`${at}.field`}
        label={t('field')}
        w={190}
        data={[...SEGMENT_FIELD_NAMES, OWN].map((value) => ({ value, label: t(`fields.${value}`) }))}
      />
      {kind === 'own' && <TextField name={`${at}.name`} label={t('own')} w={150} maxLength={40} />}
      <SelectField
        name={`${at}.op`}
        label={t('op')}
        w={190}
        data={operators.map((value) => ({ value, label: t(`operators.${value}`) }))}
      />
      {!WITHOUT_VALUE.includes(op) && <Value at={at} kind={kind} op={op} />}
      {onRemove && (
        <ActionIcon
          variant="subtle"
          size={36}
          aria-label={t('remove', { number: index + 1 })}
          onClick={onRemove}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}

function Value({ at, kind, op }: { at: string; kind: FieldKind; op: SegmentOperator }) {
  const t = useTranslations('lists.segments');
  const lists = useQuery(apiQuery('lists'));
  const name = `${at}.value`;
  if (kind === 'list')
    return (
      <SelectField
        name={name}
        label={t('list')}
        w={190}
        data={(lists.data?.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
      />
    );
  const isDays = op === 'within' || op === 'not_within' || op === 'older_than';
  return <TextField name={name} label={t(isDays ? 'inDays' : 'value')} w={isDays ? 90 : 190} />;
}
