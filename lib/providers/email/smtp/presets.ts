import type { Preset } from '../../adapter';
import { QUOTAS, withQuota } from '../quotas';
import { wellKnownPresets } from './well-known';

/** Hosts and ports as each provider documents them; what it lets one send stands in `quotas.ts`. */
const MAILBOXES: Record<string, Preset> = {
  gmail: {
    label: 'Gmail',
    mailbox: true,
    settings: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
    help: 'https://support.google.com/accounts/answer/185833',
    keysUrl: 'https://myaccount.google.com/apppasswords',
    oauth: 'google',
  },
  'google-workspace-relay': {
    label: 'Google Workspace (SMTP relay)',
    settings: { host: 'smtp-relay.gmail.com', port: 587, security: 'starttls' },
    help: 'https://support.google.com/a/answer/2956491',
    keysUrl: 'https://myaccount.google.com/apppasswords',
    oauth: 'google',
  },
  outlook: {
    label: 'Outlook.com',
    mailbox: true,
    settings: { host: 'smtp-mail.outlook.com', port: 587, security: 'starttls' },
    // Since 16 September 2024 it takes no passwords from programs.
    oauthOnly: true,
    help: 'https://support.microsoft.com/office/d088b986-291d-42b8-9564-9c414e2aa040',
    keysUrl: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
    oauth: 'microsoft',
  },
  microsoft365: {
    label: 'Microsoft 365',
    mailbox: true,
    settings: { host: 'smtp.office365.com', port: 587, security: 'starttls' },
    help: 'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission',
    keysUrl: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
    oauth: 'microsoft',
  },
  yahoo: {
    label: 'Yahoo Mail',
    mailbox: true,
    settings: { host: 'smtp.mail.yahoo.com', port: 465, security: 'tls' },
    help: 'https://help.yahoo.com/kb/SLN15241.html',
    keysUrl: 'https://login.yahoo.com/account/security',
  },
  icloud: {
    label: 'iCloud Mail',
    mailbox: true,
    settings: { host: 'smtp.mail.me.com', port: 587, security: 'starttls' },
    help: 'https://support.apple.com/102525',
    keysUrl: 'https://account.apple.com/account/manage',
  },
  zoho: {
    label: 'Zoho Mail',
    mailbox: true,
    settings: { host: 'smtp.zoho.com', port: 465, security: 'tls' },
    help: 'https://www.zoho.com/mail/help/zoho-smtp.html',
    keysUrl: 'https://accounts.zoho.com/home#security/app_password',
  },
};

/** 1,000 an hour is Relevo's own advice: enough for a shop, and what a stolen password could send is bounded. */
const OWN_SERVER: Preset = {
  label: 'SMTP server',
  settings: { port: 587, security: 'starttls' },
  limits: { hour: 1000 },
};

const OWN_PRESETS: Record<string, Preset> = {
  own: OWN_SERVER,
  ...Object.fromEntries(
    Object.entries(MAILBOXES).map(([name, preset]) => [
      name,
      withQuota(preset, QUOTAS[name as keyof typeof QUOTAS]),
    ]),
  ),
};

export const SMTP_PRESETS: Record<string, Preset> = { ...OWN_PRESETS, ...wellKnownPresets(OWN_PRESETS) };
