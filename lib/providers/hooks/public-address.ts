import { isPublicAddress } from '@/lib/outbound/targets';
import { panelAddress } from '@/lib/process/panel-address';

/** Where a provider is to post what it has to tell. */
export function hookUrl(providerId: string, address = panelAddress()): string {
  return `${address}/api/hooks/${providerId}`;
}

/** Providers post to names over TLS: what is neither can be reached from here alone. */
export function isReachable(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  if (protocol !== 'https:') return false;
  return /^[\d.]+$|:/.test(bare)
    ? isPublicAddress(bare)
    : bare.includes('.') && !/\.(local|internal|localhost|test)$/.test(bare);
}
