'use client';

import { Card, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { onlyTechnical } from '@/components/form/schema-model';
import { useMode } from '@/components/layout/mode';
import { LimitFields } from '../limit-fields';
import { secretFields, settingFields } from '../provider-form-values';
import { ConnectionSection, FormSection } from '../provider-sections';
import { RoutingFields } from '../routing-fields';
import type { Wizard } from './use-wizard';
import { WizardForm } from './wizard-form';
import type { Choice } from './wizard-values';

/** May be passed by: everything here has a recommended value. */
export function StepAdvanced({ wizard, choice }: { wizard: Wizard; choice: Choice }) {
  const t = useTranslations('wizard');
  const tForm = useTranslations('providers.form');
  const { technical } = useMode();
  const settings = onlyTechnical(settingFields(choice.kind));
  const secrets = onlyTechnical(secretFields(choice.kind));
  return (
    <Card>
      <WizardForm wizard={wizard} choice={choice} step="advanced" submitLabel={t('continueTest')} next="test">
        <Text size="sm">{t('advancedLead')}</Text>
        <FormSection title={tForm('routing')} text={tForm('routingHelp')}>
          <RoutingFields self={wizard.provider?.id} technical={technical} />
        </FormSection>
        <FormSection title={tForm('limits')} text={tForm('limitsHelp')}>
          <LimitFields technical={technical} preset={choice.preset} firstSetup />
        </FormSection>
        {technical && settings.length + secrets.length > 0 && (
          <ConnectionSection
            kind={choice.kind}
            settings={settings}
            secrets={secrets}
            stored={wizard.provider}
          />
        )}
      </WizardForm>
    </Card>
  );
}
