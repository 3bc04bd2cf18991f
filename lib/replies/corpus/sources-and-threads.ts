/** Sources of servers seldom met, and threads, gathered on 2026-11-30. */
export const SOURCES_AND_THREADS = String.raw`
# hmailserver/hmailserver source
data | not carried | 552 Message size exceeds fixed maximum message size. Size: 20480 KB, Max size: 10240 KB
data | not carried | 554 Rejected - Message size exceeds fixed maximum message size. Size: 20480 KB, Max size: 10240 KB
mail | ours | 550 Login credentials no longer valid. Please re-authenticate.
session | ours | 501 EHLO Invalid domain address.
auth | ours | 530 A SSL/TLS-connection is required for authentication.
auth | ours | 504 Authentication mechanism not supported.
auth | ours | 535 Authentication failed. Too many invalid logon attempts.
auth | ours | 535 Authentication failed. Restarting authentication process.
# sdgathman/milter bms.py
mail | ours | 550 AOL mail must get SPF PASS
mail | ours | 550 SPF fail: see http://www.openspf.org/Why
mail | ours now | 451 Temporary lookup failure of sender domain
data | ours now | 452 4.3.0 Filter failure
# simple-login/app email/status.py
data | ours now | 421 SL E404 Unexpected error - Retry later
data | gone | 550 SL E504 Account disabled
data | content | 550 SL E506 Email detected as spam
data | content | 550 SL E507 Wrongly formatted subject
data | ours | 550 SL E509 unauthorized
data | gone | 550 SL E516 invalid mailbox
data | gone | 550 SL E518 Disabled mailbox
rcpt | gone | 550 Non-existent email address
# smtpd/qpsmtpd plugins
auth | ours | 535 Authentication invalid for clinic@example.com
mail | ours now | 451 Internal error - try again later
auth | ours | 503 SSL/TLS required before AUTH
rcpt | ours now | 450 No plugin decided if relaying is allowed
session | ours | 550 You were naughty. You are cannot connect for 0.99 more days.
# svarshavchik/courier
session | ours | 500 requested security not available.
mail | ours | 517 Sender Policy Framework error
data | not carried | 523 Message length exceeds administrative limit
data | ours now | 432 Mail filters temporarily unavailable.
data | content | 500 Invalid Date header.
data | ours now | 400 Unable to submit message - service temporarily unavailable.
session | ours | 502 Polite people say HELO first
rcpt | not carried | 553 Unable to deliver Unicode E-mail to a non-Unicode mail server.
rcpt | gone | 550 User <notfound> unknown
session | ours now | 417 DNS lookup on HELO: mail.example.com failed
mail | ours | 517 Invalid domain, see <URL:https://datatracker.ietf.org/doc/html/rfc1035>
rcpt | later | 456 Address temporarily unavailable.
data | content | 511 Headers specify no receipients.
# MailCleaner/MailCleaner, foxcpp/maddy
session | ours | 554 5.7.0 Client identity is listed in the used DNSBL
# apache/james-project
mail | ours now | 451 Unable to process request
data | ours | 530 DKIM check failed. Expecting DKIM signatures. Got none.
data | ours | 530 DKIM check failed. Wrong d token. Expecting [avocat.fr]. Got [preprod-avocat.fr]
data | content | 552 Too many header lines
data | content | 500 5.0.0 line delimiter must be CRLF
rcpt | gone | 553 5.1.3 Syntax error in recipient address
mail | ours | 503 5.7.1 Incorrect Authentication for Specified Email Address
rcpt | later | 452 4.5.3 Requested action not taken: max recipients reached
data | content | 500 Line length exceeded. See RFC 2821 #4.5.3.1.
data | content | 550 5.7.1 likely spam.
data | later | 552 5.2.2 Over Quota error when delivering message to <ana@example.com>
session | ours | 501 5.5.2 Invalid domain name or ip supplied as HELO argument
auth | connections | 421 Too many authentication attempts
# OpenSMTPD/OpenSMTPD smtp_session.c
data | content | 500 5.5.2 Line too long
mail | ours | 530 5.5.1 Invalid command: Must issue an AUTH command first
mail | rate | 452 4.5.1 Other/undefined protocol status: Too many messages sent
rcpt | later | 451 4.5.3 Too many recipients: Too many recipients
data | not carried | 554 5.3.4 Message too big for system: Transaction failed, message too big
data | ours | 500 5.4.6 Routing loop detected: Loop detected
# postalserver/postal smtp_server/client.rb
auth | ours | 535 Authenticated failed - protocol error
rcpt | ours | 550 Invalid server token
data | not carried | 552 Message too large (maximum size 14MB)
# Exim/exim src/smtp_in.c and test suite
session | ours now | 421 Local problem: getsockname() failed; please try again later
session | ours now | 421 Local configuration error
data | ours now | 421 mx.example.net lost input connection - message abandoned
data | content | 552 Message header not CRLF terminated
data | ours now | 451 Error in writing spool file
auth | ours now | 435 Internal error: return 4 from authentication
session | ours now | 421 a.b.c has refused your connection because your server did not have a PTR record.
rcpt | gone | 550 Unknown local part ally.dufc in <ana@example.com>
rcpt | ours | 550 You are banned
# anonaddy/anonaddy
rcpt | gone | 550 5.1.1 Recipient address length exceeds maximum (RFC 5321)
rcpt | ours | 550 5.7.1 Client host rejected: policy
# http://www.snertsoft.com/smtp/smtpf/reply.html ; http://www.milter.info/smtp/smtpf/reply.html
session | ours | 550 5.7.1 host mail.example.com [203.0.113.9] black listed #120
session | ours now | 450 4.7.1 host mail.example.com [203.0.113.9] temporary failure #120
mail | ours | 550 5.7.1 host mail.example.com [203.0.113.9] from unknown TLD #122
mail | ours | 550 5.7.1 sender <caja@example.com> black listed #127
mail | ours | 550 5.7.1 sender <caja@example.com> from RFC2606 reserved domain #128
# https://support.sparkpost.com/momentum/4/message-responses
rcpt | ours | 550 5.7.0 [internal] rejected by policy
data | ours now | 421 4.3.0 Resource limitations, please try later
rcpt | ours now | 421 4.3.5 configuration error, please try later
# https://hardwaresecrets.com/understanding-email-bounce-messages/4/
session | ours now | 451 Bad reverse DNS.
session | ours now | 421 Mail from 203.0.113.9 deferred using Trend Micro Email Reputation database. Please see https://www.mail-abuse.com/cgi-bin/lookup?203.0.113.9
session | ours | 553 User defined policy matched for 203.0.113.9
# http://open-mail.org/3strikes/SMTPmessages.txt
session | ours | 554 Sorry! We REJECT your request for a mail session, because 203.0.113.9 is currrently sending large quantities of spam. See http://cbl.abuseat.org
rcpt | gone | 550 Sorry! We REJECT this message, bacause x@example.com is not a valid address.
rcpt | ours | 550 Sorry! We REJECT this message, bacause x@example.com won't accept mail from example.net, based on its current reputation.
# github issues: zeknox/scripts#4, Chaste#268, neomutt#4610, chatmail/core#4199, domodwyer/mailyak#70
data | content | 550-5.7.1 Our system has detected that this message is\n550-5.7.1 not RFC 2822 compliant. To reduce the amount of spam sent to Gmail,\n550-5.7.1 this message has been blocked. Please review\n550 5.7.1 RFC 2822 specifications for more information. x7si17045593eeo.307 - gsmtp
data | content | 550-5.7.1 This message is not RFC 5322 compliant. There are multiple Reply-To\n550-5.7.1 headers. To reduce the amount of spam sent to Gmail, this message has\n550-5.7.1 been blocked. For more information, go to\n550-5.7.1  https://support.google.com/mail/?p=RfcMessageNonCompliant and review\n550 5.7.1 RFC 5322 specifications. j13-20020a5d618d000000b003498b74f4b7si8282258wru.286 - gsmtp
data | content | 554 Transaction failed: Duplicate header 'Delivered-To'.
data | content | 550-5.7.1 [203.0.113.9] Messages missing a valid messageId header are not\n550 5.7.1 accepted. k16-20020a7bc310000000b003ead3bc27fbsi5574321wmj.115 - gsmtp
# github issues: muquit/mailsend#74, marcpope/borgbackupserver#16, RainLoop#1373, YMFE/yapi#2219, YetiForceCRM#14235
auth | ours | 535 Incorrect authentication data: authentication failed
auth | ours | 535 Login Fail. Please enter your authorization code to login. More information in http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=28&&no=1001256
# github issues: marlam/msmtp#145, muquit/mailsend#52, gen_smtp#253, packetfence#5380, SmtpClient-for-Qt#100, diladele/websafety#2319, LiveUI/MailCore#12
data | content | 552 5.2.0 Message contains bare CR and is violating 822.bis section 2.3
data | content | 550 stray newline detected. see http://cr.yp.to/docs/smtplf.html
data | content | 500 5.0.0 Line too long
data | content | 501 Syntax error - line too long
# https://bitbucket.org/analogic/mailserver/issues/413 ; NethServer/dev#5811
data | not carried | 554 5.7.1 Forbidden attachment name extension
# https://github.com/sisimai/p5-sisimai/issues/469
session | ours | 554 IP address 198.51.100.5 rejected [IP reputation fail]
# http://nemesis / http://nathanl ; https://www.antionline.com/showthread.php?p=692064
rcpt | ours | 554 <x@example.com>: Recipient address rejected: Relay access denied
`;
