'use client';

import { useState } from 'react';
import { updatePreferencesAction } from '@/app/(panel)/actions';
import { chosenLocale } from '@/components/layout/locale-cookie';
import type { EndReason } from '@/lib/auth/why-ended';
import { CodeForm } from './code-form';
import { CodesLeft } from './codes-left';
import { SignInForm } from './sign-in-form';

type Step = { at: 'password'; failure?: string } | { at: 'code' } | { at: 'left'; codesLeft: number };

type Props = {
  next: string;
  /** The password was shown already, before the page was loaded again. */
  halfWay: boolean;
  ended: EndReason | null;
};

export function SignIn({ next, halfWay, ended }: Props) {
  const [step, setStep] = useState<Step>(halfWay ? { at: 'code' } : { at: 'password' });
  // A full load: the root layout must be drawn again in this person's language.
  const enter = async () => {
    const language = chosenLocale();
    if (language) await updatePreferencesAction({ language });
    window.location.assign(next);
  };
  if (step.at === 'left') return <CodesLeft codesLeft={step.codesLeft} onEnter={enter} />;
  if (step.at === 'password')
    return (
      <SignInForm
        ended={ended}
        failure={step.failure}
        onDone={({ needsCode }) => (needsCode ? setStep({ at: 'code' }) : enter())}
      />
    );
  return (
    <CodeForm
      onDone={({ codesLeft }) => (codesLeft === null ? enter() : setStep({ at: 'left', codesLeft }))}
      onLeave={(failure) => setStep({ at: 'password', failure })}
    />
  );
}
