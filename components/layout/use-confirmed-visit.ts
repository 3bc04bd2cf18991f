'use client';

import { createContext, type MouseEvent, useContext } from 'react';
import { type Result, useAction } from './use-action';

/** An action that does nothing but be refused where it has to be shown again: components know none of the panel's. */
export const StillMeContext = createContext<(input: object) => Promise<Result<unknown>>>(async () => ({
  ok: true,
  data: undefined,
}));

/**
 * For a link to what asks who is signed in to show once more that it is they: a download, a way to another site. It is asked for here, first;
 * a browser that went there before would show an error instead of a page.
 */
export function useConfirmedVisit(): (event: MouseEvent<HTMLAnchorElement>) => void {
  const { run } = useAction(useContext(StillMeContext));
  return (event) => {
    const { href, download } = event.currentTarget;
    const isDownload = event.currentTarget.hasAttribute('download');
    event.preventDefault();
    void run({}).then(({ ok }) => {
      if (!ok) return;
      const link = Object.assign(document.createElement('a'), { href, ...(isDownload && { download }) });
      document.body.append(link);
      link.click();
      link.remove();
    });
  };
}
