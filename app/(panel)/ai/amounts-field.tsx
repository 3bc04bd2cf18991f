'use client';

import { Input, SimpleGrid, Switch, Text, TextInput } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { decimalOf, writeDecimal } from '@/components/form/decimals';
import { useField } from '@/components/form/use-field';

type Amounts = Record<string, unknown> | null;
type Props = { name: string; parts: string[]; label: string; help?: string };

/** One value of the form, in US dollars as services tell it; emptied there is none. */
export function AmountsField({ name, parts, label, help }: Props) {
  const t = useTranslations('ai.form');
  const locale = useLocale();
  const { field, error } = useField(name, label);
  const value = field.value as Amounts;
  const change = (part: string, next: unknown) => {
    const all: Record<string, unknown> = {
      ...blank(parts),
      ...(name === 'budget' && { hard: true }),
      ...value,
    };
    all[part] = next;
    field.onChange(parts.every((each) => all[each] === '') ? null : all);
  };
  return (
    <Input.Wrapper label={label} description={help} error={error} labelElement="div">
      <SimpleGrid cols={parts.length > 1 ? 2 : 1} mt={4}>
        {parts.map((part, index) => (
          <TextInput
            key={part}
            {...(index === 0 && { ref: field.ref })}
            aria-label={t(`amounts.${part as 'input' | 'output' | 'monthly'}`)}
            placeholder={t(`amounts.${part as 'input' | 'output' | 'monthly'}`)}
            value={writeDecimal(String(value?.[part] ?? ''), locale)}
            onChange={(event) => change(part, decimalOf(event.currentTarget.value))}
            onBlur={field.onBlur}
            inputMode="decimal"
            autoComplete="off"
            rightSectionWidth={52}
            rightSection={
              <Text span size="xs" c="dimmed">
                USD
              </Text>
            }
          />
        ))}
      </SimpleGrid>
      {name === 'budget' && value && (
        <Switch
          mt="xs"
          label={t('hard')}
          description={t('hardHelp')}
          checked={value.hard === true}
          onChange={(event) => change('hard', event.currentTarget.checked)}
        />
      )}
    </Input.Wrapper>
  );
}

function blank(parts: string[]) {
  return Object.fromEntries(parts.map((part) => [part, '']));
}
