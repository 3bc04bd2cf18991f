/** Programs that speak another provider's API: they are told another address and another key. Their names are their own in every language. */
export const APIS = {
  sendgrid: 'SendGrid API',
  resend: 'Resend API',
  mailgun: 'Mailgun API',
  postmark: 'Postmark API',
  brevo: 'Brevo API',
  ses: 'Amazon SES API',
} as const;
export type Api = keyof typeof APIS;

export type Pair = { accessKeyId: string; secretAccessKey: string };
type Given = { base: string; token: string; pair: Pair };

const lines = (...all: string[]) => all.join('\n');

/** As their official clients for JavaScript are told; other languages have the same two settings. */
export const API_RECIPES: Record<Api, (given: Given) => string> = {
  // In this order: setApiKey sets the address back.
  sendgrid: ({ base, token }) =>
    lines(`sgMail.setApiKey('${token}');`, `sgMail.client.setDefaultRequest('baseUrl', '${base}/');`),
  resend: ({ base, token }) => `const resend = new Resend('${token}', { baseUrl: '${base}' });`,
  mailgun: ({ base, token }) =>
    `const mg = new Mailgun(FormData).client({ username: 'api', key: '${token}', url: '${base}' });`,
  postmark: ({ base, token }) =>
    lines(
      `const client = new postmark.ServerClient('${token}', {`,
      `  requestHost: '${base.replace(/^https?:\/\//, '')}',`,
      `  useHttps: ${base.startsWith('https://')},`,
      '});',
    ),
  brevo: ({ base, token }) => `const brevo = new BrevoClient({ apiKey: '${token}', baseUrl: '${base}/v3' });`,
  ses: ({ base, pair }) =>
    lines(
      'const ses = new SESv2Client({',
      `  endpoint: '${base}',`,
      "  region: 'us-east-1',",
      '  credentials: {',
      `    accessKeyId: '${pair.accessKeyId}',`,
      `    secretAccessKey: '${pair.secretAccessKey}',`,
      '  },',
      '});',
    ),
};
