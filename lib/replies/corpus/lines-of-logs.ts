/** Lines of logs as they came, gathered and judged before the classifier saw them, without what the corpus had already. */
export const LINES_OF_LOGS = String.raw`
# logs of Postfix, Exim and of senders in Python, Java, PHP and JavaScript in public repositories ("said: 550", "refused to talk to me", "SMTPDataError", "all recipients were rejected"), and patterns of two parsers of such logs
data | content | 554 Sorry, message looks like SPAM to me
data | ours | 554 5.4.12 SMTP; Hop count exceeded - possible mail loop detected on message id <983499893.1939@example>
session | ours | 571 Email from 203.0.113.9 is currently blocked by Verizon Online's anti-spam system. The email sender or Email Service Provider may visit http://www.verizon.net/whitelist and request removal of the block. 160716
data | gone | 550 Message was not accepted -- invalid mailbox. Local mailbox ana@example.ru is unavailable: user not found
session | ours | 554 5.7.1 go away
session | ours | 500 5.5.1 Unknown command
session | ours | 553 Mail from 203.0.113.9 not allowed
rcpt | gone | 550 5.2.0 RESOLVER.ADR.BadPrimary; The primary SMTP address of the recipient is missing or invalid
data | content | 554 DT:SPM 163 smtp10,DsCowADXwbimJ+9cbRZ+Ig--.17524S3 1559177175,please see http://mail.163.com/help/help_spam_16.htm?ip=203.0.113.9&hostid=smtp10&time=1559177175
auth | ours | 535 Error: authentication failed
data | ours now | 451 4.7.1 Service unavailable - try again later
mail | ours | 530 5.7.0 Authentication Required. For more information, go to\n5.7.0  https://support.google.com/mail/?p=WantAuthError 5b1f17b1804b1-427f941377csm117778905e9.48 - gsmtp
data | content | 550 Message body: SPAM FOUND
data | content | 550 Suspicion of spam
data | ours | 550 You can only send testing emails to your own email address (clinic@example.com). To send emails to other recipients, please verify a domain at resend.com/domains, and change the 'from' address to an email using this domain.
data | ours | 550 2f33627b5ecbec6-ffa92 Mail rejected
session | ours | 502 Invalid input from 203.0.113.9 to newxmesmtplogicsvrsza7.qq.com.
rcpt | ours | 554 5.7.1 Demo domains can only be used to send emails to account owners. You can only send testing emails to your own email address.
rcpt | ours | 500 Error: bad syntax
rcpt | gone | 550 5.1.1 adresse inconnue (simule)
data | content | 550 This message was classified as rSPAM and may not be delivered https://mail.outboundspamprotection.com
data | ours | 554 Originator address does not match authentication credentials
data | quota | 554 5.7.1 Reject: too many messages from sender in last 60 minutes
data | rate | 451 4.3.0 Server busy, try again later
data | ours now | 450 Your SMTP account is not yet activated. Please contact us at contact@sendinblue.com to request activation.
rcpt | later | 450 Requested mail action not taken
rcpt | later | 450 <login@example.com>: User unknown in local recipient table
data | ours now | 451 4.5.0 Error in processing, id=02364-03, parts_decode_ext FAILED: file(1) utility (/usr/bin/file) error: run_command: can't fork: Cannot allocate memory at /usr/sbin/amavisd-new line 3009
data | ours now | 451 4.7.1 Sorry, the service is currently unavailable. Please come back later. 8ohqT2RI-8ohqQZ6F
rcpt | gone | 550-Requested action not taken: mailbox unavailable\n550 For explanation visit https://www.ionos.com/help/index.php?id=2425
rcpt | gone | 554 5.7.1 recipient verify from ldap failed
data | ours | 550-5.7.1 [2001:db8::1] Our system has detected that this\n550-5.7.1 message does not meet IPv6 sending guidelines regarding PTR records\n550-5.7.1 and authentication. Please review\n550 5.7.1 https://support.google.com/mail/?p=ipv6_authentication_error - gsmtp
rcpt | gone | 501 Invalid RCPT TO address provided
rcpt | ours | 554 Transaction failed
rcpt | gone | 550 "ana@example.fr" is not a known user
session | ours | 554 5.7.1 - ERROR: Mail refused - <203.0.113.9> - See http://security.rr.com/cgi-bin/block-lookup?203.0.113.9
data | content | 553-Message filtered. Please see the FAQs section on spam\n553-at http://www.messagelabs.com/support/ for more\n553 information. (#5.7.1)
rcpt | ours | 554 Service unavailable; Client host [mail.example.ro] blocked using Barracuda Reputation; http://www.barracudanetworks.com/reputation/?r=1&ip=203.0.113.9
rcpt | gone | 550 Requested action not taken: mailbox unavailable or not local
rcpt | gone | 550 5.1.1 <ana@example.com>: Recipient address rejected: User unknown - abc123
rcpt | gone | 550 5.7.1 No such user! 1234567-AbCdEf
rcpt | gone | 550 User not found. See http://mail.i.ua/err/22/
rcpt | gone | 550-5.1.1 <ana@example.net>: Recipient address rejected: User unknown\n550 5.1.1 <ana@example.net>: Adresse destinataire invalide. Invalid recipient. LPN007_416
rcpt | gone | 550 5.0.0 -5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address
rcpt | gone | 550 5.1.1 No such user. For more information, go to https://help.naver.com/alias/mail/newmail10.naver abcDEF123 - nsmtp
rcpt | gone | 550-5.1.1 ana@example.net recipient rejected. Recipient does not\n550 5.1.1 exist. IM04
data | content | 550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=7y4ytdHbuOGv3O50NYTwpz1F or  report details to abuse@corp.mail.ru. Error code: 1F2A. ID: 00000004.
rcpt | gone | 550 recipient <ana@example.com> denied
rcpt | gone | 550 5.5.1 Recipient rejected - EUX_403 - https://postmaster-oxseu.vadesecure.com/inbound_error_codes/#_403
data | ours now | 451 4.4.4 Mail received as unauthenticated, incoming to a recipient domain configured in a hosted tenant which has no mail-enabled subscriptions. ATTR5 [AM7EUR03FT050.eop-EUR03.prod.protection.outlook.com]
mail | ours | 553 5.3.0 flph262 DNSBL:RBL 521< 203.0.113.9 >_is_blocked.For assistance forward this error to abuse_rbl@abuse-att.net
session | ours | 550 opmta1mti37nd1 smtp.orange.fr xZBIwcGuCj51b Service refuse. Service refused. OFR006_103 - please visit: https://postmaster.orange.fr/ [103]
rcpt | rate | 451 4.7.1 Received too many messages from a new or untrusted IP: 203.0.113.9 (Z27/80343E7) (G28)
rcpt | rate | 451 4.2.0 Throttled - https://postmaster.comcast.net/smtp-error-codes.php#RL000010
data | ours now | 421 Read data from client error
rcpt | gone | 550 "Error 60: No mailbox ana"
rcpt | gone | 550 5.1.1 a1b2c3 Siamo spiacenti, non esiste nessun utente con questo nome
rcpt | gone | 540 5.7.1 <ana@example.com> Recipient address rejected: Your emails has been returned because the intented recipient's email account has been suspended. The account must be re-activated to receive incoming messages.
rcpt | ours | 550 Receiver do'nt want your email. Are You shure you have sent your Mail to the right adress
rcpt | gone | 550 5.1.0 abc12 dominio non valido / invalid domain
session | ours now | 421 mx.example.com ESMTP - Too many errors, try later
session | ours now | 421 mx.example.it ESMTP server temporarily not available
mail | ours | 501 5.5.4 Unrecognized parameter SIZE=1000
session | ours now | 421 4.3.5 DNS-T9 technical difficulties
rcpt | ours | 554 mx1 IP: 203.0.113.9, You are not allowed to send us mail. Please refer to http://postmaster.example.com
rcpt | ours | 554 5.7.1 ACL dns_rbl; Client host [203.0.113.9] blocked using sbl-xbl.spamhaus.org=127.0.0.2 Senderscore
data | content | 554 5.7.1 Mail appears to be unsolicited - REJECTED
data | ours | 554 Your e-mail was rejected for policy reasons on this gateway. Reasons for rejection may be related to content with spam-like characteristics or IP/domain reputation problems.
rcpt | ours | 550 Rule imposed mailbox access for ana@example.com refused: user invalid
data | ours | 550 5.7.1 Message held for human verification before permitting delivery
rcpt | ours | 554 Denied [a1b2c3d4] (Mode: normal)
data | content | 550 5.7.0 (abc-1) Message could not be delivered. Please ensure the message is RFC 5322 compliant.
data | content | 553 5.7.1 Sensitive words detected [example]
rcpt | ours | 550-domain example.com suffer screening issues contact postmaster@example.org
session | ours | 554 Client address rejected: No reverse DNS for 203.0.113.9
session | ours | 501 - Connection Refused: IP Address <203.0.113.9> - HELO/EHLO Invalid or Non-Existent Reverse DNS
session | ours now | 421 smtp-17.iol.local bizsmtp No reverse DNS [smtp-17.iol.local; LIB_120]
data | not carried | 550 RCPT TO:<ana@example.com> max message size exceeded
rcpt | later | 450 Disk quota exceed for ana@example.com
rcpt | ours now | 451 Open relay not allowed - https://community.mimecast.com/docs/DOC-1369#451 [abc]
rcpt | ours | 550 5.7.1 <ana@example.com>: Recipient address rejected: ERS-Customized-Block.
data | ours | 554 delivery error: dd Requested mail action aborted - example.yahoo.com
rcpt | ours | 554 5.7.1 <ana@example.com>: Recipient address rejected: BLOCK-RCPT.
data | ours | 550 Mail is rejected by recipients [aGVsbG8uCg== IP: 203.0.113.9]. https://service.mail.qq.com/detail/0/92.
rcpt | later | 550 5.4.6 <ana@example.com>: Recipient address rejected: Recipient Quota Exceeded;
rcpt | ours | 550 5.7.1 Mailbox unavailable. Your IP address 203.0.113.9 is blacklisted using dnsbl. Details: http://dnsbl.example.org
data | not carried | 550 5.7.0 mime_banned_file - CLSID file extensions are dangerous (G1D)
rcpt | gone | 550 cuda_nsu 5.1.1 <ana@example.com> Recipient address rejected: User unknown
# a third gathering: a Chinese host's list of replies (blog.sina.com.cn), Coremail, Mailtrap, Zoho, .NET, Rails and Odoo senders, Gmail's and Exchange's notices, goneo, Strato
rcpt | ours now | 450 out of memory.
mail | ours now | 451 auth error.
data | content | 451 stray newline
session | ours | 501 please say HELO/EHLO first
rcpt | ours | 502 please say MAIL first
data | ours | 503 please say RCPT first
rcpt | ours | 553 relay check domain fail
mail | ours | 550 The address is not valid.
rcpt | later | 450 4.7.1 <ana@example.ch>: Recipient address rejected: Greylisted for 90 seconds (see http://www.webland.ch/support/ms_greylisting.aspx)
data | ours now | 421 4.4.1 Connection timed out
mail | ours now | 454 5.7.3 Client does not have permission to submit mail to this server
rcpt | gone | 501 5.1.3 Path data: Had characters unsuitable for an rfc821-string
data | content | 550 5.7.1 Content-Policy accept-into-freezer-1 msg: Bogofilter considers this message SPAM. BF:<S 1>; S1751542AbWICV1i
rcpt | gone | 585 5.1.1 <ckadabi@example.org>: Recipient address rejected: undeliverable address: No such user here.
mail | ours | 550 5.7.1 Unauthorized shipping - Check your domain's MX and/or SPF
rcpt | ours | 550-Verification failed for <bounce-34-res.users-9@192.168.1.14>\n550-The mail server could not deliver mail to bounce-34-res.users-9@192.168.1.14. The account or domain may not exist, they may be blacklisted, or missing the proper dns entries.\n550 Sender verify failed
rcpt | gone | 550-<ana@example.com>... User not found in directory
rcpt | ours | 550 Requested action not taken: mail clinic is rejected
rcpt | ours | 550 Requested action not taken: no smtp MX only
rcpt | gone | 550 rcpt is rejected
mail | ours | 550 sender is rejected
session | ours now | 450 IP is Hangup
mail | ours | 550 User in blacklist
data | content | 554 Spam denied
mail | quota | 550 sending quota exceeded
rcpt | ours now | 451 rcpt handle timeout
data | not carried | 552 exceeded mailsize limit
mail | ours | 550 DNS query error
rcpt | gone | 550 5.7.0 Proxy session setup failed on Frontend with '554 5.4.4 SMTPSEND.DNS.NonExistentDomain; nonexistent domain'
data | later | 432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded
rcpt | gone | 550 Unknown local part ana in <ana@example.com>
rcpt | later | 552 5.2.2 Over STORAGE quota
rcpt | later | 550 5.2.1 Mailbox full - Not accepting mail for this account : resource limit exceeded for user class
data | ours now | 421 Message delivered to ana@example.com; Message delivery was temporarily interrupted, please try again later.
data | ours now | 421 Promise timed out after 15000 milliseconds
data | ours | 554 Failed to process message: B-URL
mail | ours | 550 550 Failed SPF check; example.com. See https://support.example.com/spf
rcpt | gone | 550 5.1.1 <ana@example.de>: Recipient address rejected: undeliverable address: unknown user: "ana"
rcpt | ours | 550 must be authenticated
`;
