import type { BounceMail } from './expected';
import { makeMail } from './make-mail';

/** Disposition notifications (RFC 8098) of what nobody asked for: the first is of a reader, the others are of the server. */
const NOTIFICATIONS: { source: string; expected: string; headers?: Record<string, string>; text: string }[] =
  [
    {
      source: 'Outlook: deleted without being read',
      expected: 'auto_reply',
      text: 'Your message was deleted without being read on Monday.',
    },
    {
      source: 'Dovecot, lib-lda/mail-send.c: a full mailbox',
      expected: 'soft mailbox_full ana@example.com',
      headers: { 'Auto-Submitted': 'auto-replied (rejected)' },
      text: 'Your message to <ana@example.com> was automatically rejected:\nQuota exceeded',
    },
    {
      source: "Pigeonhole, `reject`: the recipient's own filter",
      expected: 'soft unknown ana@example.com',
      headers: { 'Auto-Submitted': 'auto-replied (rejected)' },
      text: 'Your message to <ana@example.com> was automatically rejected:\nI take no mail of shops. Write to berta@example.org',
    },
  ];

export const NOTIFICATIONS_FOR_READERS: BounceMail[] = NOTIFICATIONS.map(
  ({ source, expected, headers, text }) => ({
    source,
    expected,
    mail: makeMail({
      from: 'postmaster@mx.example.com',
      subject: 'Automatically rejected mail',
      headers,
      multipart: 'report; report-type=disposition-notification',
      body: [
        { type: 'text/plain', body: text },
        {
          type: 'message/disposition-notification',
          body: 'Final-Recipient: rfc822; ana@example.com\nDisposition: automatic-action/MDN-sent-automatically; deleted',
        },
      ],
    }),
  }),
);
