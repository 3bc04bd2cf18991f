'use client';

import { SimpleGrid, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { ChoicesField } from '@/components/form/choices-field';
import { NumberField } from '@/components/form/number-field';
import { PairsField } from '@/components/form/pairs-field';
import { SelectField } from '@/components/form/select-field';
import { SwitchField } from '@/components/form/switch-field';
import { TextField } from '@/components/form/text-field';
import { apiQuery } from '@/components/layout/api';
import { METRICS } from '@/lib/campaigns/schema';

/** To whom, what, when, and whether it is tried on some first. */
export function CampaignFields() {
  const t = useTranslations('campaigns.form');
  const templates = useQuery(apiQuery('templates')).data?.data ?? [];
  const published = templates.filter((one) => one.channel === 'email' && one.published);
  return (
    <>
      <TextField name="title" label={t('title')} data-autofocus maxLength={120} />
      <ToWhom />
      <Title order={3} size="h5">
        {t('what')}
      </Title>
      <SelectField
        name="template"
        label={t('template')}
        data={published.map(({ key, title }) => ({ value: key, label: title }))}
        searchable
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField name="subject" label={t('subject')} description={t('subjectHelp')} maxLength={200} />
        <TextField name="preheader" label={t('preheader')} description={t('preheaderHelp')} maxLength={200} />
        <TextField name="fromEmail" label={t('fromEmail')} description={t('fromHelp')} maxLength={254} />
        <TextField name="fromName" label={t('fromName')} description={t('fromHelp')} maxLength={120} />
      </SimpleGrid>
      <TextField name="language" label={t('language')} description={t('languageHelp')} maxLength={10} />
      <PairsField
        name="variables"
        label={t('variables')}
        description={t('variablesHelp')}
        nameLabel={t('variable')}
        addLabel={t('addVariable')}
      />
      <SwitchField name="opens" label={t('opens')} />
      <SwitchField name="clicks" label={t('clicks')} />
      <When />
      <TryFirst />
    </>
  );
}

function ToWhom() {
  const t = useTranslations('campaigns.form');
  const lists = (useQuery(apiQuery('lists')).data?.data ?? []).map(({ id, title }) => ({
    value: id,
    label: title,
  }));
  const segments = (useQuery(apiQuery('segments')).data?.data ?? []).map(({ id, title }) => ({
    value: id,
    label: title,
  }));
  return (
    <>
      <Title order={3} size="h5">
        {t('toWhom')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <ChoicesField name="lists" label={t('lists')} data={lists} searchable />
        <ChoicesField name="segments" label={t('segments')} data={segments} searchable />
        <ChoicesField name="withoutLists" label={t('withoutLists')} data={lists} searchable />
        <ChoicesField name="withoutSegments" label={t('withoutSegments')} data={segments} searchable />
      </SimpleGrid>
    </>
  );
}

function When() {
  const t = useTranslations('campaigns.form');
  const startsAt: string = useWatch({ name: 'startsAt' });
  return (
    <>
      <Title order={3} size="h5">
        {t('when')}
      </Title>
      <TextField
        name="startsAt"
        type="datetime-local"
        label={t('startsAt')}
        description={t('startsAtHelp')}
      />
      {startsAt && <SwitchField name="zoned" label={t('zoned')} description={t('zonedHelp')} />}
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NumberField name="spreadHours" label={t('spreadHours')} min={0} max={168} />
        <NumberField name="perMinute" label={t('perMinute')} min={1} />
        <TextField name="budget" label={t('budget')} description={t('budgetHelp')} inputMode="decimal" />
      </SimpleGrid>
    </>
  );
}

function TryFirst() {
  const t = useTranslations('campaigns.form');
  const isTest: boolean = useWatch({ name: 'isTest' });
  return (
    <>
      <Title order={3} size="h5">
        {t('test')}
      </Title>
      <SwitchField name="isTest" label={t('isTest')} description={t('isTestHelp')} />
      {isTest && (
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <TextField name="subjectB" label={t('subjectOf', { letter: 'B' })} maxLength={200} />
          <TextField name="subjectC" label={t('subjectOf', { letter: 'C' })} maxLength={200} />
          <TextField name="subjectD" label={t('subjectOf', { letter: 'D' })} maxLength={200} />
          <NumberField name="percent" label={t('percent')} min={2} max={100} />
          <SelectField
            name="metric"
            label={t('metric')}
            data={METRICS.map((value) => ({ value, label: t(`metrics.${value}`) }))}
          />
          <NumberField name="waitHours" label={t('waitHours')} min={1} max={72} />
        </SimpleGrid>
      )}
    </>
  );
}
