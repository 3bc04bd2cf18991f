'use client';

import { Menu, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useBlankCompany } from '@/components/layout/me';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { EXAMPLE_KEYS } from '@/lib/examples/keys';
import { installExampleAction } from './actions';

/** By one click what a business of one kind needs to begin; what is there already stays as it is. */
export function ExamplesMenu() {
  const t = useTranslations('rules.examples');
  const disabledReason = useLocked('rules.write');
  const company = useBlankCompany();
  const { run, pending } = useAction(installExampleAction, {
    invalidates: ['rules', 'subjects', 'subject-kinds', 'notification-types', 'templates'],
    success: ({ added }) =>
      added.length > 0 ? t('done', { count: added.length, names: added.join(', ') }) : t('nothing'),
  });
  return (
    <Menu position="bottom" width={340}>
      <Menu.Target>
        <ReasonedButton
          variant="default"
          rightSection={<IconChevronDown size={16} aria-hidden />}
          loading={pending}
          disabledReason={disabledReason}
        >
          {t('button')}
        </ReasonedButton>
      </Menu.Target>
      <Menu.Dropdown>
        {EXAMPLE_KEYS.map((set) => (
          <Menu.Item key={set} onClick={() => void run({ set, company })}>
            <Text size="sm" fw={550}>
              {t(`sets.${set}.title`)}
            </Text>
            <Text size="xs" c="dimmed">
              {t(`sets.${set}.about`)}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
