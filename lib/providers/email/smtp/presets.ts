import type { Preset } from '../../adapter';

/** Hosts and ports as each provider documents them; limits follow with the routing of quotas. */
export const SMTP_PRESETS: Record<string, Preset> = {
  own: { label: 'SMTP server', settings: { port: 587, security: 'starttls' } },
  gmail: {
    label: 'Gmail',
    settings: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
    help: 'https://support.google.com/accounts/answer/185833',
  },
  outlook: {
    label: 'Outlook / Microsoft 365',
    settings: { host: 'smtp.office365.com', port: 587, security: 'starttls' },
    help: 'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission',
  },
  yahoo: {
    label: 'Yahoo Mail',
    settings: { host: 'smtp.mail.yahoo.com', port: 465, security: 'tls' },
    help: 'https://help.yahoo.com/kb/SLN15241.html',
  },
};
