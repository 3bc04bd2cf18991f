/** Replies in issues and in what programs log of them, taken as they came. */
export const THREADS_AND_PROGRAMS = String.raw`
# customeros/mailsherpa#19
rcpt | gone | 550 5.1.6 recipient no longer on server
# Excision-Mail#54, substack/node-smtp-protocol#50, axllent/mailpit#219
rcpt | ours | 551 relay not permitted
rcpt | gone | 553 Requested action not taken: mailbox name not allowed
# getconversio/email-deep-validator#9, Mailu#656, zone-mta#214, OpenSMTPD#541, hitobito#495, #3795
rcpt | ours | 550-"JunkMail rejected - ec2-203-0-113-9.eu-west-1.compute.amazonaws.com\n550-(example.sg) [203.0.113.9]:34032 is in an RBL, see\n550 https://www.spamhaus.org/query/ip/203.0.113.9"
rcpt | ours | 554 5.7.1 <caja@example.com>: Sender address rejected: Access denied
rcpt | gone | 550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [PR2FRA01FT009.eop-fra01.prod.protection.outlook.com]
rcpt | gone | 550 Invalid recipient
rcpt | later | 450 4.1.2 <ana@example.org>: Recipient address rejected: Domain not found
data | ours now | 454 4.3.0 Try again later
# iRedMail#156, ActiveCampaign/smtp-field-manual#60, support.blackpearlmail.com
session | ours now | 421 Refused. Your reverse DNS entry does not resolve to an IP.
session | ours | 550 mwinf5c14 ME Adresse IP source bloquee pour incident de spam. Client host blocked for spamming issues. OFR006_102 Ref http://csi.cloudmark.com/reset-request/?ip=203.0.113.9 [102]
session | ours now | 421 [GL01] Message from (203.0.113.9) temporarily deferred
rcpt | later | 452 Over Quota
data | gone | 554 delivery error: This user doesn't have a example.com account
data | gone | 554 delivery error: Sorry your message to ana@example.org cannot be delivered. This account has been disabled or discontinued
# nodemailer#1515, NodeMail#20, Marak/node_mailer#59, smtp-connection#28
data | ours | 554 6.6.0 Error sending message for delivery.
data | content | 554 DT:SPM 126 smtp2,DMmowAAnNDQz4zxdCk6LIw--.52838S2 1564271411,please see http://mail.163.com/help/help_spam_16.htm?ip=203.0.113.9&hostid=smtp2&time=1564271411
# frappe#8514, Magento-SMTP-Pro#283, onlineweb4#732, smtp-email-spoofer-py#18, Cobra#377, mybb#2578
rcpt | gone | 553 5.1.3 The recipient address <email> is not a valid RFC-5321 address. Learn\n5.1.3 more at\n5.1.3  https://support.google.com/mail/answer/6596 g1sm1186255pfu.73 - gsmtp
rcpt | ours | 550 relay access denied - please authenticate
rcpt | gone | 550 Mailbox not found or access denied
rcpt | ours | 554 5.7.1 Recipient address rejected: Username caja@example.com and sender doesn't match
# perl5#7593, subethasmtp#35, hmailserver#21, swiftmailer#1258, #849, #793, CDash#1223, simple-referral#4, filtermail#143
session | ours | 500 Syntax error, command unrecognized
mail | ours | 553 <caja@example.com> Invalid email address.
rcpt | later | 421 Recipient not in route list
data | ours | 550 5.7.1 Command rejected
rcpt | ours | 550 5.7.1 Relaying denied
mail | ours | 530 5.7.1 Authentication required
session | ours | 500 unrecognized command
session | ours now | 421 gmx.net Service closing transmission channel - command timeout
session | rate | 421 resimta-po-18v.sys.comcast.net resimta-po-18v.sys.comcast.net 203.0.113.9 Throttled - try again later. TFaqdRTZSZ3s0 Please see http://postmaster.comcast.net/smtp-error-codes.php#RL000002
# logs in public repositories ("said: 550", "said: 554", "refused to talk to me")
mail | ours | 550 Outbound Mail Refused - See http://help.rr.com/outboundemail
rcpt | gone | 550 Mailbox unavailable or access denied [MGzPcMqY6e1thdw5Ug6KbiTgLrjipYd2 IP: 203.0.113.9].
data | ours | 550 SPF check failed [MM298xugEtPEZ IP: 203.0.113.9]. http://service.mail.qq.com/cgi-bin/help?subtype=1&&no=1001445&&id=20022.
rcpt | gone | 550 No Such User Here
data | ours | 554 5.7.1 reject: Client host bypassing service provider's mail relay: ip-203-0-113-9.dsl-cust.example.net
data | gone | 554 delivery error: dd Sorry your message to ana@example.org cannot be delivered. This account has been disabled or discontinued [#102]. - mta1221.mail.ac4.yahoo.com
session | ours | 553 Mail from 203.0.113.9 not allowed - 5.7.1 [BL21] Connections not accepted from IP addresses on Spamhaus PBL; see http://postmaster.yahoo.com/errors/550-bl21.html [550]
session | ours | 550 Error
session | ours now | 451 Message temporarily deferred - 4.16.50
session | ours | 550 Access denied...3f2a9c0e
session | ours | 554 5.7.1 POL-P1 http://www.spamhaus.org/query/bl?ip=203.0.113.9
data | ours now | 451 4.5.0 Error in processing, id=04801-01-3, quar+notif FAILED: temporarily unable to quarantine: 451 4.5.0 Local delivery(1) to /var/lib/amavis/virusmails/w/spam-wF3wbVF51GVY.gz failed: Can't call method "value" on an undefined value
rcpt | later | 451 4.7.1 Try again later; greylisted
data | ours now | 451 4.3.0 Temporary failure
rcpt | ours now | 451 4.3.0 <bounces@example.com>: Temporary lookup failure
rcpt | ours now | 450 4.7.1 Service unavailable; Client host [203.0.113.9] blocked using Spamhaus
# Postfix' logs of a faculty in Dublin, in the rules of a parser of logs
rcpt | later | 450 <ana@example.org>: Recipient address rejected: Greylisted for 5 minutes
rcpt | later | 450 <ana@example.org>: Recipient address rejected: Greylisted for 180 seconds (see http://isg.ee.ethz.ch/tools/postgrey/help/example.org.html)
mail | ours now | 451 4.3.2 Please try again later
data | ours now | 451 qqt failure (#4.3.0)
data | ours now | 451 qq write error or disk full (#4.3.0)
rcpt | ours now | 450 <root@localhost.localdomain>: Sender address rejected: Domain not found
rcpt | ours | 550 <>: No thank you rejected: Account Unavailable: Possible Forgery
data | content | 550 spam message discarded. If you think that the system is mistaken, please report details to abuse@corp.mail.ru
session | ours now | 421 cannot send to name server
rcpt | ours now | 451 Can't connect to example.ie - psmtp
rcpt | later | 450-4.2.1 The Gmail user you are trying to contact is receiving\n450-4.2.1 mail at a rate that prevents additional messages from\n450 4.2.1 being delivered.
session | ours now | 450 Server configuration problem
rcpt | ours | 550 <caja@example.com>: Sender address rejected: Address uses MX in loopback address space (127.0.0.0/8)
rcpt | gone | 550 <ana@example.org>: Recipient address rejected: Address uses MX in private address space (172.16.0.0/12)
rcpt | ours | 550 <example.org>: Helo command rejected: You are not in example.org
rcpt | ours | 550 <localhost.localhost>: Helo command rejected: You are not me
rcpt | ours | 501 <24383590>: Helo command rejected: Invalid name
rcpt | ours | 501 <[]>: Helo command rejected: invalid ip address
rcpt | gone | 550 <daemon@example.org>: Recipient address rejected: recipient address unknown
rcpt | ours | 550 <daemon@example.com>: Sender address rejected: sender address unknown
rcpt | gone | 550 <ana@example.org>: Recipient address rejected: User no longer receiving mail at this address
rcpt | ours | 550 <mail.example.com[203.0.113.9]>: Client host rejected: Alias root to something useful.
data | ours | 550 <DATA>: Data command rejected: Multi-recipient bounce
data | ours | 503 <DATA>: Data command rejected: Improper use of SMTP command pipelining
rcpt | ours | 550 <info@example.com>: Sender address rejected: Stop flooding our users with mail.
rcpt | ours | 504 <apache>: Sender address rejected: need fully-qualified address
rcpt | ours now | 450 Client host rejected: cannot find your hostname, [203.0.113.9]
rcpt | ours | 554 Service unavailable; Client host [203.0.113.9] blocked using relays.ordb.org; This mail was handled by an open relay - please visit <http://ORDB.org/lookup/?host=203.0.113.9>
rcpt | ours | 550 <munin@example.com>: Sender address rejected: User unknown in local recipient table
# logs again ("said: 552", "said: 553", "said: 421")
data | not carried | 552 5.7.0 Illegal Attachment 7si1500815nfv.35
data | later | 552 5.2.2 <ana@example.org> Quota exceeded / Skrzynka odbiorcy jest przepelniona.
rcpt | later | 552 5.2.2 <ana@example.org>: Recipient address rejected: Mailbox quota exceeded
mail | ours | 553 5.7.1 Hello [203.0.113.9], for your MAIL FROM address <caja@example.com> policy analysis reported: Your address is not liked source for email
rcpt | later | 421 4.2.0 Greylisted, please try again later
mail | rate | 421 4.7.0 [TSS04] Messages from 203.0.113.9 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.verizonmedia.com/error-codes
data | rate | 421-4.7.0 [203.0.113.9] Our system has detected an unusual amount of\n421-4.7.0 unsolicited mail originating from your IP address. To protect our\n421-4.7.0 users from spam, mail sent from your IP address has been temporarily\n421 4.7.0 blocked. Please visit http://www.google.com/mail/help/bulk_mail.html
data | ours now | 421 4.3.0 Upstream error, please check https://example.net/email-routing/postmaster for possible reasons why. yrtPbwx4hZz2
rcpt | later | 450 4.1.1 <abuse@example.org>: Recipient address rejected: unverified address
data | ours now | 421-4.7.26 This mail has been rate limited because it is unauthenticated. Gmail\n421-4.7.26 requires all senders to authenticate with either SPF or DKIM.
# programs' logs (SMTPDataError, SMTPSenderRefused)
data | gone | 554 Transaction failed: foobar@com: Subscriber email is invalid.
mail | ours | 530 5.7.0 Authentication Required. Learn more at\n5.7.0  https://support.google.com/mail/?p=WantAuthError ne22sm3150197pjb.18 - gsmtp
mail | ours | 550 Sender verify failed
auth | ours | 550 用户无权登陆
# logs once more ("in reply to", "after RCPT TO", "Remote host said")
data | gone | 550 Unknown user ana@example.org
data | ours now | 451 4.5.0 id=11249-03 - Temporary MTA failure on relaying, From MTA() during fwd-connect (Negative greeting: at (eval 134) line 479.): id=11249-03
data | ours | 550 Domain may not exist or DNS check failed [MAn2ccjsT8 IP: 203.0.113.9].
data | content | 554 Transaction failed: Address contains illegal characters in user name: '<"mr.simon@ec2.example.comroot"@ip-100-72-103-13>'.
rcpt | ours | 554 5.7.1 <mail.example.com[203.0.113.9]>: Client host rejected: Access denied
rcpt | later | 552 RCPT TO:<ana@example.org> Mailbox disk quota exceeded
rcpt | ours | 550 relaying mail to example.org is not allowed
mail | ours | 553 **mybox.example.com** does not exist
data | ours | 554 5.7.1 spf check result is none
mail | ours | 550 Bad SPF records for [mail.example.com:203.0.113.9], see http://spf.pobox.com/
data | content | 550 Message body: SPAM URL FOUND
data | gone | 554 30 Sorry, your message to ana@example.org cannot be delivered. This mailbox is disabled (554.30).
rcpt | ours | 550-Verification failed for <tripwire@myhost>\n550-Unrouteable address\n550 Sender verify failed
rcpt | ours | 550-Postmaster verification failed while checking <caja@example.com>\n550-Called:   203.0.113.9\n550-Sent:     RCPT TO:<postmaster@example.com>\n550-Response: 550 <postmaster@example.com>: User unknown\n550 Sender verify failed
rcpt | gone | 500 User does not exist - <@>
data | ours | 554 Failure
data | ours | 542 Rejected
# programs' logs ("Message failed", "Mail command failed", "all recipients were rejected", SMTPAddressFailedException, SMTPFatalError)
data | ours | 554 5.2.252 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied;
data | ours | 550 You can only send testing emails to your own email address
mail | ours | 550 5.7.1 Sending from domain is not allowed
rcpt | ours | 553 5.7.1 <undefined>: Sender address rejected: not owned by user noreply@example.com
rcpt | ours | 550 Email sending is not configured for domain 'demo.mail.example.com'
rcpt | gone | 550 User unknown: ana@example.org not found
rcpt | ours | 550 5.7.1 <ana@example.org>... Relaying denied. IP name lookup failed [203.0.113.9]
rcpt | gone | 550 User not found: ana@example.org
rcpt | gone | 554 RCPT (ana@example.org) dosn't exist
data | gone | 550 The recipient may contain a non-existent account, please check the recipient address.
mail | ours | 553 5.1.8 Requested action not taken: mail box name <KHW@DESKTOP-NMJM4U7> not allowed.
data | quota | 550 5.4.5 Daily user sending quota exceeded.
mail | ours | 555 5.5.2 Syntax error, goodbye. o6sm1 - gsmtp
mail | ours | 550 5.1.0 <caja@example.com> sender rejected : invalid sender domain
mail | ours | 530 5.7.57 Client not authenticated to send mail. Error: 535 5.7.3 Authentication unsuccessful
rcpt | rate | 451 4.7.1 Ratelimit "hostinger_out_ratelimit" exceeded for key "RLnwkd3rjwooxjsc6s11if1fnm"
session | ours now | 421 Timeout waiting for data from client.
session | ours now | 451 4.4.2 Timeout waiting for data from client.
rcpt | rate | 451 4.7.1 [R2] Too many mails received from example.com within the last 5 minutes
data | ours now | 421 Service not available, closing channel
rcpt | ours now | 454 4.7.1 <ana@example.org>: Relay access denied
`;
