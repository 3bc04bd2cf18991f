/** Services that send for others: whose SPF names their servers, and by which names those go. `kinds`: of providers here, or a preset of SMTP. */
export type Service = {
  name: string;
  spf: string[];
  hosts: RegExp;
  kinds: string[];
  presets?: string[];
  forwards?: true;
};

export const SERVICES: readonly Service[] = [
  { name: 'SendGrid', spf: ['sendgrid.net'], hosts: /\.sendgrid\.net$/, kinds: ['sendgrid'] },
  { name: 'Mailgun', spf: ['mailgun.org'], hosts: /\.mailgun\.(?:net|org|co)$/, kinds: ['mailgun'] },
  { name: 'Amazon SES', spf: ['amazonses.com'], hosts: /\.amazonses\.com$/, kinds: ['ses', 'resend'] },
  {
    name: 'Brevo',
    spf: ['spf.brevo.com'],
    hosts: /\.(?:sendinblue\.com|brevo\.com|mailin\.fr|sender-sib\.com)$/,
    kinds: ['brevo'],
  },
  { name: 'Postmark', spf: ['spf.mtasv.net'], hosts: /\.mtasv\.net$/, kinds: ['postmark'] },
  {
    name: 'Google',
    spf: ['_spf.google.com'],
    hosts: /\.google\.com$/,
    kinds: [],
    presets: ['gmail', 'google-workspace-relay'],
    forwards: true,
  },
  {
    name: 'Microsoft 365',
    spf: ['spf.protection.outlook.com'],
    hosts: /\.(?:outlook\.com|hotmail\.com)$/,
    kinds: [],
    presets: ['microsoft365', 'outlook'],
    forwards: true,
  },
  { name: 'Yahoo', spf: [], hosts: /\.yahoo\.com$/, kinds: [], presets: ['yahoo'], forwards: true },
  {
    name: 'Zoho',
    spf: ['zohomail.com'],
    hosts: /\.zoho(?:mail)?\.(?:com|eu|in)$/,
    kinds: [],
    presets: ['zoho'],
    forwards: true,
  },
  {
    name: 'Mailchimp',
    spf: ['servers.mcsv.net'],
    hosts: /\.(?:mcsv\.net|rsgsv\.net|mandrillapp\.com)$/,
    kinds: [],
  },
  { name: 'HubSpot', spf: [], hosts: /\.hubspotemail\.net$/, kinds: [] },
  { name: 'Zendesk', spf: ['mail.zendesk.com'], hosts: /\.zdsys\.com$/, kinds: [] },
  { name: 'Salesforce', spf: ['_spf.salesforce.com'], hosts: /\.salesforce\.com$/, kinds: [] },
];
