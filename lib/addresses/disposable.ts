import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';

/** Read on first use: it takes a megabyte. */
let list: Set<string> | undefined;

/** Whether the domain, or one above it, gives out mailboxes for some minutes. */
export function isDisposableDomain(domain: string): boolean {
  list ??= disposableEmailBlocklistSet();
  for (let name = domain, dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.')) {
    if (list.has(name)) return true;
    name = name.slice(dot + 1);
  }
  return false;
}
