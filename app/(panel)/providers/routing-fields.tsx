'use client';

import { SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useFormState } from 'react-hook-form';
import { CheckboxesField } from '@/components/form/checkboxes-field';
import { MoneyField } from '@/components/form/money-field';
import { NumberField } from '@/components/form/number-field';
import { SelectField } from '@/components/form/select-field';
import { TagsField } from '@/components/form/tags-field';
import { apiQuery } from '@/components/layout/api';
import { CATEGORIES } from '@/lib/routing/categories';
import { mayStandIn } from './may-stand-in';

type Props = { self: string | undefined; technical: boolean };

/** When this provider gets its turn and what it costs; a technician also sees its share and what it carries. */
export function RoutingFields({ self, technical }: Props) {
  const t = useTranslations('providers.form');
  const { data } = useQuery(apiQuery('providers'));
  const providers = data?.data ?? [];
  const own = providers.find(({ id }) => id === self);
  const others = providers.filter((provider) => !own || mayStandIn(provider, own)).map(({ name }) => name);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <NumberField name="priority" label={t('priority')} description={t('priorityHelp')} withAsterisk />
      <SelectField
        name="fallback"
        label={t('fallback')}
        description={t('fallbackHelp')}
        data={others}
        clearable
        placeholder={t('fallbackNone')}
        clearButtonProps={{ 'aria-label': t('fallbackClear') }}
      />
      <MoneyField name="costPerMessage" label={t('costPerMessage')} description={t('costHelp')} />
      <MoneyField name="monthlyFee" label={t('monthlyFee')} description={t('feeHelp')} />
      {technical && (
        <>
          <NumberField name="weight" label={t('weight')} description={t('weightHelp')} withAsterisk />
          <CheckboxesField
            name="categories"
            label={t('categories')}
            description={t('categoriesHelp')}
            options={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
          />
          <TagsField
            name="senderDomains"
            label={t('senderDomains')}
            description={t('senderDomainsHelp')}
            placeholder={t('senderDomainsAny')}
          />
        </>
      )}
      <DomainRules technical={technical} />
    </SimpleGrid>
  );
}

/** Few need them: folded for an administrator, unless there are some already or one of them is wrong. */
function DomainRules({ technical }: Pick<Props, 'technical'>) {
  const t = useTranslations('providers.form.recipientDomains');
  const { errors, defaultValues } = useFormState();
  const rules = Object.values((defaultValues?.recipientDomains ?? {}) as Record<string, string[]>);
  const fields = (['prefer', 'only', 'never'] as const).map((rule) => (
    <TagsField
      key={rule}
      name={`recipientDomains.${rule}`}
      label={t(rule)}
      description={t(`${rule}Help`)}
      placeholder={t('none')}
    />
  ));
  if (technical) return fields;
  return (
    <details
      open={Boolean(errors.recipientDomains) || rules.some((list) => list?.length > 0)}
      style={{ gridColumn: '1 / -1' }}
    >
      <Text component="summary" size="sm" style={{ cursor: 'pointer' }}>
        {t('more')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} mt="sm">
        {fields}
      </SimpleGrid>
    </details>
  );
}
