import { useEffect, useState } from 'react';

/** For a window whose code came only when it was wanted: it opens once it stands, so that it learns from the change who had the focus. */
export function useOpenedLate(opened: boolean): boolean {
  const [standing, setStanding] = useState(false);
  useEffect(() => setStanding(true), []);
  return opened && standing;
}
