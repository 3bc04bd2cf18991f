export type Part = { type: string; body: string; encoding?: string };

type Outline = {
  from?: string;
  to?: string;
  subject?: string;
  /** Beyond these, or instead of them. */
  headers?: Record<string, string>;
  /** A single text, or parts of `multipart`, by default a report. */
  body: string | Part[];
  multipart?: string;
};

const DEFAULTS = {
  'Return-Path': '<>',
  Date: 'Sat, 28 Nov 2026 12:00:00 +0000',
  'Message-ID': '<b1@mx.example.net>',
  'MIME-Version': '1.0',
};

/** A mail as it lies in a mailbox. */
export function makeMail({
  from = 'MAILER-DAEMON@mx.example.net (Mail Delivery System)',
  to = 'bounces@clinic.example',
  subject = 'Undelivered Mail Returned to Sender',
  headers = {},
  body,
  multipart = 'report; report-type=delivery-status',
}: Outline): Buffer {
  const isText = typeof body === 'string';
  const lines = Object.entries({
    From: from,
    To: to,
    Subject: subject,
    ...DEFAULTS,
    'Content-Type': isText ? 'text/plain; charset=utf-8' : `multipart/${multipart}; boundary="=-b"`,
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from([...lines, '', isText ? body : joinParts(body)].join('\n').replaceAll('\n', '\r\n'));
}

function joinParts(parts: Part[]): string {
  const each = parts.map(({ type, body, encoding }) =>
    [
      '--=-b',
      `Content-Type: ${type}`,
      ...(encoding ? [`Content-Transfer-Encoding: ${encoding}`] : []),
      '',
      body,
    ].join('\n'),
  );
  return ['This is a MIME-encapsulated message.', '', ...each, '--=-b--', ''].join('\n');
}

type Status = { words?: string; message?: string; recipients: string; returned?: string; type?: string };

/** A report by RFC 3464: words, the status, the header of what came back. */
export function makeReport({
  words = 'Your message could not be delivered.',
  message = 'Reporting-MTA: dns; mx.example.net',
  recipients,
  returned = RETURNED,
  type = 'message/delivery-status',
}: Status): Part[] {
  return [
    { type: 'text/plain; charset=utf-8', body: words },
    { type, body: `${message}\n\n${recipients}\n` },
    { type: 'text/rfc822-headers', body: returned },
  ];
}

export const OUR_ID = '019abcde-0123-7abc-8def-0123456789ab';

export const RETURNED = `Return-Path: <clinic@clinic.example>
Message-ID: <${OUR_ID}@clinic.example>
From: Clinic <clinic@clinic.example>
To: ana@example.com
Subject: Receipt 13
`;
