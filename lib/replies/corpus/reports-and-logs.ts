/** What senders report and log, and what their bounce handlers are tried with. */
export const REPORTS_AND_LOGS = String.raw`
# github.com: email-bounce-parser, PHP-Bounce-Handler, mautic, KumoMTA, smtp-codes; Gmail's and Outlook's pages of errors; logs and threads in public repositories
session | ours now | 450 4.4.6 Routing loop detected (G16)
rcpt | ours now | 451 4.7.1 Sorry, the service is currently unavailable. Please come back later.
data | ours | 541 5.4.1 Mail rejected by destination domain
rcpt | ours now | 450 cuda_nsu 4.7.1 <clinic@example.com>: Recipient address rejected: Policy Rejection- Abuse. Go away.
rcpt | gone | 550 5.2.1 <gone@prodigy.net>... blank mailhost - invalid address, relay=[203.0.113.9]
session | ours | 550 5.7.1 Connections not accepted from servers without a valid sender domain
data | content | 550 spam detected
data | content | 550 virus detected
mail | ours | 550 <clinic@example.com>: Reject due to SPF policy. The originating IP of the message is not permitted by the domain owner
session | ours | 550 <clinic@example.com>: Bad DNS PTR resource record
data | ours | 550 <clinic@example.com>: Reject due to policy restrictions (domain based)
rcpt | later | 550 <full@example.com>: Requested mail action aborted: exceeded storage allocation, Quota exceeded
data | ours | 550 Envelope blocked - User Entry - https://community.mimecast.com/docs/DOC-1369#550 [a]
mail | ours | 550 DMARC Sender Invalid - envelope rejected - https://community.mimecast.com/docs/DOC-1369#550 [b]
mail | ours | 550 5.1.8 Domain of sender address does not exist
mail | ours | 550 5.5.2 <clinic>: Sender address rejected: need fully-qualified address
rcpt | gone | 551 5.7.1 Domain not found (#id-5.9.2)
data | content | 554 rejecting banned content
rcpt | ours | 554 5.7.1 <ana@example.com>: Recipient address rejected: BLOCK-SEND-ER.
rcpt | gone | 550 5.1.2 <gone@example.gov>... Host unknown (Name server: example.gov.: host not found)
rcpt | ours | 503 Bad sequence of commands
rcpt | later | 552 Too much mail data full@docomo.ne.jp
data | ours | 503 No recipients specified
rcpt | ours | 550 5.7.1 <ana@example.com>... Access denied
rcpt | ours | 554 5.7.1 <a8-95.smtp-out.amazonses.com[203.0.113.22]>: Client host rejected: blocked using mail.neko.example.org; Please see http://mail.neko.example.org/rbl/?ip=203.0.113.22 to send.
rcpt | ours | 521-5.7.1 Service unavailable; client [203.0.113.225] blocked using dnsbl.sorbs.net\n521 5.7.1 Please see http://support.mailhostbox.com/email-administrators-guide-error-codes/ for explanation of the problem.
rcpt | gone | 550 5.4.4 Invalid domain
rcpt | later | 450 4.7.1 <ana@example.com>: Recipient address rejected: User ana@example.com temporary locked. Please try again later!
data | ours | 550 5.7.1 can't determine Purported Responsible Address
rcpt | ours | 550 5.7.26 <ana@example.net>: Recipient address rejected: Multiple authentication checks failed
rcpt | ours | 550 5.7.25 <ana@example.net>: Recipient address rejected: Reverse DNS validation failed
rcpt | gone | 550 5.1.6 <gone@example.net>: Recipient address rejected: Destination mailbox has moved, No forwarding address.
rcpt | gone | 550 5.1.2 <gone@example.net>: Recipient address rejected: Bad destination system address.
rcpt | ours | 550 5.7.0 <ana@example.net>: Recipient address rejected: Policy violation.
rcpt | gone | 525 5.7.13 <gone@example.net>: Recipient address rejected: User account disabled.
mail | ours | 553 mta.example.com does not exist
session | ours | 554 5.7.1 Reverse DNS lookup for host 203.0.113.22 failed permanently.
session | ours | 554 5.7.1 [C14] Missing reverse DNS for 203.0.113.2
session | ours | 550-203.0.113.9 blocked by ldap:ou=nekochan,dc=example,dc=net\n550 Error - Blocked for abuse. See http://example.net/nyaan
rcpt | quota | 554 neko-22.nyaan.r.example.net : CAT : neko22 : CAT : You've reached your daily relay quota - 203.0.113.9
data | content | 550-REJECTED - Blacklisted URL in message. (example.com) in [black].\n550-See http://lookup.uribl.com. - Blacklisted Link - X=pascal
rcpt | later | 552 sorry, mailbox full@example.org is over quota temporarily (#5.1.1)
rcpt | later | 522 5.2.0 Delivery failed: Over quota
rcpt | ours now | 451 Could not load DRD for domain (example.com) rcpt (ana@example.com)
rcpt | later | 552 Error: disk quota exceeded
rcpt | gone | 550 5.2.0 Message Filtered
rcpt | gone | 550 'gone@example.com' is not a registered gateway user
mail | ours | 501 <clinic@example.com>... no access from mail server [203.0.113.9] which is an open relay.
rcpt | ours | 554 INVALID IP FOR SENDING MAIL OF DOMAIN example.com
mail | ours | 554 Mail from clinic@example.net rejected for policy reasons.
rcpt | ours now | 451 4.3.0 This message could not be delivered due to a recipient error. Please try again later.
data | ours | 550 5.1.1 RCP-P2 http://postmaster.facebook.com/response_codes?ip=203.0.113.9#rcp Refused due to recipient preferences
mail | rate | 550 Connection frequency limited [Q1YzZ3kxdnRYYnpkbVZ0MAo Blocked IP 203.0.113.9]. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000722
auth | ours | 534 5.7.9 Authentication mechanism is too weak
auth | ours | 500 5.5.6 Authentication Exchange line is too long
auth | ours now | 432 4.7.12 A password transition is needed
data | rate | 421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating\n421-4.7.28 from your SPF domain [example.com      15]. To protect\n421-4.7.28 our users from spam, mail sent from your domain has been temporarily\n421-4.7.28 rate limited.
rcpt | later | 450 4.2.1 <gone@laposte.net>: Recipient address rejected: this mailbox is inactive and has been disabled
mail | ours | 550 5.1.1 <bounces+ded1e8e71ae3e839@mailer.example.com>: unauthorized sender
rcpt | gone | 550 5.1.1 <gone@protonmail.com>: Recipient address rejected: Address is not configured to receive emails
data | ours | 550 5.7.129 RESOLVER.RST.RestrictedToRecipientsPermission; not authorized to send to recipient because the sender isn't on the recipient's list of senders to accept mail from
data | content | 550 5.7.1 Message contains spam or virus. (110) [23992349932-349593]
data | content | 550 5.7.1 Email 4Sbnd53EO2z1LKLct rejected per SPAM policy
rcpt | gone | 550 no mailbox by that name is currently available
rcpt | gone | 550 invalid mailbox (call fwd)
rcpt | gone | 550 2f1c655f95f5cae-a1f55 User not found:gone@139.com
session | ours | 550 Your host is not allowed to connect to this server.
rcpt | gone | 550-The mail server could not deliver mail to gone@example.nl. The account\n550-or domain may not exist, they may be blacklisted, or missing the proper dns\n550 entries.
data | ours | 554 5.2.3 MailPolicy violation Error delivering to mailboxes
data | ours | 554 5.7.105 SenderFilterAgent; Sender denied as sender's email address is on SenderFilterConfig list
data | content | 554 5.7.1 Rejected due to high probability of spam
data | content | 554 5.7.7 too many equal X-headers (X-Original-Authentication-Results:)
data | content | 554 Message rejected on 2023/11/23 18:59:46 GMT, policy (3.2.1.1) ID (647543E51DFE1873) - Your message looks like SPAM or has been reported as SPAM
rcpt | gone | 550 5.1.1 Hi [203.0.113.9], No such address: <gone@fibertel.com.ar>.
data | content | 451 SPAM not accepted
rcpt | gone | 550 <gone@latinmail.com>: Destinatario desconocido o mailbox lleno
rcpt | gone | 554 Usuário Inválido ou Inexistente. Sorry, no mailbox here by that name. (#5.2.1) <gone@ig.com.br>
data | ours | 550 5.7.1 XGEMAIL_0011 Command rejected
rcpt | ours | 554 Reject by behaviour spam at Rcpt State(Connection IP address:203.0.113.9)ANTISPAM_BAT[0120131 1R156a, maildocker-behaviorspam033018096094]: spf check failed
session | ours now | 422 License Expired
data | content | 550 5.7.0 header_contenttype_2 - Multi-part MIME messages are rejected as dangerous (G19)
session | ours | 550 Unauthenticated mail not allowed from this range
data | ours | 550 DKIM Sender Invalid - envelope rejected.
mail | ours | 550 203.0.113.9 is not allowed to send from <example.com> per its SPF Record. Please inspect your SPF settings, and try again. IB508
mail | ours | 550 5.7.27 <clinic@example.org>: Sender address rejected: Domain example.org does not accept mail (nullMX)
rcpt | later | 550 5.4.7 <ana@example.com>: Recipient address rejected: Recipients Domain Hourly Quota Exceeded
rcpt | gone | 550 5.2.1 <ana@example.com>: Recipient address rejected: Incoming suspended due to abuse
session | ours | 550 5.7.2 <203.0.113.9>: Sender IP rejected: spam rate exceeded
rcpt | later | 552 5.2.2 full@example.com: Recipient address rejected: Quota exceeded (mailbox for user is full)
data | content | 553 Message filtered. (#5.7.1)
session | ours | 554 5.7.1 ACL dns_rbl; Client host {IP} blocked using Senderscore. Please visit Senderscore for more information on why this message could not be delivered (G31)
session | ours | 554 mx.comcast.net comcast 203.0.113.9 Comcast block for spam. Please see http://postmaster.comcast.net/smtp-error-codes.php#BL000000
session | ours | 554 RBL Reject -Please submit an unblock request
session | ours | 554 Your IP is sending excessive rejected recipients.
session | ours | 554 Your IP is generating excessive authentication failures.
rcpt | ours | 554 5.7.1 command rejected
rcpt | later | 421 4.1.1 <ana@example.com>: Recipient address rejected: unverified address: host example.com[203.0.113.25] said: 450 4.1.1 <ana@example.com>: Recipient address rejected: unverified address: lost connection with mail.example.com[203.0.113.25] while sending RCPT TO
data | ours now | 450 4.7.3 Organization queue quota exceeded. [outlook.com]
rcpt | ours now | 450 4.4.1 <ana@example.com>: The recipient's server was temporarily unavailable to accept your message (G6)
rcpt | later | 450 4.2.1 <ana@example.com>: Mailbox received too much email in a short period of time (G30)
mail | ours now | 450 4.4.0 <clinic@example.com> Temporary DMARC DNS lookup failure (G1E)
rcpt | rate | 452 4.1.1 <ana@comcast.net> too many recent messages; Try again later
data | ours now | 452 <ana@zoho.com> Mailbox delivery restricted by policy error
rcpt | ours | 550 Mail is rejected by recipients
data | ours | 550 5.7.1 The recipient's server refused to accept your message (G7)
rcpt | later | 550 5.2.1 <ana@example.com> : Recipient address rejected: Incoming temporarily suspended due to partner migration
rcpt | gone | 551 5.7.1 Unable to correctly read the forwarding recipient (where to forward the email to) (#id-5.9.5)
rcpt | later | 552 5.2.2 user quota exceeded (UserSearch)
rcpt | ours | 553 Relaying disallowed,mx.zoho.com
session | ours | 554 Your IP address is flooding our SMTP server with abusive requests
mail | ours | 554 5.7.1 clinic@example.com: Sender address rejected: Blocked by this recipient (GE)
mail | ours | 550 5.1.8 Bad outbound sender
rcpt | ours | 554 5.7.1 Your mail could not be delivered because the recipient is only accepting mail from specific email addresses.
rcpt | gone | 550 user path no exist
mail | ours | 501 clinic@example.com Sender email is not in my domain
data | content | 554 5.6.0 Message with invalid header rejected, id=13462-01 - MIME error: error: UnexpectedBound: part didn't end with expected boundary
mail | ours | 553 Specified domain is not allowed.
mail | ours | 554 sender is rejected: 0,mx20,wKjR5bDrnoM2yNtEZVAkBg==.32467S2
data | ours | 550 Requested action not taken: mail IsCNAPF76kMDARUY.56621S2 is rejected,mx3,BM
data | content | 554 5.7.1 Rejected as Spam see: http://rejected.example.com/help/spam/rejected.html
rcpt | ours | 553 5.7.1 <ana@example.com>... SpamTrap=reject mode, dsn=5.7.1, Message blocked by BOX Solutions SpamTrap Technology, please contact the example.com site manager for help: (ctlusr8012).
rcpt | ours | 554 5.7.1 reject: Client host bypassing service provider's mail relay: ds176.example.com
data | ours | 550 5.7.1 This message violates example.com email policy. - gcdp
data | ours now | 451 4.5.0 SMTP protocol violation. For more information, go to About SMTP error messages
auth | connections | 454 4.7.0 Too many login attempts, please try again later.
rcpt | gone | 553 5.1.2 We weren't able to find the recipient domain. Please check for any spelling errors and make sure you didn't enter any spaces, periods, or other punctuation after the recipient's email address.
rcpt | gone | 553 5.1.3 The recipient address gone is not a valid RFC 5321 address.
mail | ours | 553 5.1.7 The sender address clinic is not a valid RFC 5321 address.
data | not carried | 552 5.3.4 The number of attachments (101) exceeds Google's limit of 100 attachments. To view our attachment size guidelines, go to Gmail receiving limits in Google Workspace.
session | ours | 502 5.5.1 Too many unrecognized commands, goodbye.
data | not carried | 550 5.5.3 Too many recipients for this sender.
data | ours | 503 5.7.0 No identity changes permitted.
rcpt | ours | 550 5.7.0 Email relay denied 203.0.113.9. Invalid credentials for relay for one of the domains in: example.com (as obtained from HELO and MAIL FROM).
data | ours | 550 5.7.0 Email sending denied. For more information, go to SMTP relay service error messages.
data | content | 550 5.7.1 The message contains a unicode character in a disallowed header.
data | ours | 550 5.7.1 The IP you're using to send email is not authorized to send email directly to our servers. Use the SMTP relay at your service provider instead.
data | content | 550 5.7.1 Encoded-word syntax is not permitted in message header From
auth | ours | 504 5.7.40 XOAUTH is no longer supported.
data | ours now | 421 4.7.29 Your email has been rate limited because you're not using a TLS connection. Gmail requires all bulk email senders to use TLS/SSL for SMTP.
session | ours | 550 SC-003 IP address appears to be an open proxy/relay. If you are not an email/network admin please contact your Email/Internet Service Provider for help.
session | ours | 535 Authentication not allowed on IBSMTP Servers. IB401
mail | ours | 550 example.com From: Domain is invalid. Provide a valid From: IB506
rcpt | ours | 550-"JunkMail rejected - [hostname] [203.0.113.9]:24706 is in an RBL: Blocked - see https://www.spamcop.net/bl.shtml?203.0.113.9"
data | ours | 550-Your message was rejected by this user and was not delivered - mips space
data | content | 554 5.7.1 Service unavailable; message blocked using multi.uribl.com
rcpt | ours | 554 5.7.1 Service unavailable; Sender address [clinic@example.com] blocked using dbl.spamhaus.org; https://www.spamhaus.org/query/domain/example.com
rcpt | ours | 550 Rejected 203.0.113.9 found in dnsbl.sorbs.net
rcpt | ours now | 450 Requested action not taken:c1mx2, IwENCgC3+s5MYEpYXlIcAA--.4588S3, dnsbl.sorbs.net, please try again
rcpt | gone | 554 Invalid mailbox
data | content | 554 rejected due to virus
mail | ours | 550 DNS error when resolving MX server for example.com: Domain name not found
session | ours | 553 Mail from 203.0.113.9 not allowed - VS98-IP0 deferred
session | ours now | 421 [HCM1] Your mail from 203.0.113.9 was deferred.
data | content | 552 5.6.0 Message has conformance issues: LINE_TOO_LONG
session | ours | 554-kundenserver.de (mxeue111) Nemesis ESMTP Service not available\n554-No SMTP service\n554-IP address is black listed.
session | ours | 554- (RTR:DU) http://postmaster.info.aol.com/errors/554rtrdu.html\n554  Connecting IP: 203.0.113.9
session | ours | 554-gmx.net (mxgmx114) Nemesis ESMTP Service not available\n554-No SMTP service\n554-Bad DNS PTR resource record.\n554 For explanation visit http://postmaster.gmx.com/en/error-messages?ip=203.0.113.9&c=rdns
session | ours | 550 rejected because of not in approved list
rcpt | ours | 550 5.7.1 <ana@gazprom.ru> Client does not have permissions to send as this sender
rcpt | rate | 550 5.7.1 <ana@naj.com.pl>: Recipient address rejected: temporarily blocked because of previous errors - retrying too fast. penalty: 30 seconds x 0 retries.
data | ours | 550 5.7.1 Sender not verified
rcpt | ours | 554 5.7.1 <ana@example.com>: Sender address rejected: Access denied
data | gone | 554 delivery error: dd Sorry your message to gone@yahoo.com cannot be delivered. This account has been disabled or discontinued [#102]. - mta1221.mail.ac4.yahoo.com
data | content | 550 5.7.1 Spamassassin considers this message SPAM. In case you disagree, send the ENTIRE message (preferably as a saved attachment) plus this error message to <postmaster@vger.kernel.org>
mail | ours | 530 5.7.1 Client was not authenticated
data | ours | 550 SPF check failed [MM298xugEtPEZ/Gp1gcNAZbO3FESdRmUoYDyPGk4 IP: 203.0.113.9]. http://service.mail.qq.com/cgi-bin/help?subtype=1&&no=1001445&&id=20022.
data | ours now | 451 4.5.0 id=11249-03 - Temporary MTA failure on relaying, From MTA() during fwd-connect (Negative greeting:  at (eval 134) line 479.): id=11249-03
data | ours | 550 Sender's policy prohibits this message: Reject
data | ours | 550 Domain may not exist or DNS check failed [MAn2ccjsT8/dGXHYYcKAYpVkzXagYb6X IP: 203.0.113.9].
data | content | 554 Transaction failed: Address contains illegal characters in user name: '<"mr.simon.john@example.com>'.
rcpt | gone | 504 mailbox is disabled
rcpt | later | 552 RCPT TO:<full@telia.com> Mailbox disk quota exceeded
rcpt | ours | 550 relaying mail to example.ac.uk is not allowed
rcpt | rate | 450 4.3.2 Too many mails (mail bomb), try again in 1 hour(s) 25 minute(s) and see ( http://portal.gmx.net/serverrules ) {mx-us011}
rcpt | gone | 554 RCPT (gone@example.com) dosn't exist
data | content | 550 5.7.1 Content-Policy accept-into-freezer-1 msg: Bayes Statistical Bogofilter considers this message SPAM.  BF:<S 0.9924>
data | ours now | 421 Lost incoming connection
rcpt | ours | 550-Postmaster verification failed while checking <clinic@example.org>\n550-Called:   203.0.113.9\n550-Sent:     RCPT TO:<postmaster@example.org>\n550-Response: 550 <postmaster@example.org>: User unknown\n550-Several RFCs state that you are required to have a postmaster\n550-mailbox for each mail domain.
rcpt | gone | 550 sorry, your recipient address is not in my local list
session | ours | 550-AOL no longer accepts connections from dynamically assigned\n550-IP addresses to our relay servers.
rcpt | ours | 554 5.7.1 Recipient address rejected for policy reasons
# github.com/emersion/go-smtp/issues/195 (before it said 452)
rcpt | later | 552 5.5.3 Maximum limit of 50 recipients reached
# github.com/stalwartlabs/stalwart/issues/698
mail | ours | 503 5.5.1 You must authenticate first.
# github.com/mailcow/mailcow-dockerized/issues/1497, Rspamd's own words with the name of the bucket
data | rate | 451 4.7.1 Ratelimit "user" exceeded
`;
