import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';

/** Read on first use: it takes a megabyte. */
let list: Set<string> | undefined;

/** Whether the domain, or one above it, gives out mailboxes for some minutes. */
export function isDisposableDomain(domain: string): boolean {
  list ??= disposableEmailBlocklistSet();
  const labels = domain.split('.');
  return labels.some((_, at) => at < labels.length - 1 && list!.has(labels.slice(at).join('.')));
}
