'use client';

import { Group, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import type { Step } from '@/lib/configuration/plan';
import type { VersionView } from '@/lib/configuration/versions/schema';
import { Changes } from '../../../audit/changes';
import { useRestore } from '../use-restore';
import { useStepText } from '../use-step-text';

/** Each thing with what of it is otherwise, and the way back for it alone. */
export function Steps({ version: { number, against, steps } }: { version: VersionView }) {
  const t = useTranslations('configuration.versions');
  const say = useStepText();
  // Who looks at a change means what was before it.
  const older = Math.min(number, against ?? number);
  if (steps.length === 0) return <Text size="sm">{t('nothing')}</Text>;
  return (
    <Stack gap="md">
      {steps.map((step) => (
        <OneStep key={say(step)} number={older} step={step} />
      ))}
    </Stack>
  );
}

function OneStep({ number, step }: { number: number; step: Step }) {
  const t = useTranslations('configuration.versions.oneThing');
  const say = useStepText();
  const locked = useLocked('config.write', SHARED);
  const { section, company, name, changes } = step;
  const { restore, pending } = useRestore(number, { section, company, name });
  const what = say(step);
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap" gap="md">
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {what}
        </Text>
        <Changes changes={changes.map(({ path, before, after }) => ({ field: path, before, after }))} />
      </div>
      <ReasonedButton
        size="xs"
        variant="default"
        loading={pending}
        disabledReason={locked}
        onClick={() => void restore()}
        aria-label={t('label', { number, what })}
      >
        {t('button')}
      </ReasonedButton>
    </Group>
  );
}
