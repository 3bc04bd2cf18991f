import { type ReactNode, useState } from 'react';

/** Holds a window whose code is fetched when it first opens; from then on it stays, open or closed, with all that it knows. */
export function OnceOpened({ opened, children }: { opened: boolean; children: ReactNode }) {
  const [wanted, setWanted] = useState(opened);
  if (opened && !wanted) setWanted(true);
  return wanted && children;
}
