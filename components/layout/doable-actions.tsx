'use client';

import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ComponentType } from 'react';

export type Doable = {
  key: string;
  label: string;
  icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;
  /** Why not now; null: it can be done. */
  reason: string | null;
  /** Stands out, where it can be done. */
  main?: boolean;
  pending?: boolean;
} & ({ run: () => void; href?: undefined } | { href: string; run?: undefined });

/** What can be done now as buttons; the rest in a menu, each with its reason. */
export function DoableActions({ actions }: { actions: Doable[] }) {
  const t = useTranslations('common');
  const later = actions.filter(({ reason }) => reason !== null);
  return (
    <>
      {actions.filter(({ reason }) => reason === null).map(toButton)}
      {later.length > 0 && (
        <Menu position="bottom-end" width={320} withinPortal={false}>
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={t('notNow')}>
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t('notNow')}</Menu.Label>
            {later.map(({ key, label, icon: Icon, reason }) => (
              <Menu.Item
                key={key}
                aria-disabled
                closeMenuOnClick={false}
                leftSection={<Icon size={15} aria-hidden />}
                style={{ cursor: 'default' }}
              >
                <Text size="sm" c="dimmed">
                  {label}
                </Text>
                <Text size="xs" c="dimmed" style={{ whiteSpace: 'normal' }}>
                  {reason}
                </Text>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

function toButton({ key, label, icon: Icon, main, pending, run, href }: Doable) {
  const look = {
    variant: main ? 'filled' : 'default',
    leftSection: <Icon size={15} aria-hidden />,
    loading: pending,
  };
  return href === undefined ? (
    <Button key={key} {...look} onClick={run}>
      {label}
    </Button>
  ) : (
    <Button key={key} {...look} component={Link} href={href}>
      {label}
    </Button>
  );
}
