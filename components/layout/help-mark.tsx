'use client';

import { UnstyledButton } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { helpOf } from '@/lib/help/pages';
import { paths } from '@/lib/paths';
import classes from './alert-bell.module.css';

/** On every page: to what the guides say of it, in a tab of its own, so that nothing half written is left. */
export function HelpMark() {
  const t = useTranslations('help');
  const place = helpOf(usePathname());
  return (
    <UnstyledButton
      component="a"
      href={place ? paths.guide(place.guide, place.anchor) : paths.guides()}
      target="relevo-help"
      className={classes.bell}
      aria-label={place ? t('ofThisPage') : t('all')}
      title={place ? t('ofThisPage') : t('all')}
    >
      <IconHelp size={18} stroke={1.7} aria-hidden />
    </UnstyledButton>
  );
}
