'use client';

import { Kbd, UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ComponentProps, useState } from 'react';
import type { Palette as FullPalette } from './palette';
import classes from './shell.module.css';

const Palette = dynamic(() => import('./palette').then((module) => module.Palette), { ssr: false });

/** The way to the palette: a button, and ⌘K, also from inside a field. Its code comes when it is first asked for. */
export function Search(props: Omit<ComponentProps<typeof FullPalette>, 'asked'>) {
  const t = useTranslations('shell');
  const [asked, setAsked] = useState(0);
  const open = () => setAsked((before) => before + 1);
  useHotkeys([['mod + K', open]], [], true);
  return (
    <>
      <UnstyledButton className={classes.search} onClick={open}>
        <IconSearch size={16} aria-hidden />
        <span className={classes.searchLabel}>{t('search')}</span>
        <Kbd size="xs" className={classes.kbd} aria-hidden>
          {t('shortcut')}
        </Kbd>
      </UnstyledButton>
      {asked > 0 && <Palette {...props} asked={asked} />}
    </>
  );
}
