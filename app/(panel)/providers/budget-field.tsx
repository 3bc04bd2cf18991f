'use client';

import { Stack, Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { MoneyInput } from '@/components/form/money-field';
import { useField } from '@/components/form/use-field';

type Budget = { monthly: string; hard: boolean } | null;

/** One value of the form, drawn as two inputs: without an amount there is no budget to be strict about. */
export function BudgetField() {
  const t = useTranslations('providers.form');
  const label = t('budget');
  const { field, error } = useField('budget', label);
  const budget = field.value as Budget;
  const change = (next: Partial<NonNullable<Budget>>) => {
    const { monthly, hard } = { monthly: '', hard: false, ...budget, ...next };
    field.onChange(monthly === '' ? null : { monthly, hard });
  };
  return (
    <Stack gap="xs">
      <MoneyInput
        ref={field.ref}
        name={field.name}
        onBlur={field.onBlur}
        value={budget?.monthly}
        onChange={(monthly) => change({ monthly })}
        label={label}
        description={t('budgetHelp')}
        placeholder={t('budgetNone')}
        error={error}
      />
      <Switch
        label={t('budgetHard')}
        description={t(budget?.hard ? 'budgetHardOn' : 'budgetHardOff')}
        checked={budget?.hard ?? false}
        disabled={!budget}
        onChange={(event) => change({ hard: event.currentTarget.checked })}
      />
    </Stack>
  );
}
