import type { BounceMail } from './expected';
import { makeMail, makeReport } from './make-mail';

/**
 * Reports by RFC 3464 in the words of servers: after their documents and sources, with addresses of ours. A line each: what a person reads in
 * it, then action, status and diagnostic.
 */
const REPORTS = `
# Postfix: src/smtpd, src/smtp, src/local, src/virtual; bounce_notify_util.c
hard recipient | failed | 5.1.1 | smtp; 550 5.1.1 <ana@example.com>: Recipient address rejected: User unknown in virtual mailbox table
hard recipient | failed | 5.1.1 | X-Postfix; unknown user: "ana"
hard recipient | failed | 5.4.4 | X-Postfix; Host or domain name not found. Name service error for name=example.com type=A: Host not found
soft network | failed | 4.4.1 | X-Postfix; connect to mx.example.com[192.0.2.7]:25: Connection timed out
soft mailbox_full | failed | 5.2.2 | X-Postfix; maildir delivery failed: error writing message: Disk quota exceeded
soft mailbox_full | failed | 5.2.2 | smtp; 552 5.2.2 <ana@example.com>: Mailbox is full / Quota exceeded
soft content | failed | 5.3.4 | smtp; 552 5.3.4 Message size exceeds fixed limit
soft ours | failed | 5.7.1 | smtp; 554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.1
soft ours | failed | 5.7.1 | smtp; 554 5.7.1 <ana@example.com>: Relay access denied
soft ours | failed | 5.1.8 | smtp; 553 5.1.8 <clinic@clinic.example>: Sender address rejected: Domain not found
soft network | failed | 5.4.6 | X-Postfix; mail for example.com loops back to myself
delayed recipient | delayed | 4.2.0 | smtp; 450 4.2.0 <ana@example.com>: Recipient address rejected: Greylisted
delayed network | delayed | 4.4.1 | X-Postfix; connect to mx.example.com[192.0.2.7]:25: Connection refused
# Exchange Server and Microsoft 365: learn.microsoft.com, "Email non-delivery reports and SMTP errors in Exchange Online"
hard recipient | failed | 5.1.10 | smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ana@example.com not found by SMTP address lookup
hard recipient | failed | 5.1.1 | smtp;550 5.1.1 RESOLVER.ADR.RecipNotFound; not found
soft ours | failed | 5.7.1 | smtp;550 5.7.1 RESOLVER.RST.AuthRequired; authentication required
soft ours | failed | 5.7.124 | smtp;550 5.7.124 RESOLVER.RST.SenderNotInAllowedList; Sender not in allowed-senders list
soft ours | failed | 5.7.133 | smtp;550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed because the sender was not authenticated when sending to this group
soft ours | failed | 5.7.515 | smtp;550 5.7.515 Access denied, sending domain clinic.example does not meet the required authentication level
soft ours | failed | 5.7.606 | smtp;550 5.7.606 Access denied, banned sending IP [192.0.2.1]
soft ours | failed | 5.7.26 | smtp;550 5.7.26 This mail has been blocked because the sender is unauthenticated
soft mailbox_full | failed | 5.2.2 | smtp;554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded
soft content | failed | 5.3.4 | smtp;552 5.3.4 Message size exceeds fixed maximum message size
soft network | failed | 5.4.14 | smtp;554 5.4.14 Hop count exceeded - possible mail loop ATTR1
hard network | failed | 4.4.7 | smtp;550 4.4.7 QUEUE.Expired; message expired
soft ours | failed | 5.7.750 | smtp;550 5.7.750 Service unavailable. Client blocked from sending from unregistered domains
# Gmail and Google Workspace: support.google.com/a/answer/3726730
hard recipient | failed | 5.1.1 | smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try 550-5.1.1 double-checking the recipient's email address for typos or 550-5.1.1 unnecessary spaces. Learn more at 550 5.1.1 https://support.google.com/mail/?p=NoSuchUser a1-20020a05
hard recipient | failed | 5.2.1 | smtp; 550-5.2.1 The email account that you tried to reach is inactive. Learn more at 550 5.2.1 https://support.google.com/mail/?p=DisabledUser
soft mailbox_full | failed | 5.2.2 | smtp; 552-5.2.2 The recipient's inbox is out of storage space and inactive. Please direct the recipient to 552 5.2.2 https://support.google.com/mail/?p=OverQuotaPerm
soft quota | failed | 4.2.1 | smtp; 450-4.2.1 The user you are trying to contact is receiving mail at a rate that 450-4.2.1 prevents additional messages from being delivered.
soft ours | failed | 5.7.26 | smtp; 550-5.7.26 This mail has been blocked because the sender is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM.
soft ours | failed | 5.7.1 | smtp; 550-5.7.1 [192.0.2.1] The IP you're using to send mail is not authorized to 550-5.7.1 send email directly to our servers.
soft content | failed | 5.7.0 | smtp; 552-5.7.0 This message was blocked because its content presents a potential 552-5.7.0 security issue.
soft quota | failed | 4.7.28 | smtp; 421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP address. 421-4.7.28 To protect our users from spam, mail sent from your IP address has been temporarily rate limited.
# Yahoo: senders.yahooinc.com/smtp-error-codes
hard recipient | failed | 5.0.0 | smtp; 554 delivery error: dd This user doesn't have a yahoo.com account (ana@yahoo.com) [0] - mta1.mail.bf1.yahoo.com
hard recipient | failed | 5.0.0 | smtp; 554 30 Sorry, your message to ana@yahoo.com cannot be delivered. This mailbox is disabled (554.30).
soft ours | failed | 5.7.9 | smtp; 554 5.7.9 Message not accepted for policy reasons. See https://senders.yahooinc.com/error-codes
soft ours | failed | 4.7.0 | smtp; 421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to user complaints
# Sendmail: sendmail/deliver.c, savemail.c
hard recipient | failed | 5.1.1 | SMTP; 550 5.1.1 <ana@example.com>... User unknown
hard recipient | failed | 5.1.2 | SMTP; 550 5.1.2 <ana@example.com>... Host unknown (Name server: example.com: host not found)
soft mailbox_full | failed | 5.2.2 | SMTP; 552 5.2.2 Over quota
soft content | failed | 5.2.3 | SMTP; 552 5.2.3 Message size exceeds fixed maximum message size (10485760)
hard network | failed | 4.4.7 | SMTP; 400 4.4.7 Message could not be delivered for 5 days
delayed network | delayed | 4.4.1 | SMTP; Deferred: Connection timed out with mx.example.com.
# Exim: src/transports/smtp.c, written into its own reports since 4.84
hard recipient | failed | 5.0.0 | smtp; 550 No such user here
hard recipient | failed | 5.0.0 | smtp; 550 5.1.1 Unrouteable address
soft network | failed | 5.0.0 | x-local; all hosts for 'example.com' have been failing for a long time (and retry time not reached)
# Dovecot (pigeonhole, lmtp), Cyrus lmtpd
soft mailbox_full | failed | 5.2.2 | smtp; 552 5.2.2 <ana@example.com> Quota exceeded (mailbox for user is full)
hard recipient | failed | 5.1.1 | smtp; 550 5.1.1 <ana@example.com> User doesn't exist: ana@example.com
hard recipient | failed | 5.1.1 | smtp; 550-Mailbox unknown. Either there is no mailbox associated with this 550-name or you do not have authorization to see it. 550 5.1.1 User unknown
soft mailbox_full | failed | 5.2.2 | smtp; 452 4.2.2 Over quota SESSIONID=<cyrus-1>
# Apple iCloud: support.apple.com/102322; Mail.ru: postmaster.mail.ru; GMX: postmaster.gmx.net; Orange, Laposte: postmaster pages
hard recipient | failed | 5.1.1 | smtp; 550 5.1.1 <ana@icloud.com>: user does not exist
soft mailbox_full | failed | 5.2.2 | smtp; 552 5.2.2 <ana@icloud.com>: user is over quota
soft ours | failed | 5.7.0 | smtp; 554 5.7.0 Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi?ip=192.0.2.1
hard recipient | failed | 5.0.0 | smtp; 550 Message was not accepted -- invalid mailbox. Local mailbox ana@mail.ru is unavailable: user not found
hard recipient | failed | 5.1.1 | smtp; 550 Requested action not taken: mailbox unavailable
soft ours | failed | 5.0.0 | smtp; 554-No SMTP service 554-Bad DNS PTR resource record. 554 For explanation visit https://postmaster.gmx.net/en/case?c=r0103
hard recipient | failed | 5.1.1 | smtp; 550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416]
soft ours | failed | 5.7.1 | smtp; 550 5.7.1 Service refuse. Veuillez essayer plus tard. Service refused, please try later. LPN007_510
# Proofpoint, Mimecast, Barracuda, Cisco: their administrators' guides
hard recipient | failed | 5.1.1 | smtp; 550 5.1.1 <ana@example.com>: Recipient address rejected: User unknown in relay recipient table
hard recipient | failed | 5.0.0 | smtp; 550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550
soft ours | failed | 5.0.0 | smtp; 554 Email rejected due to security policies - https://community.mimecast.com/docs/DOC-1369#554
hard recipient | failed | 5.7.1 | smtp; 550 permanent failure for one or more recipients (ana@example.com:blocked)
hard recipient | failed | 5.1.0 | smtp; 550 #5.1.0 Address rejected.
# Amazon SES: docs.aws.amazon.com/ses, "Bounce notifications"; no diagnostic at all; a status alone
hard recipient | failed | 5.1.1 | smtp; 550 5.1.1 user unknown
hard network | failed | 4.4.7 | smtp; 554 4.4.7 Message expired: unable to deliver in 840 minutes.<421 4.4.2 Connection timed out>
hard recipient | failed | 5.1.1 |
soft mailbox_full | failed | 5.2.2 |
soft ours | failed | 5.7.1 |
soft unknown | failed | 5.0.0 |
# Yahoo's bare 550, a reason that nobody gives, a sequence of ours: field practice, "no enhanced code, do not suppress"
soft unknown | failed | 5.0.0 | smtp; 550 Rejected
soft ours | failed | 5.5.0 | smtp; 550 Administrative prohibition
soft unknown | failed | 5.5.0 | smtp; 503 Improper sequence of commands
`;

/** What RFC 3464 allows and servers make of it, beyond one recipient with all its fields. */
const FORMS: [source: string, expected: string, recipients: string, type?: string][] = [
  [
    'RFC 3464, 2.1: several recipients, a group each',
    'hard recipient ana@example.com; soft mailbox_full luis@example.com; delivered eva@example.com',
    `Final-Recipient: rfc822; ana@example.com
Action: failed
Status: 5.1.1

Final-Recipient: rfc822; luis@example.com
Action: failed
Status: 5.2.2

Final-Recipient: rfc822; eva@example.com
Action: delivered
Status: 2.1.5`,
  ],
  [
    'RFC 3464, 2.1.1: fields are folded as headers are; comments',
    'soft mailbox_full ana@example.com',
    `Final-Recipient:
 rfc822; ana@example.com (Ana)
Action: failed (gave up)
Status: 5.2.2 (mailbox full)
Diagnostic-Code: smtp;
 552 5.2.2
	mailbox is full`,
  ],
  [
    'RFC 3461, 4.2: ORCPT in xtext, with what the address stands for in the end',
    'hard recipient ana+bills@example.com',
    `Original-Recipient: rfc822;ana+2Bbills@example.com
Final-Recipient: rfc822;a.gomez@mailhost.example.com
Action: failed
Status: 5.1.1`,
  ],
  [
    'XWall: what the address is a kind of, twice',
    'soft content ana@example.com',
    `Original-Recipient: rfc822; rfc822;ana@example.com
Final-Recipient: rfc822; ana.gomez@mailhost.example.com
Action: failed
Status: 5.9.8
Diagnostic-Code: X-XWall; 5.9.8 Spam`,
  ],
  [
    'RFC 6533, 3: utf-8 addresses with escapes',
    'hard recipient josé@example.com',
    `Original-Recipient: utf-8;jos\\x{E9}@example.com
Final-Recipient: utf-8;jos\\x{E9}@example.com
Action: failed
Status: 5.1.1`,
    'message/global-delivery-status',
  ],
  [
    'RFC 6533, 4: the same in their own letters',
    'soft mailbox_full josé@example.com',
    `Final-Recipient: utf-8; josé@example.com
Action: failed
Status: 5.2.2`,
    'message/global-delivery-status; charset=utf-8',
  ],
  [
    'RFC 3464, 2.3.3: relayed',
    'delivered ana@example.com',
    'Final-Recipient: rfc822; ana@example.com\nAction: relayed\nStatus: 2.1.9',
  ],
  [
    'RFC 3464, 2.3.3: expanded',
    'delivered ana@example.com',
    'Final-Recipient: rfc822; ana@example.com\nAction: expanded\nStatus: 2.1.5',
  ],
  [
    'SurfControl: the action before the recipient',
    'hard recipient ana@example.com',
    'Action: failed\nFinal-Recipient: rfc822;ana@example.com\nDiagnostic-Code: smtp; 550 ana@example.com... No such user\nStatus: 5.0.0',
  ],
  [
    'McAfee Email Gateway: neither type nor status nor final recipient',
    'hard recipient ana@example.com',
    'Original-Recipient: <ana@example.com>\nAction: failed\nDiagnostic-Code: smtp; 550 Unknown user ana@example.com',
  ],
  [
    'Exchange 5.5: "fail", and no blank line before the recipient',
    'hard recipient ana@example.com',
    'Arrival-Date: Sat, 28 Nov 2026 11:00:00 +0000\nFinal-Recipient: RFC822; <ana@example.com>\nAction: fail\nStatus: 5.1.1',
  ],
  [
    'Lotus Domino: two recipients in one group',
    'hard recipient ana@example.com; hard recipient luis@example.com',
    'Final-Recipient: rfc822;ana@example.com\nAction: failed\nStatus: 5.1.1\nFinal-Recipient: rfc822;luis@example.com\nAction: failed\nStatus: 5.1.1',
  ],
];

const groupOf = (to: string, action: string, status: string, diagnostic: string) =>
  [
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    ...(diagnostic ? [`Diagnostic-Code: ${diagnostic}`] : []),
  ].join('\n');

function readReports(): BounceMail[] {
  let source = '';
  return REPORTS.trim()
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('#')) source = line.slice(2);
      if (line.startsWith('#')) return [];
      const [expected = '', action = '', status = '', diagnostic = ''] = line
        .split('|')
        .map((part) => part.trim());
      const to = /\bana@[\w.]+\w/.exec(diagnostic)?.[0] ?? 'ana@example.com';
      const recipients = groupOf(to, action, status, diagnostic);
      return [
        { source, expected: `${expected} ${to}`, mail: makeMail({ body: makeReport({ recipients }) }) },
      ];
    });
}

export const DELIVERY_REPORTS: BounceMail[] = [
  ...readReports(),
  ...FORMS.map(([source, expected, recipients, type]) => ({
    source,
    expected,
    mail: makeMail({ body: makeReport({ recipients, type }) }),
  })),
];
