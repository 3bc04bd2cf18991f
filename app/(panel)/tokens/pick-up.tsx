'use client';

import { Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { Time } from '@/components/layout/time';
import { type ActionError, useAction } from '@/components/layout/use-action';
import { useErrorText } from '@/components/layout/use-error-text';
import { Notice } from '@/components/table/notice';
import type { PickedUp, PickUpInput } from '@/lib/tokens/pick-up';
import { pickUpAction } from './actions';
import { TokenReveal } from './token-reveal';

/** Kept by what stays on the page: once it was given, nothing waits there any more, and nobody can give it again. */
export function usePickUp() {
  const [picked, setPicked] = useState<PickedUp>();
  const [problem, setProblem] = useState<ActionError>();
  const { run, pending } = useAction(pickUpAction, {
    onSuccess: setPicked,
    onError: (error) => {
      setProblem(error);
      return true;
    },
  });
  return { picked, problem, run, pending, forget: () => setPicked(undefined) };
}

type Props = {
  pickUp: ReturnType<typeof usePickUp>;
  of: PickUpInput;
  disabledReason: string | null;
  baseUrl: string;
  onDone: (id: string) => void;
};

/** One press, then the new secret: it is shown this once. */
export function PickUp({ pickUp, of, disabledReason, baseUrl, onDone }: Props) {
  const t = useTranslations('tokens.pickUp');
  const say = useErrorText();
  const { picked, problem, run, pending } = pickUp;
  if (picked)
    return (
      <Stack>
        <Text size="sm">
          {t.rich('until', { name: picked.name, time: () => <Time value={picked.previousValidUntil} /> })}
        </Text>
        <TokenReveal token={picked.token} baseUrl={baseUrl} onDone={() => onDone(picked.id)} />
      </Stack>
    );
  return (
    <Stack align="flex-start">
      {problem && (
        <Notice tone="bad" role="alert">
          {problem.code === 'not_found' ? t('unknown') : say(problem)}
        </Notice>
      )}
      <Text size="sm">{t('body')}</Text>
      <ReasonedButton loading={pending} onClick={() => run(of)} disabledReason={disabledReason}>
        {t('show')}
      </ReasonedButton>
    </Stack>
  );
}
