'use client';

import { Stack } from '@mantine/core';
import dynamic from 'next/dynamic';
import { parseAsString, useQueryState } from 'nuqs';
import { useState } from 'react';
import type { ProviderView } from '@/lib/providers/schema';
import type { ProviderKindView } from '../provider-kind';
import { StepAdvanced } from './step-advanced';
import { StepBasics } from './step-basics';
import { StepChoose } from './step-choose';
import { StepTest } from './step-test';
import { useWizard, type WizardStart } from './use-wizard';
import { WizardGone } from './wizard-gone';
import { WizardResumed } from './wizard-resumed';
import { WizardSteps } from './wizard-steps-bar';
import { findChoice, NEW_DRAFT } from './wizard-values';

// The last of it is minutes away from the first.
const StepFinish = dynamic(() => import('./step-finish').then((module) => module.StepFinish), { ssr: false });
const WizardDone = dynamic(() => import('./wizard-done').then((module) => module.WizardDone), { ssr: false });

type Props = { kinds: ProviderKindView[]; start: WizardStart; ownAddress: string };

/** From choosing a service to a provider that sends, one decision at a time. */
export function Wizard({ kinds, start, ownAddress }: Props) {
  const [linked] = useQueryState('preset', parseAsString);
  const wizard = useWizard(withLink(start, kinds, linked));
  const [done, setDone] = useState<ProviderView | null>(null);
  const choice = findChoice(kinds, wizard.draft.choice);

  if (done)
    return (
      <WizardDone
        provider={done}
        ownAddress={ownAddress}
        onBackup={() => {
          setDone(null);
          wizard.go('choose', { ...NEW_DRAFT, backupFor: { id: done.id, name: done.name } });
        }}
      />
    );
  if (wizard.kept === 'gone') return <WizardGone />;
  const props = { wizard, choice: choice! };
  return (
    <Stack maw={wizard.step === 'choose' ? 1100 : 760} gap="lg">
      <WizardSteps wizard={wizard} />
      <WizardResumed wizard={wizard} start={start} />
      {(wizard.step === 'choose' || !choice) && <StepChoose kinds={kinds} wizard={wizard} />}
      {choice && wizard.step === 'basics' && <StepBasics key={wizard.draft.choice} {...props} />}
      {choice && wizard.step === 'advanced' && <StepAdvanced {...props} />}
      {choice && wizard.step === 'test' && <StepTest {...props} />}
      {choice && wizard.step === 'finish' && <StepFinish {...props} onDone={setDone} />}
    </Stack>
  );
}

/** A link may name the service (`?preset=smtp.gmail`); it does not overrule what somebody began. */
function withLink(start: WizardStart, kinds: ProviderKindView[], linked: string | null): WizardStart {
  if (start.draft.choice || !findChoice(kinds, linked)) return start;
  return { ...start, draft: { ...start.draft, choice: linked, step: 'basics' } };
}
