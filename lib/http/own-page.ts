/** Of a request: names in lower case. */
type ReadHeader = (name: string) => string | null | undefined;

/**
 * What a browser says of where a request comes from: true for our own pages, undefined where nothing is said. Over plain HTTP by another
 * name than localhost it leaves out `Sec-Fetch-Site` (Fetch Metadata, 2); then the origin must be the host that was asked, with its port.
 */
export function comesFromOwnPage(header: ReadHeader): boolean | undefined {
  const site = header('sec-fetch-site');
  if (site) return site === 'same-origin';
  const page = header('origin') || header('referer');
  if (!page) return undefined;
  const origin = URL.parse(page);
  // Only a trusted proxy's word for the host has come so far.
  const asked = header('x-forwarded-host')?.split(',')[0]?.trim() || header('host');
  return (
    origin !== null && origin.host === URL.parse(`${origin.protocol}//${asked}`)?.host && origin.host !== ''
  );
}
