'use client';

import { Group } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { AskingButton } from '@/components/form/asking-button';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { WindowButton } from '@/components/form/window-button';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { paths } from '@/lib/paths';
import type { RuleView } from '@/lib/rules/schema';
import { deleteRuleAction, updateRuleAction } from '../actions';

const RuleWindow = dynamic(() => import('../rule-window').then((module) => module.RuleWindow), {
  ssr: false,
});

export function RuleActions({ rule }: { rule: RuleView }) {
  const t = useTranslations('rules.actions');
  const router = useRouter();
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
  return (
    <Group gap="xs">
      <AskingButton
        question={{
          title: t('deleteTitle', { title }),
          body: t('deleteBody'),
          confirmLabel: t('delete'),
          keepLabel: t('keep'),
          danger: true,
        }}
        onYes={() => remove.run({ id })}
        pending={remove.pending}
        disabledReason={disabledReason}
      >
        {t('delete')}
      </AskingButton>
      <ReasonedButton
        variant="default"
        loading={update.pending}
        onClick={() => void update.run({ id, active: !active, version })}
        disabledReason={disabledReason}
      >
        {t(active ? 'turnOff' : 'turnOn')}
      </ReasonedButton>
      <WindowButton
        leftSection={<IconPencil size={16} aria-hidden />}
        window={(props) => <RuleWindow {...props} stored={rule} />}
        disabledReason={disabledReason}
      >
        {t('edit')}
      </WindowButton>
    </Group>
  );
}
