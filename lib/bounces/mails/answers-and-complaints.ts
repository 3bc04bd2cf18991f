import type { BounceMail } from './expected';
import { makeMail, OUR_ID, RETURNED } from './make-mail';

const ANSWERING = { 'In-Reply-To': `<${OUR_ID}@clinic.example>`, 'Return-Path': '<ana@example.com>' };

type Answer = [
  source: string,
  expected: string,
  subject: string,
  headers?: Record<string, string>,
  body?: string,
];

const ANSWERS: Answer[] = [
  ['RFC 3834, 3.1.7 and 5', 'auto_reply', 'Re: Receipt 13', { 'Auto-Submitted': 'auto-replied' }],
  [
    'RFC 5230: Sieve vacation',
    'auto_reply',
    'Auto: Receipt 13',
    { 'Auto-Submitted': 'auto-replied (vacation)' },
  ],
  [
    'RFC 5436: Sieve notify',
    'auto_reply',
    'New mail',
    { 'Auto-Submitted': 'auto-notified; owner-email="ana@example.com"' },
  ],
  [
    'vacation(1), NetBSD and OpenBSD',
    'auto_reply',
    'away from my mail',
    { Precedence: 'bulk', 'Return-Path': '<>' },
  ],
  ['vacation(1), Solaris', 'auto_reply', 'Receipt 13', { Precedence: 'auto-reply' }],
  [
    'Exchange, English',
    'auto_reply',
    'Automatic reply: Receipt 13',
    { 'X-Auto-Response-Suppress': 'All', 'Auto-Submitted': 'auto-generated', 'Return-Path': '<>' },
  ],
  [
    'Exchange, Spanish',
    'auto_reply',
    'Respuesta automática: Recibo 13',
    { 'X-Auto-Response-Suppress': 'All', 'Return-Path': '<>' },
  ],
  ['Exchange, Portuguese', 'auto_reply', 'Resposta automática: Recibo 13'],
  ['Exchange, French', 'auto_reply', 'Réponse automatique : Reçu 13'],
  ['Exchange, French, encoded', 'auto_reply', '=?utf-8?Q?R=C3=A9ponse_automatique_:_Re=C3=A7u_13?='],
  ['Exchange, German', 'auto_reply', 'Automatische Antwort: Beleg 13'],
  ['Outlook 2003, English', 'auto_reply', 'Out of Office AutoReply: Receipt 13'],
  ['Outlook 2003, German', 'auto_reply', 'Abwesenheitsnotiz: Beleg 13'],
  ['Outlook 2003, Spanish', 'auto_reply', 'Fuera de la oficina: Recibo 13'],
  ['Outlook 2003, French', 'auto_reply', 'Absent du bureau : Reçu 13'],
  ['Lotus Notes', 'auto_reply', 'Ana Gomez is out of the office (returning 12/01/2026)'],
  [
    'Gmail, vacation responder',
    'auto_reply',
    'Re: Receipt 13',
    { 'Auto-Submitted': 'auto-replied', Precedence: 'bulk', 'X-Autoreply': 'yes' },
  ],
  [
    'cPanel autoresponder',
    'auto_reply',
    'Thank you for your mail',
    { 'X-Autorespond': 'Receipt 13', Precedence: 'auto_reply' },
  ],
  [
    'Plesk autoresponder',
    'auto_reply',
    'Re: Receipt 13',
    { 'X-Autoreply': 'yes', 'Auto-Submitted': 'auto-replied' },
  ],
  [
    'Zimbra, out of office',
    'auto_reply',
    'Re: Receipt 13',
    { 'Auto-Submitted': 'auto-replied (zimbra; vacation)' },
  ],
  [
    'GroupWise vacation rule',
    'auto_reply',
    'Out of the office until Monday',
    { 'Auto-Submitted': 'auto-replied' },
  ],
  [
    'Exchange, a rule of the mailbox',
    'auto_reply',
    'Re: Receipt 13',
    { 'X-MS-Exchange-Inbox-Rules-Loop': 'ana@example.com' },
  ],
  [
    '"I have left the firm", by a rule',
    'auto_reply',
    'Automatic reply: Receipt 13',
    {},
    'I no longer work here. Write to luis@example.com: 550 5.1.1 is not my number.',
  ],
  [
    'a vacation that quotes a subject of ours about deliveries',
    'auto_reply',
    'Automatic reply: Delivery status of your order',
    { 'Return-Path': '<>' },
  ],
  [
    'Gmail on a phone',
    'human_reply ana@example.com',
    'Re: Receipt 13',
    {},
    'Thank you! Could you send it to luis@example.com as well?',
  ],
  ['Outlook, German', 'human_reply ana@example.com', 'AW: Beleg 13', {}, 'Danke, angekommen.'],
  ['Outlook, Spanish', 'human_reply ana@example.com', 'RV: Recibo 13', {}, 'No puedo abrir el archivo.'],
  ['Outlook web, Portuguese', 'human_reply ana@example.com', 'RES: Recibo 13', {}, 'Obrigada!'],
  [
    'Apple Mail, only References',
    'human_reply ana@example.com',
    'A question',
    { 'In-Reply-To': '', References: `<${OUR_ID}@clinic.example>` },
    'When are you open?',
  ],
  [
    'a person who quotes a bounce',
    'human_reply ana@example.com',
    'Re: Undelivered Mail Returned to Sender',
    {},
    'Why did I get this?\n\n> This is the mail system at host mx.example.net.\n> <luis@example.com>: host mx said: 550 5.1.1 User unknown',
  ],
  [
    'a person who asks why delivery failed',
    'human_reply ana@example.com',
    'Re: Receipt 13',
    {},
    'Your invoice says "delivery failed permanently", what is that?',
  ],
  [
    'a newsletter',
    'unknown',
    'News of November',
    { 'In-Reply-To': '', 'List-Unsubscribe': '<https://news.example/u>', Precedence: 'bulk' },
  ],
  ['a mailing list that answers', 'unknown', 'Re: Receipt 13', { 'List-Id': '<list.example.com>' }],
  ['spam', 'unknown', 'Cheap watches', { 'In-Reply-To': '' }],
];

function feedback(fields: string, returned = RETURNED) {
  return makeMail({
    from: 'Abuse Report <feedback@isp.example>',
    subject: 'FW: Receipt 13',
    multipart: 'report; report-type=feedback-report',
    body: [
      {
        type: 'text/plain',
        body: 'This is an email abuse report for a message received on Sat, 28 Nov 2026.',
      },
      { type: 'message/feedback-report', body: `${fields}\nUser-Agent: FBL/1.0\nVersion: 1\n` },
      { type: 'message/rfc822', body: `${returned}\nThank you.` },
    ],
  });
}

const FEEDBACK: [source: string, expected: string, fields: string][] = [
  ['RFC 5965, appendix B.1', 'complaint', 'Feedback-Type: abuse'],
  [
    'RFC 5965, appendix B.2',
    'complaint ana@example.com',
    'Feedback-Type: abuse\nOriginal-Mail-From: <clinic@clinic.example>\nOriginal-Rcpt-To: <ana@example.com>\nReported-Domain: clinic.example',
  ],
  [
    'RFC 5965, 3.2: Original-Rcpt-To of several',
    'complaint ana@example.com; complaint luis@example.com',
    'Feedback-Type: abuse\nOriginal-Rcpt-To: ana@example.com\nOriginal-Rcpt-To: luis@example.com',
  ],
  ['RFC 5965, 7.3: fraud', 'complaint', 'Feedback-Type: fraud'],
  ['RFC 5965, 7.3: other', 'complaint', 'Feedback-Type: other'],
  ['RFC 5965, 7.3: virus', 'unknown', 'Feedback-Type: virus'],
  ['RFC 6430: not-spam', 'unknown', 'Feedback-Type: not-spam'],
  ['RFC 6591: auth-failure', 'unknown', 'Feedback-Type: auth-failure\nAuth-Failure: dmarc'],
];

/** Who complains, who is away, and who writes back. */
export const ANSWERS_AND_COMPLAINTS: BounceMail[] = [
  ...ANSWERS.map(([source, expected, subject, headers, body = 'I am away until Monday.']) => ({
    source,
    expected,
    mail: makeMail({ from: 'Ana <ana@example.com>', subject, headers: { ...ANSWERING, ...headers }, body }),
  })),
  ...FEEDBACK.map(([source, expected, fields]) => ({ source, expected, mail: feedback(fields) })),
  {
    source: 'Outlook.com, Junk Mail Reporting Program (sendersupport.olc.protection.outlook.com/snds)',
    expected: 'complaint ana@hotmail.com',
    mail: makeMail({
      from: 'staff@hotmail.com',
      subject: 'complaint about message from 192.0.2.1',
      multipart: 'mixed',
      body: [
        {
          type: 'message/rfc822',
          body: `X-HmXmrOriginalRecipient: ana@hotmail.com\n${RETURNED}\nThank you.`,
        },
      ],
    }),
  },
  {
    source: 'RFC 8098: a read receipt',
    expected: 'auto_reply',
    mail: makeMail({
      from: 'Ana <ana@example.com>',
      subject: 'Read: Receipt 13',
      multipart: 'report; report-type=disposition-notification',
      body: [
        { type: 'text/plain', body: 'The message was displayed.' },
        {
          type: 'message/disposition-notification',
          body: `Final-Recipient: rfc822;ana@example.com\nOriginal-Message-ID: <${OUR_ID}@clinic.example>\nDisposition: manual-action/MDN-sent-manually; displayed`,
        },
      ],
    }),
  },
];
