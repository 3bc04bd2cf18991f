'use client';

import { Card } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { withoutTechnical } from '@/components/form/schema-model';
import { secretFields, settingFields } from '../provider-form-values';
import { ConnectionSection, NameField, SenderSection } from '../provider-sections';
import { PresetHelp } from './preset-help';
import type { Wizard } from './use-wizard';
import { WizardForm } from './wizard-form';
import { isNeeded } from './wizard-steps';
import type { Choice } from './wizard-values';

/** What the service must know to let us in; with it the provider is saved, still out of use. */
export function StepBasics({ wizard, choice }: { wizard: Wizard; choice: Choice }) {
  const t = useTranslations('wizard');
  return (
    <Card>
      <WizardForm wizard={wizard} choice={choice} step="basics" submitLabel={t('continue')} next="advanced">
        <PresetHelp choice={choice} />
        <NameField />
        <ConnectionSection
          kind={choice.kind}
          settings={withoutTechnical(settingFields(choice.kind))}
          secrets={secretFields(choice.kind)
            .filter((field) => !field.technical)
            .map((field) => ({ ...field, required: isNeeded(field.key, choice.kind.secrets) }))}
          stored={wizard.provider}
        />
        <SenderSection required />
      </WizardForm>
    </Card>
  );
}
