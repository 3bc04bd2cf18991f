'use client';

import { ActionIcon, Button, Card, Group, Input, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { decimalOf, writeDecimal } from '@/components/form/decimals';
import { useField } from '@/components/form/use-field';

type Cell = string | number | boolean;
type Row = Record<string, Cell>;
type Props = { name: string; label: string; example: unknown; withAsterisk: boolean };

const MOST_COLUMNS = 6;

/** A list of things that are all alike, such as the lines of a receipt: what each has is told by the example. */
export function RowsField({ name, label, example, withAsterisk }: Props) {
  const t = useTranslations('messages.compose.template');
  const locale = useLocale();
  const { field, error } = useField(name, label);
  const columns = columnsOf(example) ?? [];
  const [like] = example as [Row];
  const rows: Row[] = Array.isArray(field.value) ? field.value : [];
  const keep = (next: Row[]) => field.onChange(next.length === 0 ? '' : next);
  const change = (index: number, column: string, text: string) =>
    keep(rows.map((row, at) => (at === index ? { ...row, [column]: cellOf(text, like[column]) } : row)));
  return (
    <Input.Wrapper label={label} labelElement="div" error={error} withAsterisk={withAsterisk}>
      <Stack gap="xs" mt={6}>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing of their own but their place
          <Card key={index} padding="xs" withBorder>
            <Group gap="xs" wrap="nowrap" align="flex-end">
              <SimpleGrid cols={{ base: 1, sm: Math.min(columns.length, 3) }} spacing="xs" flex={1}>
                {columns.map((column, at) => (
                  <TextInput
                    key={column}
                    ref={index === 0 && at === 0 ? field.ref : undefined}
                    size="xs"
                    label={column}
                    aria-label={`${column}: ${t('row', { what: label, number: index + 1 })}`}
                    inputMode={typeof like[column] === 'number' ? 'decimal' : undefined}
                    value={
                      typeof like[column] === 'number'
                        ? writeDecimal(String(row[column] ?? ''), locale)
                        : String(row[column] ?? '')
                    }
                    onChange={({ currentTarget }) => change(index, column, currentTarget.value)}
                    onBlur={field.onBlur}
                  />
                ))}
              </SimpleGrid>
              <ActionIcon
                variant="subtle"
                color="gray"
                onClick={() => keep(rows.filter((_, at) => at !== index))}
                aria-label={t('removeRow', { what: label, number: index + 1 })}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            </Group>
          </Card>
        ))}
        <Button
          variant="default"
          size="compact-sm"
          w="fit-content"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => keep([...rows, Object.fromEntries(columns.map((column) => [column, '']))])}
        >
          {t('addRow')}
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}

/** What each of the list has, if that is plain words and numbers; null: it is more involved. */
export function columnsOf(example: unknown): string[] | null {
  if (!Array.isArray(example) || example.length === 0) return null;
  const [first] = example;
  if (typeof first !== 'object' || first === null || Array.isArray(first)) return null;
  const columns = Object.keys(first);
  const isPlain = example.every((row) => Object.values(row ?? {}).every((cell) => typeof cell !== 'object'));
  return isPlain && columns.length > 0 && columns.length <= MOST_COLUMNS ? columns : null;
}

/** A number where the example has one, as soon as it is whole. */
function cellOf(text: string, like: Cell | undefined): Cell {
  if (typeof like !== 'number') return text;
  const decimal = decimalOf(text);
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(decimal) && !/\.\d*0$/.test(decimal) ? Number(decimal) : decimal;
}
