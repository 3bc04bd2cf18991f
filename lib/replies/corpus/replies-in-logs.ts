/** Replies as they stood in logs and bounces, taken as they came. */
export const REPLIES_IN_LOGS = String.raw`
# logs of Postfix, Exim and Sendmail in public repositories ("said: 550", "reject=", "rejected RCPT"), and handlers of smtp-server in JavaScript and Go
data | ours | 554 5.7.1 message rejected
data | content | 554 5.7.1 Message rejected as spam
rcpt | ours | 554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using zen.spamhaus.org; http://www.spamhaus.org/query/bl?ip=203.0.113.9
data | content | 550 5.7.1 Refused by local policy. No SPAM please
rcpt | ours | 554 5.7.1 <smtp-client.example.com[203.0.113.9]>: Client host rejected: Access denied
mail | ours | 550 5.7.1 <clinic@example.com>... Access denied
rcpt | ours | 550 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using FBLW15; To request removal from this list please forward this message to delist@messaging.microsoft.com
data | content | 550 5.7.1 empty subject
mail | ours | 550 5.7.1 Invalid mail address <clinic@example.com>
data | content | 550 5.7.1 unsolicited mail
rcpt | ours | 550 5.7.1 Unable to deliver to <ana@example.com>
mail | ours | 550 5.7.1 Unfortunately, messages from [203.0.113.9] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3140). You can also refer your provider to http://mail.live.com/mail/troubleshooting.aspx#errors.
rcpt | later | 552 5.2.2 Over quota
rcpt | later | 552 Requested mailbox exceeds quota.
rcpt | later | 552 Requested mail action aborted: exceeded storage allocation
rcpt | later | 552 5.2.2 <ana@example.com>: user is over quota
data | not carried | 552 message too large
rcpt | ours now | 451 4.3.0 <ana@example.com> Temporary internal error
rcpt | later | 451 4.7.1 Greylisting in effect, please try again later
data | ours now | 451 4.7.1 TempFailed, id=09631-10, from MTA([127.0.0.1]:10025): 451 4.7.1 Service unavailable - try again later
data | ours now | 451 Message temporarily deferred - [160]
rcpt | later | 450 4.2.1 Mailbox temporarily unavailable
rcpt | ours now | 450 <clinic@localhost.localdomain>: Sender address rejected: Domain not found
rcpt | ours now | 450 4.7.1 Client host rejected: cannot find your reverse hostname
rcpt | rate | 450 4.7.1 <ana@example.com>: Recipient address rejected: MX-UOL-02 - Too many messages, try again later.
rcpt | later | 450 4.7.1 <ana@example.com>: Recipient address rejected: Greylisted for 20 minutes
rcpt | gone | 553 sorry, this recipient is not in my validrcptto list (#5.7.1)
rcpt | ours | 553 Sorry, that domain isn't in my list of allowed rcpthosts.
rcpt | gone | 553 "RCPT TO" mailbox unavailable
mail | ours | 553 From: address not verified; see http://help.yahoo.com/sbc/dsl/mail/pop/pop-11.html
session | ours | 553 5.7.1 [BL21] Connections will not be accepted from 203.0.113.9, because this IP is listed by Spamhaus
mail | ours | 553 **mybox.dslHost.net** does not exist
mail | ours | 553 5.1.8 <clinic@localhost.localdomain>... Domain of sender address clinic@localhost.localdomain does not exist
data | ours now | 421 4.3.0 Upstream error, please check https://example.com/email-routing/postmaster for possible reasons why. yrtPbwx4hZz2
session | rate | 421 4.7.0 [TSS04] Messages from 203.0.113.9 temporarily deferred due to unexpected volume or user complaints
mail | ours now | 421 4.7.0 [TSS04] Messages from 203.0.113.9 temporarily deferred due to user complaints - 4.16.55.1; see https://help.yahoo.com/kb/postmaster/SLN3434.html
data | rate | 421 rate limited
data | ours now | 421 4.4.2 mtain-dl02.r1000.mx.aol.com Error: timeout exceeded
rcpt | later | 452 4.2.2 The email account that you tried to reach is over quota
data | later | 452 4.2.2 Over quota
rcpt | later | 452 Mailbox size limit exceeded
rcpt | gone | 550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [BL2NAM02FT016.eop-nam02.prod.protection.outlook.com]
mail | ours | 550 policy rejected
rcpt | gone | 550 cuda_nsu 5.1.1 <gone@example.com>: Recipient address rejected: User unknown in virtual alias table
data | content | 550 Error: Message content rejected
rcpt | gone | 550 Mailbox unavailable
rcpt | ours now | 454 4.7.1 ana@example.com: Relay access denied
mail | ours | 550 5.7.1 Command rejected
data | content | 550 5.7.1 Blocked by SpamAssassin
session | ours | 553 5.3.0 196.206.91 Rejected due to abuse - see http://dnsbl.sorbs.net.10102005
mail | ours | 553 5.3.0 <clinic@example.com>... SPAM REJECT
rcpt | ours | 550 5.7.1 <ana@example.com>... Fix reverse DNS for 203.0.113.9
session | ours | 553 5.3.0 Rejected - see http://spamhaus.org/
rcpt | ours | 550 5.7.23 <ana@example.com>: Recipient address rejected: Message rejected due to: SPF fail - not authorized. Please see http://www.openspf.net/Why?s=mfrom;id=clinic@example.com;ip=203.0.113.9;r=<UNKNOWN>
rcpt | gone | 550 <gone@example.com>: Recipient address rejected: User unknown in local recipient table
rcpt | ours | 550 5.7.1 Service unavailable; client [203.0.113.9] blocked using bl.spamcop.net
rcpt | ours | 554 5.7.1 <clinic@example.com>: Sender address rejected: Access denied
rcpt | ours | 550 Only one receipient accepted for NULL sender
rcpt | ours | 550 found in sbl-xbl.spamhaus.org
rcpt | ours | 550 Rejected relay attempt
mail | ours | 553 5.7.1 Sender address not owned by authenticated user
rcpt | ours now | 451 4.3.0 Temporary user lookup error
rcpt | gone | 550 5.1.1 recipient must be {phone}@sms.example.com
rcpt | gone | 550 Recipient rejected
data | content | 550 Message classified as spam
rcpt | ours | 550 Relay denied for example.com
data | not carried | 552 Your files are too powerful! Max file size 8.00Mb please.
data | content | 550 Your subject is too long. Please make your subject shorter. We've set the limit at 256 characters to be courteous to others.
rcpt | gone | 553 Invalid mailbox
rcpt | gone | 550 5.1.1 No such user
# more of these logs ("status=bounced", "in reply to", "SMTP server response"), Gmail's and Exchange's notices of others' replies
mail | ours | 530 5.5.1 Authentication Required i36sm9717388wxd
rcpt | later | 552-5.2.2 The email account that you tried to reach is over quota. Please direct\n552-5.2.2 the recipient to\n552 5.2.2 https://support.google.com/mail/?p=OverQuotaPerm l64si6959608qkl
data | ours | 550-5.7.1 [2001:db8::2      12] Our system has detected that this\n550-5.7.1 message is likely unsolicited mail. To reduce the amount of spam sent\n550-5.7.1 to Gmail, this message has been blocked.
mail | ours | 553-5.1.2 The sender address <clinic@clinic+desktop@example.com> is not a valid\n553 5.1.2 RFC-5321 address. iu8si160359pac.78 - gsmtp
rcpt | gone | 550 5.1.1 <gone@example.com>: Recipient address rejected: User unknown
rcpt | later | 450-4.2.1 The user you are trying to contact is receiving mail at a rate that\n450-4.2.1 prevents additional messages from being delivered. Please resend your\n450-4.2.1 message at a later time.
data | rate | 451 4.7.650 The mail server [203.0.113.9] has been temporarily rate limited due to IP reputation. For e-mail delivery information, see https://postmaster.live.com (S775)
data | ours now | 451 4.7.1 try later
data | ours now | 451 4.5.0 Error in processing, id=07411-04, virus_scan FAILED: virus_scan: ALL VIRUS SCANNERS FAILED:
data | ours | 550-5.7.26 Your email has been blocked because the sender is unauthenticated.\n550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM. Authentication results: DKIM = did not pass SPF [example.com] with ip: [203.0.113.9] = did not pass\n550 5.7.26  https://support.google.com/mail/answer/81126#authentication - gsmtp
data | ours | 550 SPF check failed [MM298xugEtPEZ/Gp1gcNAZbO3FESdRmUoYDyPGk4+bc8CeVvc7dBPd5MwtKfZZ/LUQ==  IP: 203.0.113.9]. http://service.mail.qq.com/cgi-bin/help?subtype=1&&no=1001445&&id=20022.
data | gone | 550 Unknown user gone@example.com
data | connections | 432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information. [Hostname=P212321.PROD.OUTLOOK.COM]
data | gone | 554 delivery error: dd Sorry your message to gone@example.com cannot be delivered. This account has been disabled or discontinued [#102]. - mta1272.mail.sk1.yahoo.com
data | ours | 550 Domain may not exist or DNS check failed [MAn2ccjsT8/dGXHYYcKAYpVkzXagYb6X+4VyrfnG+iZyT3eGcyUjin64l9/0DGsKBA== IP: 203.0.113.9].
data | content | 554 Transaction failed: Address contains illegal characters in user name: '<"ana@ec2-15-237-100-161.eu-west-3.compute.amazonaws.comroot"@ip-100-72-103-13>'.
mail | ours | 530-5.5.1 Authentication Required. Learn more at\n530 5.5.1 http://support.google.com/mail/bin/answer.py?answer=14257 - gsmtp
mail | ours | 550 5.7.1 Service unavailable, Client host [203.0.113.9] blocked using Spamhaus. To request removal from this list see https://www.spamhaus.org/query/ip/203.0.113.9 (AS3130). [Name=Protocol Filter Agent][AGT=PFA][MxId=11B9A53DC314A6C4]
mail | ours | 530 authentication required - for help go to http://help.yahoo.com/help/us/mail/pop/pop-11.html
rcpt | gone | 550-5.1.1 The email account that you tried to reach does not exist. Please try\n550-5.1.1 double-checking the recipient's email address for typos or\n550-5.1.1 unnecessary spaces. Learn more at\n550 5.1.1 http://support.google.com/mail/bin/answer.py?answer=6596 x2si32585921vdb.53 - gsmtp
rcpt | gone | 500 no such user
rcpt | ours | 554 5.7.1 <mta.example.com[203.0.113.9]>: Client host rejected: Access denied
data | ours | 550-5.7.1 [203.0.113.9] The IP you're using to send mail is not authorized\n550-5.7.1 to send email directly to our servers. Please use the SMTP\n550-5.7.1 relay at your service provider instead. Learn more at\n550 5.7.1 http://mail.google.com/support/bin/answer.py?answer=10336
rcpt | ours | 550 5.7.1 :127.0.0.5:Client host 203.0.113.9 blocked using 88.blocklist.zap; Mail from IP banned. To request removal from this list please forward this message to delist@messaging.microsoft.com
rcpt | ours | 553 We do not relay without RFC2554 authentication.
session | ours now | 450 4.7.1 [203.0.113.50] Try again later
mail | ours now | 417 SPF error mailout.example.com: Address does not pass the Sender Policy Framework
rcpt | ours | 553 We do not relay non-local mail, sorry.
mail | ours | 553 authentication is required,smtp2,DNGowKD7v5BTDo9NnplVBA--.1171S2 1301220947
data | ours | 550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP. For more information please go to http://go.microsoft.com/fwlink/?LinkId=526653 AS(7230) [SJ0PR17MB4759.namprd17.prod.outlook.com]
rcpt | gone | 550 5.1.1 Address does not exist. mhHhoSOZpvIs
rcpt | gone | 550 Mailbox does not exist.
rcpt | gone | 550 5.1.1 <gone@example.com>... User Unknwon
rcpt | gone | 550 5.2.1 The email account that you tried to reach is disabled. 9si12533803qyk.80
rcpt | gone | 550-5.1.1 This Gmail user does not exist. Please try double-checking\n550-5.1.1 the recipient's email address for typos or unnecessary spaces.\n550-5.1.1 Learn more at\n550 5.1.1 http://mail.google.com/support/bin/answer.py?answer=6596 i34si2529347wxd.15
data | ours | 554 5.7.1 POL-P7 Please visit http://postmaster.facebook.com/auth_error for more information
rcpt | gone | 550 #5.1.0 Address rejected "gone@example.com"
data | ours | 550 5.4.317 Message expired, cannot connect to remote server
data | content | 550-5.7.1 From header is not in RFC 5322 format
rcpt | gone | 550 5.1.1 <gone@example.com>: unknown
mail | ours | 550 5.1.0 <clinic@example.com> sender rejected
rcpt | ours | 550 Invalid 'to' field. Please use our testing email address instead of domains like 'example.com'.
auth | ours | 535-5.7.8 Username and Password not accepted. Learn more at\n535 5.7.8 http://support.google.com/mail/bin/answer.py?answer=14257 hn2sm949527wjc.5 - gsmtp
mail | ours | 530 5.7.0 Must issue a STARTTLS command first. uq1sm5664951lbb.18 - gsmtp
data | quota | 550 5.4.5 Daily user sending limit exceeded. For more information on Gmail\n550 5.4.5 sending limits go to\n550 5.4.5  https://support.google.com/a/answer/166852 - gsmtp
mail | ours now | 451 4.4.2 Timeout - closing connection. n9sm6613295wrx.46 - gsmtp
data | ours | 550 "The themarshmallow.app domain is not verified."
rcpt | rate | 550 Rate limit exceeded
rcpt | gone | 553-5.1.3 The recipient address <gone@.com> is not a valid RFC-5321\n553 5.1.3 address. m64sm1983689qkb.90 - gsmtp
rcpt | gone | 550 sorry, no mailbox here by that name. (#5.7.17)
rcpt | gone | 550 gone@example.com: Mailbox not found or access denied
mail | ours | 550 5.1.0 <clinic@example.com> sender rejected : invalid sender domain
mail | ours | 530 5.5.1 Authentication Required. Learn more at
`;
