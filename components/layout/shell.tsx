'use client';

import { AppShell, Box, Burger, Group, ScrollArea } from '@mantine/core';
import { useDisclosure, useFocusReturn, useFocusTrap, useHotkeys } from '@mantine/hooks';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { paths } from '@/lib/paths';
import { AlertBell } from './alert-bell';
import { Banners } from './banners';
import { Brand } from './brand';
import { CompanySwitch } from './company-switch';
import { HelpMark } from './help-mark';
import { Keys } from './keys';
import { type Me, MeProvider } from './me';
import { type Mode, ModeProvider } from './mode';
import { ModeSwitch } from './mode-switch';
import { Nav } from './nav';
import type { PauseProvider, SavePreferences, SettingPlace, SignOut } from './preferences';
import { Search } from './search';
import classes from './shell.module.css';
import { StatusStrip } from './status-strip';
import { useKeepLocale } from './use-keep-locale';
import { useLive } from './use-live';
import { UserMenu } from './user-menu';
import { RememberSearch } from './way-back';

type Props = {
  user: Me & { name: string; email: string; mode: Mode; companyId: string | null };
  savePreferences: SavePreferences;
  signOut: SignOut;
  pauseProvider: PauseProvider;
  settings: SettingPlace[];
  children: ReactNode;
};

/** The frame around every page of the panel. */
export function Shell({ user, savePreferences, signOut, pauseProvider, settings, children }: Props) {
  const t = useTranslations('shell');
  const [opened, { toggle, close }] = useDisclosure(false);
  // Only at phone width: there the navigation lies over the page.
  const trapRef = useFocusTrap(opened);
  useFocusReturn({ opened });
  useHotkeys([['Escape', close]]);
  useKeepLocale();
  useLive();
  const { id, role, companyIds } = user;
  return (
    <MeProvider me={{ id, role, companyIds }}>
      <ModeProvider initial={user.mode}>
        <a href="#main" className={classes.skip}>
          {t('skip')}
        </a>
        <AppShell
          layout="alt"
          header={{ height: 52 }}
          navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
          padding={0}
        >
          <AppShell.Header className={classes.header}>
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={t('openMenu')}
              aria-expanded={opened}
            />
            <StatusStrip />
            <Group gap="sm" ml="auto" wrap="nowrap">
              <CompanySwitch chosen={user.companyId} save={savePreferences} />
              <Search {...{ savePreferences, signOut, pauseProvider, settings }} />
              <HelpMark />
              <AlertBell />
              <UserMenu user={user} savePreferences={savePreferences} signOut={signOut} />
            </Group>
          </AppShell.Header>
          <AppShell.Navbar ref={trapRef} className={classes.navbar} data-opened={opened || undefined}>
            <Group className={classes.brand}>
              <Link href={paths.home()} className={classes.home} onClick={close}>
                <Brand />
              </Link>
              <Burger
                opened
                onClick={close}
                hiddenFrom="sm"
                size="sm"
                aria-label={t('closeMenu')}
                ml="auto"
                mr="xs"
              />
            </Group>
            <AppShell.Section grow component={ScrollArea} type="auto" scrollbarSize={8}>
              <Nav onNavigate={close} />
            </AppShell.Section>
            <Box pt="sm">
              <ModeSwitch save={savePreferences} />
            </Box>
          </AppShell.Navbar>
          <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
            <div className={classes.page}>
              <Banners />
              {children}
            </div>
          </AppShell.Main>
        </AppShell>
        <RememberSearch />
        <Keys />
      </ModeProvider>
    </MeProvider>
  );
}
