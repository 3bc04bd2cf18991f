'use client';

import { UnstyledButton } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths';
import classes from './alert-bell.module.css';

/** On every page: to what the guides say of it, in a tab of its own, so that nothing half written is left. */
export function HelpMark() {
  const t = useTranslations('help');
  const label = t('ofThisPage');
  return (
    <UnstyledButton
      component="a"
      // Which place that is only the server knows: no page should carry the list of all.
      href={paths.guides({ page: usePathname() })}
      target="relevo-help"
      className={classes.bell}
      aria-label={label}
      title={label}
    >
      <IconHelp size={18} stroke={1.7} aria-hidden />
    </UnstyledButton>
  );
}
