'use client';

import { SimpleGrid } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { CompanyField } from '@/components/form/company-field';
import { NumberField } from '@/components/form/number-field';
import { SelectField } from '@/components/form/select-field';
import { SwitchField } from '@/components/form/switch-field';
import { TagsField } from '@/components/form/tags-field';
import { TextField } from '@/components/form/text-field';
import { ALERT_KINDS, type AlertKind, KINDS, SEVERITIES } from '@/lib/alerts/kinds';
import { AlertRuleInput, type AlertRuleView } from '@/lib/alerts/schema';

const { kind, company, active, severity, byMail } = AlertRuleInput.shape;
const { threshold, windowMinutes, minSample, recipients, remindHours, quietFrom, quietTo } =
  AlertRuleInput.shape;

/** What is left blank is as usual for the kind; no address is all administrators. */
export const RuleForm = z.strictObject({
  kind,
  company,
  active,
  severity,
  byMail,
  threshold,
  windowMinutes,
  minSample,
  recipients: z.preprocess((list) => (Array.isArray(list) && list.length === 0 ? null : list), recipients),
  remindHours,
  quietFrom,
  quietTo,
});
export type RuleForm = z.input<typeof RuleForm>;

/** Null takes away what is blank. */
export function withoutBlanks({ kind: _, company: _c, ...values }: z.output<typeof RuleForm>) {
  const { threshold, windowMinutes, minSample, remindHours, quietFrom, quietTo, recipients } = values;
  return {
    ...values,
    threshold: threshold ?? null,
    windowMinutes: windowMinutes ?? null,
    minSample: minSample ?? null,
    recipients: recipients ?? null,
    remindHours: remindHours ?? null,
    quietFrom: quietFrom ?? null,
    quietTo: quietTo ?? null,
  };
}

export function valuesOf(rule: AlertRuleView): RuleForm {
  const { mutedUntil: _m, version: _v, id: _i, recipients, ...fields } = rule;
  return {
    ...fields,
    recipients: recipients ?? [],
    quietFrom: rule.quietFrom ?? undefined,
    quietTo: rule.quietTo ?? undefined,
  };
}

export function RuleFields({ isNew }: { isNew: boolean }) {
  const t = useTranslations('alerts');
  const { control } = useFormContext<RuleForm>();
  const chosen: AlertKind = useWatch({ control, name: 'kind' });
  const usual = ALERT_KINDS[chosen];
  const placeholder = (value: number | null) => (value === null ? undefined : String(value));
  return (
    <>
      {isNew && (
        <>
          <SelectField
            name="kind"
            label={t('rules.form.kind')}
            data={KINDS.map((value) => ({ value, label: t(`kinds.${value}.name`) }))}
          />
          <CompanyField help={t('rules.form.companyHelp')} />
        </>
      )}
      <SwitchField name="active" label={t('rules.form.active')} />
      <SelectField
        name="severity"
        label={t('rules.form.severity')}
        description={t('rules.form.severityHelp')}
        data={SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))}
      />
      {usual.threshold !== null && (
        <NumberField
          name="threshold"
          label={t(`kinds.${chosen as 'parked'}.threshold`)}
          placeholder={placeholder(usual.threshold)}
          allowDecimal
          min={0}
        />
      )}
      {usual.windowMinutes !== null && (
        <NumberField
          name="windowMinutes"
          label={t('rules.form.window')}
          placeholder={placeholder(usual.windowMinutes)}
        />
      )}
      {usual.minSample !== null && (
        <NumberField
          name="minSample"
          label={t('rules.form.sample')}
          placeholder={placeholder(usual.minSample)}
        />
      )}
      <SwitchField name="byMail" label={t('rules.form.byMail')} />
      <TagsField
        name="recipients"
        label={t('rules.form.recipients')}
        description={t('rules.form.recipientsHelp')}
      />
      <NumberField
        name="remindHours"
        label={t('rules.form.remind')}
        description={t('rules.form.remindHelp')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextField
          name="quietFrom"
          type="time"
          label={t('rules.form.quietFrom')}
          description={t('rules.form.quietHelp')}
        />
        <TextField
          name="quietTo"
          type="time"
          label={t('rules.form.quietTo')}
          description={t('rules.form.quietToHelp')}
        />
      </SimpleGrid>
    </>
  );
}
