'use client';

import { Button, Group, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { paths } from '@/lib/paths';
import type { TestView } from '@/lib/providers/schema';
import { ConnectAccount } from '../[id]/connect-account';
import { ConnectionTest } from '../[id]/connection-test';
import type { Wizard } from './use-wizard';

/** Tried at once; one may go on without success, knowing it. */
export function StepTest({ wizard }: { wizard: Wizard }) {
  const t = useTranslations('wizard');
  const [report, setReport] = useState<TestView | null>(null);
  const { provider } = wizard;
  if (!provider) return null;
  const keep = (found: TestView) => {
    setReport(found);
    wizard.saved({ ...provider, lastTest: { ok: found.ok, cause: found.cause ?? null, at: found.at } });
  };
  return (
    <Stack>
      <ConnectAccount provider={provider} back={paths.newProvider({ step: 'test' })} />
      <ConnectionTest provider={provider} startNow onReport={keep} />
      <Group justify="flex-end">
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={15} aria-hidden />}
          onClick={() => wizard.go(report?.ok === false ? 'basics' : 'advanced')}
        >
          {report?.ok === false ? t('correct') : t('back')}
        </Button>
        <Button variant={report?.ok === false ? 'default' : 'filled'} onClick={() => wizard.go('finish')}>
          {report?.ok === false ? t('continueAnyway') : t('continue')}
        </Button>
      </Group>
    </Stack>
  );
}
