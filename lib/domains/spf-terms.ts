import { isIP } from 'node:net';
import { isOwnServer } from '@/lib/providers/email/smtp/own-server';
import type { LoadedProvider } from '@/lib/providers/load';
import { spfTermsFor } from '@/lib/spf/merge-spf';
import { asciiDomain } from '@/lib/text/ascii-domain';
import type { DomainRow } from './row';

/** Services that send in the domain's own name, so that receivers ask its SPF; the others have a name of their own for bounces. */
const BY_PRESET: Record<string, string> = {
  gmail: 'include:_spf.google.com',
  'google-workspace-relay': 'include:_spf.google.com',
  microsoft365: 'include:spf.protection.outlook.com',
  zoho: 'include:zohomail.com',
};

/** What must be in the record for those who send as the domain to be allowed. */
export function spfTermsOf(
  { name, senders }: Pick<DomainRow, 'name' | 'senders'>,
  providers: LoadedProvider[],
): string[] {
  const own = spfTermsFor(senders);
  const theirs = providers.flatMap((provider) => termOf(provider, name, own.length > 0) ?? []);
  return [...new Set([...own, ...theirs])];
}

/** What lets a provider pass; undefined: receivers ask another domain, or addresses that are named say it. */
export function termOf(
  { row, config }: LoadedProvider,
  name: string,
  hasAddresses: boolean,
): string | undefined {
  const settings = config.settings as { preset?: string; host?: string; domain?: string };
  if (row.kind === 'mailgun') return settings.domain === name ? 'include:mailgun.org' : undefined;
  if (row.kind !== 'smtp') return undefined;
  if (!isOwnServer(settings)) return BY_PRESET[settings.preset!];
  const host = asciiDomain(settings.host ?? '');
  // One's own server: whose addresses are named, or stand under its name.
  return hasAddresses || isIP(host) || !host.includes('.') ? undefined : `a:${host}`;
}
