/** Samples of bounce parsers, and help pages of hosts in eight languages, gathered on 2026-11-30. */
export const GUIDES_OF_HOSTS = String.raw`
# sisimai/set-of-emails
rcpt | gone | 550 5.1.1 <"neko....nyaan...."@libsisimai.org>... User Unknown
data | content | 554 5.7.0 Reject, id=22222-22 NekoNyaan-2y:2 - SPAM. See http://neko.nyaan.example.com/block
data | ours | 550-5.7.26 Unauthenticated email from libsisimai.org is not accepted due to\n550-5.7.26 domain's DMARC policy. Please contact the administrator of\n550-5.7.26 libsisimai.org domain if this was a legitimate mail. Please visit\n550-5.7.26  https://support.google.com/mail/answer/2451690 to learn about the\n550 5.7.26 DMARC initiative. x22si6571823wmi.0 - gsmtp
data | ours | 550 5.7.509 Access denied, sending domain [NQ.EXAMPLE.JP] does not pass DMARC verification and has a DMARC policy of reject. [TY1P286MB3121.JPNP286.PROD.OUTLOOK.COM 2024-06-24T08:58:06.389Z 08DC93087F48F48A]
rcpt | later | 552 5.2.2 <ana@example.com>: Recipient address rejected: Mailbox full. See https://libsisimai.org/en/reason/#mailboxfull
data | not carried | 552 5.2.3 Message length exceeds limit set by recipient
data | not carried | 552-5.7.0 This message was blocked because its content presents a potential\n552-5.7.0 security issue. Please visit\n552-5.7.0  https://support.google.com/mail/answer/6590 to review our message\n552 5.7.0 content and attachment content guidelines. p4si4011367igr.94 - gsmtp
rcpt | ours | 553 5.3.5 system config error
session | ours now | 421 4.7.0 lpn-prd-vrin012 Error: too many errors
rcpt | gone | 550 5.1.1 user unknown (UserSearch)
data | ours | 550-5.7.1 Unauthenticated email from cpanel.com is not accepted due to domain's\n550-5.7.1 DMARC policy. Please contact the administrator of cpanel.com domain\n550-5.7.1 if this was a legitimate mail. Please visit\n550-5.7.1 https://support.google.com/mail/answer/2451690 to learn about the\n550 5.7.1 DMARC initiative. y13si1773519pls.155 - gsmtp
rcpt | gone | 550 Requested User Mailbox not found. No such user here.
mail | ours | 501 5.1.8 Sender address rejected [MAIL_FROM]
data | ours | 550-5.7.25 [192.0.2.202] The IP address sending this message does not have a\n550-5.7.25 PTR record setup, or the corresponding forward DNS entry does not\n550-5.7.25 point to the sending IP. As a policy, Gmail does not accept messages\n550-5.7.25 from IPs with missing PTR records. For more information, go to\n550 5.7.25  https://support.google.com/a?p=sender-guidelines-ip
data | ours | 550 5.7.515 Access denied, sending domain NYAAAAN.EXAMPLE.JP doesn't meet the required authentication level. The sender's domain in the 5322.From address doesn't meet the authentication requirements defined for the sender. To learn how to fix this see: https://go.microsoft.com/fwlink/p/?linkid=2319303 Spf= Fail , Dkim= Pass , DMARC= Fail
rcpt | gone | 550 5.1.1 <=?utf-8?B?8J+QiA==?=@example.org>... User unknown
data | content | 550 Your email to group kijitora@example.com was rejected due to spam classification.
# rjbs/Mail-DeliveryStatus-BounceParser t/corpus
rcpt | gone | 550 [SUSPEND] Mailbox currently suspended - Please contact correspondent directly
mail | ours | 550-REJECTED - Server at [test.co.uk] (NOT JUNKEMAILFILTER) rejected message - 550 550 203.0.113.9 is not allowed to send mail from email.example.com
rcpt | gone | 550 5.7.1 No mailbox found
mail | not carried | 534 SIZE=Message too big.
data | not carried | 554 5.7.1 Message Rejected Class=size limit=15728640 Subclass=reject size=18571048
rcpt | gone | 550 5.1.1 <ana@example.com> is not a valid mailbox
rcpt | gone | 554 Rcpt <recipient@example.net> does not exist
data | content | 550 Error: SPAM-ID: h20030701-214001 Your email had spam-like header contents. Please contact your email service provider.
data | content | 554 5.7.1 Mail (13049-38149) appears to be unsolicited - Score (59) over MessageScoringUpperLimit (50) - send error reports to postmaster@example.net
data | content | 554 5.7.1 The message from (<automated-bounces+5F3C8D9E-B852-11E0-A0DD-D22393A91D63@email.example.com>) with the subject of (foo) matches a profile the Internet community may consider spam. Please revise your message before resending.
data | content | 500 Mail appears to be unsolicited -- report errors by telephoning the person you are emailing so they may add you to our whitelist or ana@example.com
data | content | 553 5.7.3 CONTENT REJECT:192.168.95.162.2011101001.XXYIvtHf:dspam check:4:http://mail.test.com/info/policy/12
data | content | 550 Backend Replied [4afe3ce4.0.668380.00-2282.869002.p01c12m092.example2.net]: 5.7.1 Message rejected as spam by Conten
data | content | 550 Spamming not allowed
data | content | 554 5.7.1 Your email appears similar to spam we have received before. We urge you to modify your message and resend it.
data | content | 501 Spam Blocked - psmtp
data | content | 550 5.7.1 Rejected - bulk email
data | content | 550 Error: SPAM-ID: h20030701-214001 Your email is probably spam. Please contact your email service provider.
data | content | 550 Error: SPAM NOT ACCEPTED
rcpt | gone | 550 BAD_RECIPIENT - see http://www.mail.sample.ac.uk/undelivered.php?r=BAD_RECIPIENT&e=YXBwMDlAYWJlci5hYy51aw==
mail | ours | 553 Sender Policy Framework (SPF) fail
rcpt | ours | 550 Your server requires confirmation. Visit http://www.mailhostingservice.com/Whitelist.aspx?IP=203.0.113.9 to confirm this mail server.
# cfortune/PHP-Bounce-Handler, livebg/bounce_email, wRAR/flufl.bounce, mailgun/flanker, crisp-oss/email-bounce-parser (fixtures)
rcpt | gone | 550 RCPT TO:<ana@example.com> User unknown
rcpt | gone | 554 5.7.1 <ana@example.com>: Recipient address rejected: Nonexistent user
rcpt | later | 552 5.2.2 E4.12 user MAILBOX FULL
rcpt | later | 454 4.4.4 [internal] no MX or A for domain
rcpt | gone | 550 5.1.1 No such user ldE8NzE3RyeycidQ-DBxBg - nsmtp
rcpt | gone | 550 {mx001-rz3} <ana@example.com>... User unknown or not available - Empfaenger unbekannt oder nicht erreichbar
rcpt | ours | 550 zen.example.test Listed by CSS
rcpt | gone | 550 5.1.1 <ana@example.com>: Recipient address rejected: undeliverable address: host mail.servidormk.com[private/dovecot-lmtp] said: 550 5.1.1 <ana@example.com> User doesn't exist: ana@example.com (in reply to RCPT TO command)
# http://www.sitepackage.de/service/dokumentation/auswertung/typische-fehlermeldungen-bei-unzustellbarkeit.html
rcpt | gone | 550 Unknown local part alias in <ana@example.com>
# https://www.conftool.net/ctforum/index.php?topic=441.0
rcpt | gone | 550 User unknown (ID:440:1:2 (xxx.mc1.hosteurope.de))
# https://pomoc.poczta.interia.pl/news-dlaczego-wiadomosc-nie-zostala-dostarczona
rcpt | ours | 550 5.7.1 Recipient doesn't want your mail
# https://www.icoremail.vip/support/index.php (Coremail bounce list)
rcpt | gone | 550 User hangup
rcpt | gone | 550 user not known
rcpt | gone | 550 mailbox currently unavailable
rcpt | later | 550 This account has been temporarily suspended
# https://www.dbmailserver.com/tui-xin-address-not-exist.htm
rcpt | gone | 551 5.1.1 recipient is not exist
rcpt | gone | 550 RC:LD The email account that you tried to reach does no exists.
rcpt | gone | 550 abcd:user not exist
rcpt | gone | 550 Local User [ana@example.com] not found.
rcpt | gone | 550 RC:NE The email account does not exist.
rcpt | gone | 550 no such user here (umail mta)
rcpt | ours | 550 5.7.0 user access deny.
# https://yfs8.com/view/962889.html ; https://www.fobhost.com/jishuzhichi/jishuzhichi59.html
rcpt | gone | 550 User ana@example.com is not found in Server .
rcpt | later | 552 This person's account is exceeding their quota.
rcpt | later | 550 Quota exceed the hard limit for user ana@example.com
rcpt | gone | 550 User someone@example.com is disabled
session | ours | 554 remote ip is forbidden
# https://m.wh-163.com/mobile/index/show/catid/2/id/588.html
data | ours | 554 One or more of the sender or recipients in your email are invalid and not accepted.
data | content | 550 5.0.0 Mail rejected due to possible SPAM
# https://smtp.codes/zoho, https://www.zoho.com/zeptomail/help/api/smtp-error-codes.html
data | content | 552 5.2.1 Subject is Mandatory.
data | not carried | 552 5.2.0 Email size exceeded the policy.
# https://smtp.codes/550
mail | ours | 550 5.7.1 Connections not accepted from servers without a valid sender domain. ## Fix reverse DNS for 203.0.113.9
# https://webnames.help/en/articles/6960898-email-bounce-back-codes-and-troubleshooting
mail | rate | 452 x@example.com sender rejected. Too many messages for this connection ERR034
# https://smtp.codes/rackspace
rcpt | rate | 451 4.3.0 <servername[203.0.113.9]>: Client host rejected: Throttled - Too much spam from your mail server. Try again later.
# https://strato.de/faq/mail/fehlermeldungen-bei-e-mails
data | content | 550 5.7.1 Refused by local policy. No SPAM please! (B-URL)
data | content | 550 5.7.1 Suspected phishing attempt
# https://support.grhosting.cz/kb/a290/email-se-vratil-odesilateli-jako-nedorucitelny.aspx
rcpt | later | 552 5.1.1 5.2.2 sorry, final recipient mailbox is full (chkuser)
rcpt | ours | 550 5.1.1 <ana@example.com> sender is blacklisted
rcpt | ours | 550 5.1.0 0bcW1i00G0jifNx01bcmHa blocked by SPF
# https://faq.c4.cz/odeslany-e-mail-se-vraci-zpet-s-chybou ; https://napoveda.seznam.cz/uzivatel-neexistuje
rcpt | gone | 550 5.1.1 szn; User hasn't got the service mapped
# https://puffinknight.tistory.com/102
rcpt | gone | 550 5.1.1 Inactive mbox
rcpt | gone | 550 5.1.1 Suspended user
rcpt | ours | 550 You are registered as spammer (by user's reject list)
rcpt | ours | 554 5.0.0 Service unavailable (userid: mail is denied, by spam filter)
rcpt | ours | 554 Relay operation rejected
rcpt | rate | 550 5.7.1 <ana@example.com>... Error.your access was denied. Since you sent too many e-mails,you are not allowed to send more e-mails within 24 hours.After 24 hours,you can send e-mails as usual.
session | ours now | 421 4.3.2 Your IP(203.0.113.9) is filtered and this connection will be closed. You must register your IP to http://realip.naver.com
session | rate | 421 4.3.1 You send too many messages.
# http://blog.jinbo.net/007/archive/20051107
mail | ours | 501 Denied domain name
session | ours now | 421-Microsoft ESMTP MAIL Service, Version: 5.0.2195.5600 ready at\n421 Service not available, closing transmission channel
rcpt | ours now | 451 4.4.0 DNS resolving error
data | ours now | 451 4.3.0 Temporary system failure. Please try again later.
data | ours now | 451 4.4.2 Bad connection (io timeout)
rcpt | ours now | 451 Relay Server Not Ready.
# https://oliveit.tistory.com/39
rcpt | gone | 550 5.1.1 RUSR 203.0.113.9: No such user: <ana@example.com>
session | rate | 421 4.4.1 CHIC 203.0.113.9: Network is busy.
session | rate | 421 4.4.5 CCRT 203.0.113.9: Connection refused. Server is busy(RT)
# https://blacklist.kpnmail.nl/Help/17
session | ours | 554 Your IP: 203.0.113.9 is blacklisted, please see http://blacklist.kpnmail.nl/Help/17
# https://www.weboke.nl/knowledgebase/6/ ; http://nl.help.carerix.com/nl/articles/2245905-e-mail-bounce
rcpt | ours | 554 No relaying allowed - psmtp
# https://aiuto.libero.it/articolo/mail/messaggi-di-errore-piu-frequenti-dopo-invio-email ; https://guide.hosting.aruba.it/email/risoluzione-errori-comuni-e-consigli
rcpt | ours | 550 RELAYING NOT ALLOWED (550 Relay Disabled)
# https://knowledge.workspace.google.com/admin/support/troubleshooting/gmail-smtp-errors-and-codes?hl=pt-br
rcpt | later | 452 4.2.2 A caixa de entrada do destinatário está sem espaço de armazenamento. Direcione o destinatário para Gerenciar arquivos do armazenamento no Google Drive.
mail | rate | 450 4.2.1 Limite máximo de redirecionamento SMTP excedido para o cliente. Esse erro é temporário.
# http://office.microsoft.com/pt-br/outlook-help/HA010080002.aspx ; https://viws.ru/en/
rcpt | ours | 553 Sorry, this domain is not in my list of allowed hosts (#5.7.1)
# https://infomaniak.com/en/support/faq/858
rcpt | gone | 550 5.1.1 ana@example.com recipient rejected, account administratively disabled
# https://www.cleanmail.ch/stricter-rules-for-bluewin/
mail | ours | 550 Forged sender domain from this server
# https://bastion.umanix.net/info (Baruwa)
mail | ours | 550 The sender 203.0.113.9 is banned
rcpt | ours | 550 Dictionary attack detected
rcpt | gone | 550 Recipient verification failed
rcpt | gone | 550 The email address does not exist
# https://oshibaetsya.ru/chto-takoe-oshibka-554
data | content | 554 Message does not conform to standards
# https://github.com/nodemailer/nodemailer/issues/697
rcpt | ours | 550-Verification failed for <ana@example.com>\n550-Unrouteable address\n550 unable to verify sender address
# ActiveCampaign/smtp-field-manual data/codes
rcpt | ours | 550 <example@example.com>: Reject due to policy restrictions (IP based)
session | ours | 550 5.7.606 Access denied, banned sending IP [203.0.113.9]. To request removal from this list please visit https://sender.office.com/ and follow the directions. For more information please go to http://go.microsoft.com/fwlink/?LinkID=526655 (AS16012609)
rcpt | gone | 554 5.7.1 <example@example.com>: Recipient address rejected: NO-DOMAIN.
`;
