'use client';

import { Group } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { paths } from '@/lib/paths';
import type { RuleView } from '@/lib/rules/schema';
import { deleteRuleAction, updateRuleAction } from '../actions';

export function RuleActions({ rule }: { rule: RuleView }) {
  const t = useTranslations('rules.actions');
  const router = useRouter();
  const confirm = useConfirm();
  const disabledReason = useLocked('rules.write', rule);
  const { id, title, active, version } = rule;
  const update = useAction(updateRuleAction, {
    invalidates: ['rules'],
    success: t(active ? 'nowOff' : 'nowOn'),
  });
  const remove = useAction(deleteRuleAction, {
    invalidates: ['rules'],
    success: t('deleted'),
    onSuccess: () => router.push(paths.rules()),
  });
  const ask = async () => {
    const answers = { confirmLabel: t('delete'), keepLabel: t('keep'), danger: true };
    if (await confirm({ title: t('deleteTitle', { title }), body: t('deleteBody'), ...answers }))
      await remove.run({ id });
  };
  return (
    <Group gap="xs">
      <ReasonedButton
        variant="default"
        loading={remove.pending}
        onClick={() => void ask()}
        disabledReason={disabledReason}
      >
        {t('delete')}
      </ReasonedButton>
      <ReasonedButton
        variant="default"
        loading={update.pending}
        onClick={() => void update.run({ id, active: !active, version })}
        disabledReason={disabledReason}
      >
        {t(active ? 'turnOff' : 'turnOn')}
      </ReasonedButton>
    </Group>
  );
}
