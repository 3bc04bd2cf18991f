type Leaving = { isUnsaved: () => boolean; ask: () => Promise<boolean>; visit: (href: string) => void };

/** Catches the three ways out of a page before anything has changed. Another query of the same page is no way out. */
export function watchLeaving(now: () => Leaving): () => void {
  const followLink = (event: MouseEvent) => {
    const link = linkOf(event);
    if (!link || !now().isUnsaved()) return;
    event.preventDefault();
    event.stopPropagation();
    void now()
      .ask()
      .then((leaves) => {
        if (!leaves) return;
        // A menu that held it may be closed by now; else it does whatever else a press on it does.
        if (link.isConnected) link.click();
        else now().visit(link.pathname + link.search);
      });
  };
  const goBack = (event: NavigateEvent) => {
    const { key, url, sameDocument } = event.destination;
    if (event.navigationType !== 'traverse' || !event.cancelable || !sameDocument) return;
    if (isThisPage(new URL(url)) || !now().isUnsaved()) return;
    event.preventDefault();
    void now()
      .ask()
      .then((leaves) => leaves && window.navigation.traverseTo(key));
  };
  const closeTab = (event: BeforeUnloadEvent) => {
    if (now().isUnsaved()) event.preventDefault();
  };

  // Before React's own listener, which is on the document.
  window.addEventListener('click', followLink, { capture: true });
  window.addEventListener('beforeunload', closeTab);
  // Next has no event for Back; the Navigation API has. Browsers older than 2026 may lack it, and go back unasked.
  const navigation = 'navigation' in window ? window.navigation : null;
  navigation?.addEventListener('navigate', goBack);
  return () => {
    window.removeEventListener('click', followLink, { capture: true });
    window.removeEventListener('beforeunload', closeTab);
    navigation?.removeEventListener('navigate', goBack);
  };
}

/** A link that a plain click follows to another page of the panel. */
function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  if (!link || (link.target && link.target !== '_self') || link.hasAttribute('download')) return null;
  // What leads elsewhere is a full load, which the browser asks about.
  if (link.origin !== window.location.origin || link.pathname.startsWith('/api/')) return null;
  return isThisPage(new URL(link.href)) ? null : link;
}

function isThisPage({ pathname }: URL): boolean {
  return pathname === window.location.pathname;
}
