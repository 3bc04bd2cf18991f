import type { Context } from '@/lib/context';
import { invalid } from '@/lib/errors';
import { accessToken } from '@/lib/oauth/access-token';
import { OAuthError } from '@/lib/oauth/request-token';
import type { OAuthSettings } from '@/lib/oauth/settings';
import { getProvider } from '@/lib/providers/get';
import { type LoadedProvider, loadProvider } from '@/lib/providers/load';
import { accountOf } from '@/lib/providers/oauth/account';
import { MailboxFailure } from './failure';
import type { MailboxRow } from './view';

type Settings = { host?: string; auth?: string; oauth?: OAuthSettings };
type Target = Pick<MailboxRow, 'host' | 'security' | 'companyId'>;

/** Where each service documents its IMAP server; its token goes nowhere else. */
const HOSTS = {
  google: ['imap.gmail.com', 'imap.googlemail.com'],
  microsoft: ['outlook.office365.com', 'outlook.office.com', 'imap-mail.outlook.com'],
};

/** The provider whose account a mailbox is to sign in with. @throws AppError not_found, validation_failed */
export async function findAccount(ctx: Context, ref: string, target: Target): Promise<string> {
  const { id, name } = await getProvider(ctx, ref);
  const provider = await loadProvider(id);
  const settings = (provider?.row.settings ?? {}) as Settings;
  // Whoever works for one company reads no mailbox of all.
  if (!provider || settings.auth !== 'xoauth2' || provider.row.companyId !== target.companyId)
    throw invalid('account', 'no_account', { provider: name });
  if (!mayRead(settings)) throw invalid('account', 'account_sends_only', { provider: name });
  if (target.security === 'none') throw invalid('security', 'encrypted_only');
  const hosts = hostsOf(settings);
  if (!isAmong(target.host, hosts)) throw invalid('host', 'account_host', { hosts: hosts.join(', ') });
  return id;
}

/** @throws MailboxFailure where the provider is gone or changed since, or its service gives no token */
export async function tokenOf(row: MailboxRow): Promise<{ token: string; account: OAuthPlace }> {
  const provider = row.accountId ? await loadProvider(row.accountId) : undefined;
  if (!provider || !isStillFit(provider, row)) throw new MailboxFailure('account');
  const account = accountOf(provider.config as Parameters<typeof accountOf>[0], 'read');
  try {
    return { token: await accessToken(account), account };
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    const later = error.code === 'EOAUTH2_LATER';
    throw new MailboxFailure(later ? 'account_later' : 'account', error.message.slice(0, 300));
  }
}

export type OAuthPlace = { id: string; purpose: 'send' | 'read' };

function isStillFit({ problem, row, config }: LoadedProvider, target: MailboxRow): boolean {
  const settings = config.settings as Settings;
  return (
    !problem &&
    settings.auth === 'xoauth2' &&
    row.companyId === target.companyId &&
    target.security !== 'none' &&
    isAmong(target.host, hostsOf(settings))
  );
}

/** Google's permission is for both; that of an application itself, and a scope that somebody wrote, are theirs to know. */
function mayRead({ oauth = {} }: Settings): boolean {
  return (
    oauth.provider !== 'microsoft' ||
    oauth.grant === 'client_credentials' ||
    oauth.scope !== undefined ||
    !!oauth.reads
  );
}

/** Of another service: where it sends, and beside that. */
function hostsOf({ oauth, host = '' }: Settings): string[] {
  if (oauth?.provider === 'google' || oauth?.provider === 'microsoft') return HOSTS[oauth.provider];
  const [, ...domain] = host.split('.');
  return domain.length > 1 ? [host, `imap.${domain.join('.')}`, `mail.${domain.join('.')}`] : [host];
}

function isAmong(host: string, hosts: string[]): boolean {
  return hosts.some((known) => known.toLowerCase() === host.toLowerCase());
}
