'use client';

import { Button, Group } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconClock } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { DomainView } from '@/lib/domains/schema';
import { STEPS, type Step } from '@/lib/domains/steps';
import { recordsOf } from './records-of';

type Props = { domain: DomainView; step: Step; onStep: (step: Step) => void };

/** All steps, each with how it stands; none is locked, for people come back to one. */
export function StepList({ domain, step, onStep }: Props) {
  const t = useTranslations('domains');
  return (
    <Group component="nav" gap="xs" aria-label={t('steps.label')}>
      {STEPS.map((name, index) => (
        <Button
          key={name}
          variant={name === step ? 'filled' : 'default'}
          size="sm"
          leftSection={<Mark done={isDone(domain, name)} />}
          aria-current={name === step ? 'step' : undefined}
          onClick={() => onStep(name)}
        >
          {index + 1}. {t(`steps.${name}.short`)}
        </Button>
      ))}
    </Group>
  );
}

function Mark({ done }: { done: boolean | null }) {
  const Icon = done === null ? IconCircleDashed : done ? IconCircleCheck : IconClock;
  return <Icon size={16} aria-hidden />;
}

/** Null: nothing is asked for there. */
function isDone(domain: DomainView, step: Step): boolean | null {
  if (step === 'senders') {
    const { addresses, providers } = domain.senders;
    return addresses.length + providers.length > 0;
  }
  if (step === 'verify') return domain.state === 'verified';
  const required = recordsOf(domain, step).filter((record) => record.required);
  return required.length === 0 ? null : required.every(({ state }) => state === 'right');
}
