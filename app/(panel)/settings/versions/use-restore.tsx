'use client';

import { List, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { useNotify } from '@/components/layout/use-notify';
import type { Place } from '@/lib/configuration/plan';
import { TOUCHED } from '../document/touched';
import { restoreVersionAction } from './actions';

/** First what would be done, then, where somebody says so, that, unless somebody changed something meanwhile. */
export function useRestore(number: number, only?: Place) {
  const t = useTranslations('configuration.versions');
  const confirm = useConfirm();
  const notify = useNotify();
  const looking = useAction(restoreVersionAction);
  const restoring = useAction(restoreVersionAction, {
    invalidates: [...TOUCHED, 'config'],
    success: t(only ? 'oneThing.done' : 'restore.done', { number }),
  });
  const input = { number, ...(only && { only }) };
  async function restore() {
    const plan = await looking.run({ ...input, dryRun: true });
    if (!plan.ok) return;
    if (plan.data.steps.length === 0) return notify(t('restore.nothing'), 'good');
    const question = {
      title: t(only ? 'oneThing.title' : 'restore.title', { number }),
      body: <Lines lines={plan.data.lines} />,
      confirmLabel: t(only ? 'oneThing.confirm' : 'restore.confirm', { number }),
      keepLabel: t('restore.keep'),
      danger: plan.data.removed > 0,
    };
    if (await confirm(question))
      await restoring.run({ ...input, dryRun: false, expectVersion: plan.data.from });
  }
  return { restore, pending: looking.pending || restoring.pending };
}

function Lines({ lines: [head, ...steps] }: { lines: string[] }) {
  const t = useTranslations('configuration.versions');
  return (
    <>
      <Text size="sm">{t('restore.body')}</Text>
      <Text size="sm" fw={550} mt="xs">
        {head}
      </Text>
      <List size="sm" mt="xs" mah={280} style={{ overflowY: 'auto', overflowWrap: 'anywhere' }} tabIndex={0}>
        {steps.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </>
  );
}
