'use client';

import { Anchor, SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { CompanyField } from '@/components/form/company-field';
import { NumberField } from '@/components/form/number-field';
import { SecretField } from '@/components/form/secret-field';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { apiQuery } from '@/components/layout/api';
import { useMode } from '@/components/layout/mode';
import { AI_KINDS, type AiKindName, kindOf } from '@/lib/ai/call/kinds';
import type { AiProviderView } from '@/lib/ai/providers/schema';
import { AmountsField } from './amounts-field';
import { KindField } from './kind-field';
import { ModelField } from './model-field';
import { OwnModelFields } from './own-model-fields';

/** In the order in which one meets them: who, with which key, what it may cost, and then the rest. */
export function AiFields({ stored }: { stored?: AiProviderView }) {
  const t = useTranslations('ai.form');
  const { technical } = useMode();
  const { control } = useFormContext();
  const [chosen, endpoint] = useWatch({ control, name: ['kind', 'endpoint'] });
  const kind = (stored?.kind ?? chosen) as AiKindName;
  const { endpoint: known, keysUrl, keyOptional, asOf } = kindOf(kind);
  return (
    <>
      {!stored && <KindField kinds={AI_KINDS} />}
      <TextField name="name" label={t('name')} placeholder={t('nameHint')} withAsterisk />
      {(technical || known === null) && (
        <TextField
          name="endpoint"
          label={t('endpoint')}
          description={t(known === null ? `endpoints.${kind as 'azure' | 'compatible'}` : 'endpointHelp')}
          placeholder={known ?? undefined}
          withAsterisk={known === null}
        />
      )}
      <SecretField
        name="apiKey"
        label={t('apiKey')}
        description={t(keyOptional ? 'apiKeyOptional' : 'apiKeyHelp')}
        required={!stored && !keyOptional}
        stored={stored?.secrets.apiKey}
        again={stored?.secrets.apiKey !== undefined && stored.endpoint !== endpoint}
      />
      {keysUrl && !stored && (
        <Text size="sm">
          <Anchor href={keysUrl} target="_blank" rel="noreferrer" underline="always">
            {t('keysPage', { kind: kindOf(kind).label })}
          </Anchor>
        </Text>
      )}
      <ModelField kind={kind} isNew={!stored} />
      <AmountsField
        name="price"
        parts={['input', 'output']}
        label={t('price')}
        help={t('priceHelp', { date: asOf })}
      />
      <AmountsField name="budget" parts={['monthly']} label={t('budget')} help={t('budgetHelp')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NumberField
          name="priority"
          label={t('priority')}
          description={t('priorityHelp')}
          min={0}
          max={100}
        />
        <FallbackField own={stored?.name} />
        {technical && (
          <>
            <NumberField name="limits.minute" label={t('minute')} placeholder={t('noLimit')} />
            <NumberField name="limits.day" label={t('day')} placeholder={t('noLimit')} />
            <NumberField name="timeoutSeconds" label={t('timeout')} suffix=" s" />
            {kind === 'openai' && <TextField name="organization" label={t('organization')} />}
            {kind === 'openai' && <TextField name="project" label={t('project')} />}
          </>
        )}
      </SimpleGrid>
      {technical && <OwnModelFields kind={kind} />}
      {!stored && <CompanyField help={t('companyHelp')} />}
    </>
  );
}

function FallbackField({ own }: { own: string | undefined }) {
  const t = useTranslations('ai.form');
  const { data } = useQuery(apiQuery('ai-providers'));
  const others = data?.data.filter(({ name }) => name !== own) ?? [];
  if (others.length === 0) return null;
  return (
    <SelectField
      name="fallback"
      label={t('fallback')}
      description={t('fallbackHelp')}
      placeholder={t('noFallback')}
      clearable
      clearButtonProps={{ 'aria-label': t('noFallback') }}
      data={others.map(({ name }) => ({ value: name, label: name }))}
    />
  );
}
