'use client';

import { SimpleGrid } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { NumberField } from '@/components/form/number-field';
import { SelectField } from '@/components/form/select-field';
import { SwitchField } from '@/components/form/switch-field';
import { TextField } from '@/components/form/text-field';
import { TextareaField } from '@/components/form/textarea-field';
import { STAGES } from '@/lib/replies/meaning';
import { APPLIES_TO, LONGEST_PHRASE, MEANINGS } from '@/lib/replies/own/schema';

export function RuleFields() {
  const t = useTranslations('suppressions.replies');
  return (
    <>
      <TextField
        name="phrase"
        label={t('form.phrase')}
        description={t('form.phraseHelp')}
        maxLength={LONGEST_PHRASE}
        data-autofocus
        withAsterisk
      />
      <SelectField
        name="means"
        label={t('form.means')}
        description={t('form.meansHelp')}
        searchable
        data={MEANINGS.map((value) => ({ value, label: t(`means.${value}`) }))}
      />
      <TextField
        name="name"
        label={t('form.name')}
        placeholder={t('form.nameHint')}
        maxLength={80}
        withAsterisk
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <SelectField
          name="permanent"
          label={t('form.permanent')}
          data={(['code', 'no', 'yes'] as const).map((value) => ({
            value,
            label: t(`form.permanents.${value}`),
          }))}
        />
        <SelectField
          name="appliesTo"
          label={t('form.appliesTo')}
          data={APPLIES_TO.map((value) => ({ value, label: t(`where.${value}`) }))}
        />
        <SelectField
          name="stage"
          label={t('form.stage')}
          placeholder={t('form.anyStage')}
          clearable
          clearButtonProps={{ 'aria-label': t('form.anyStage') }}
          data={STAGES.map((value) => ({ value, label: t(`stages.${value}`) }))}
        />
        <TextField name="code" label={t('form.code')} description={t('form.codeHelp')} ff="monospace" />
        <NumberField name="waitSeconds" label={t('form.wait')} description={t('form.waitHelp')} />
        <NumberField name="position" label={t('form.position')} description={t('form.positionHelp')} />
      </SimpleGrid>
      <TextareaField name="note" label={t('form.note')} minRows={2} maxLength={1_000} />
      <SwitchField name="active" label={t('form.active')} />
    </>
  );
}
