'use client';

import { useLocalStorage } from '@mantine/hooks';

const MOST = 5;
const KEY = 'relevo-palette-recent';

/** The actions chosen last, newest first; kept in this browser. */
export function useRecent() {
  const [ids, set] = useLocalStorage<string[]>({ key: KEY, defaultValue: [] });
  const recent = Array.isArray(ids) ? ids : [];
  return {
    recent,
    remember: (id: string) => set([id, ...recent.filter((each) => each !== id)].slice(0, MOST)),
  };
}
