'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { CompanyField } from '@/components/form/company-field';
import type { FormError } from '@/components/form/form-error';
import { FormShell } from '@/components/form/form-shell';
import type { FieldModel } from '@/components/form/schema-model';
import { useStored } from '@/components/form/use-stored';
import { useZodForm } from '@/components/form/use-zod-form';
import { useMode } from '@/components/layout/mode';
import { DEFAULT_CHANNEL } from '@/lib/channels/default-channel';
import { ProviderInput, type ProviderView } from '@/lib/providers/schema';
import { LimitFields } from './limit-fields';
import { OverrideFields } from './override-fields';
import { plainFields, presetOf, secretFields, settingFields } from './provider-form-values';
import type { ProviderKindView } from './provider-kind';
import { ConnectionSection, FormSection, NameField, SenderSection } from './provider-sections';
import { RoutingFields } from './routing-fields';

type Props = {
  kind: ProviderKindView;
  initial: ProviderInput;
  /** The provider as stored. */
  stored: ProviderView;
  /** With the version that the form began from. */
  onSubmit: (values: ProviderInput, version: number) => void;
  error: FormError | null;
  pending: boolean;
  submitLabel: string;
  lockedReason: string | null;
};

/** One form for every kind, in Admin mode without the technical fields. */
export function ProviderForm({ kind, initial, stored, onSubmit, ...shell }: Props) {
  const t = useTranslations('providers.form');
  const { technical } = useMode();
  const form = useZodForm(ProviderInput, initial);
  const now = useMemo(() => ({ values: initial, version: stored.version }), [initial, stored.version]);
  const { version, meanwhile } = useStored(form, now);
  const shown = (fields: FieldModel[]) => (technical ? fields : plainFields(fields));
  return (
    <FormShell form={form} onSubmit={(values) => onSubmit(values, version)} meanwhile={meanwhile} {...shell}>
      <NameField />
      <CompanyField help={t('companyHelp')} />
      <ConnectionSection
        kind={kind}
        settings={shown(settingFields(kind))}
        secrets={shown(secretFields(kind))}
        stored={stored}
      />
      {kind.channel === DEFAULT_CHANNEL && <SenderSection />}
      <FormSection title={t('routing')} text={t('routingHelp')}>
        <RoutingFields self={stored.id} technical={technical} />
      </FormSection>
      <FormSection title={t('limits')} text={t('limitsHelp')}>
        <LimitFields technical={technical} preset={presetOf(kind, stored)} />
      </FormSection>
      {technical && (
        <FormSection title={t('overrides.title')} text={t('overrides.help')}>
          <OverrideFields />
        </FormSection>
      )}
    </FormShell>
  );
}
