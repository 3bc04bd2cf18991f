'use client';

import { Card } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CompanyField } from '@/components/form/company-field';
import { DEFAULT_CHANNEL } from '@/lib/channels/default-channel';
import { NameField, SenderSection } from '../provider-sections';
import { BasicsConnection } from './basics-connection';
import { isMailbox, MailboxBasics } from './mailbox-basics';
import { PresetHelp } from './preset-help';
import type { Wizard } from './use-wizard';
import { WizardForm } from './wizard-form';
import type { Choice } from './wizard-values';

/** What the service must know to let us in; with it the provider is saved, still out of use. */
export function StepBasics({ wizard, choice }: { wizard: Wizard; choice: Choice }) {
  const t = useTranslations('wizard');
  const tForm = useTranslations('providers.form');
  return (
    <Card>
      <WizardForm wizard={wizard} choice={choice} step="basics" submitLabel={t('continue')} next="advanced">
        <PresetHelp choice={choice} />
        {isMailbox(choice) ? (
          <MailboxBasics choice={choice} stored={wizard.provider} />
        ) : (
          <>
            <NameField />
            <CompanyField help={tForm('companyHelp')} />
            <BasicsConnection choice={choice} stored={wizard.provider} />
            {choice.kind.channel === DEFAULT_CHANNEL && <SenderSection required />}
          </>
        )}
      </WizardForm>
    </Card>
  );
}
