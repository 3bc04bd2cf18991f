'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { areaOf, isForPage, moveInList, press, type Shown, shownKeys, toggleRow } from './page-keys';

const KeysWindow = dynamic(() => import('./keys-window').then((module) => module.KeysWindow), { ssr: false });

/** The keys of every page: along its list, to what its controls say they are pressed by, and `?` for all that there are. */
export function Keys() {
  const [shown, setShown] = useState<Shown | null>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isForPage(event)) return;
      const help = event.key === '?';
      if (help) {
        setShown(shownKeys(areaOf()));
        setOpen(true);
      }
      const done = help || (moveInList(event.key) ?? toggleRow(event.key) ?? press(event.key));
      if (done) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return shown && <KeysWindow shown={shown} open={open} onClose={() => setOpen(false)} />;
}
