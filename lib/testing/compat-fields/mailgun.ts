import { inAnHour, type PublishedFields } from './fields';

/** https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages/post-v3--domain-name--messages */
export const mailgun: PublishedFields = {
  path: '/compat/mailgun/v3/example.com/messages',
  headers: (token) => ({
    'content-type': 'application/x-www-form-urlencoded',
    authorization: `Basic ${Buffer.from(`api:${token}`).toString('base64')}`,
  }),
  encode: (body) =>
    new URLSearchParams(
      Object.entries(body ?? {}).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
      ]),
    ).toString(),
  body: () => ({
    from: 'Clinic <clinic@example.com>',
    to: 'ana@example.com',
    subject: 'Receipt 13',
    text: 'Thank you.',
  }),
  namesIn: (answer) => JSON.parse(answer).message,
  fields: [
    ['to', '"Gómez, Ana" <ana@example.com>, luis@example.com', 'honoured'],
    ['cc', 'boss@example.com', 'honoured'],
    ['bcc', 'boss@example.com', 'honoured'],
    ['html', '<p>Thank you.</p>', 'honoured'],
    ['amp-html', '<p>Thank you.</p>', 'refused'],
    ['template', 'none', 'refused'],
    ['t:version', 'v2', 'refused'],
    ['t:text', 'yes', 'honoured'],
    ['t:variables', '{"a":1}', 'refused'],
    ['o:tag', 'receipts', 'honoured'],
    ['o:dkim', 'yes', 'refused'],
    ['o:dkim', 'no', 'honoured'],
    ['o:secondary-dkim', 'example.com/s1', 'refused'],
    ['o:secondary-dkim-public', 'example.com/s1', 'refused'],
    ['o:deliverytime', inAnHour().toUTCString(), 'honoured'],
    ['o:deliverytime-optimize-period', '24h', 'refused'],
    ['o:time-zone-localize', '02:00PM', 'refused'],
    ['o:testmode', 'yes', 'honoured'],
    ['o:tracking', 'yes', 'honoured'],
    ['o:tracking-clicks', 'htmlonly', 'honoured'],
    ['o:tracking-opens', 'no', 'honoured'],
    ['o:require-tls', 'yes', 'refused'],
    ['o:skip-verification', 'yes', 'refused'],
    ['o:sending-ip', '192.0.2.1', 'refused'],
    ['o:sending-ip-pool', 'pool', 'refused'],
    ['o:tracking-pixel-location-top', 'yes', 'refused'],
    ['o:archive-to', 'https://example.com', 'refused'],
    ['h:X-Client', 'shop', 'honoured'],
    ['h:X-Mailgun-Dkim', 'yes', 'refused'],
    ['v:order', '77', 'honoured'],
    ['recipient-variables', '{"ana@example.com":{"a":1}}', 'honoured'],
    ['something-new', 'yes', 'refused'],
  ],
};
