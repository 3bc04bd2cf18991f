'use client';

import { Avatar, Menu, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import {
  IconCheck,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSun,
  IconUser,
  IconUserCircle,
} from '@tabler/icons-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { paths } from '@/lib/paths';
import { LANGUAGES, type SavePreferences, type SignOut } from './preferences';
import { useSessionActions } from './use-session-actions';

const SCHEMES = [
  { value: 'light', icon: IconSun },
  { value: 'dark', icon: IconMoon },
  { value: 'auto', icon: IconDeviceDesktop },
] as const;

type Props = {
  user: { name: string; email: string };
  savePreferences: SavePreferences;
  signOut: SignOut;
};

export function UserMenu({ user, ...actions }: Props) {
  const t = useTranslations('shell.user');
  const locale = useLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { setLanguage, signOut } = useSessionActions(actions);

  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <UnstyledButton aria-label={t('menu', { name: user.name })}>
          <Avatar size={32} radius="xl" color="iris" aria-hidden>
            <IconUser size={18} stroke={1.7} />
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text component="span" display="block" size="sm" fw={550} c="var(--mantine-color-text)" truncate>
            {user.name}
          </Text>
          <Text component="span" display="block" size="xs" truncate>
            {user.email}
          </Text>
        </Menu.Label>
        <Menu.Item component={Link} href={paths.account()} leftSection={<IconUserCircle size={16} />}>
          {t('account')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('language')}</Menu.Label>
        {LANGUAGES.map(({ value, label }) => (
          <Menu.Item
            key={value}
            lang={value}
            onClick={() => setLanguage(value)}
            rightSection={locale === value && <IconCheck size={15} aria-label={t('chosen')} />}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('appearance')}</Menu.Label>
        {SCHEMES.map(({ value, icon: Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={16} />}
            onClick={() => setColorScheme(value)}
            rightSection={colorScheme === value && <IconCheck size={15} aria-label={t('chosen')} />}
          >
            {t(`schemes.${value}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={signOut}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
