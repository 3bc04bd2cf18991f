/** Google and Microsoft in their newer words and longer lines, as their pages and the collections of others quote them. */
export const GOOGLE_AND_MICROSOFT = String.raw`
# Google, "Gmail SMTP errors and codes" (support.google.com/a/answer/3726730), as collected by sisimai (github.com/sisimai/rb-sisimai, rhost/google.rb)
session | ours now | 421 4.7.0 Connection expired, try reconnecting. For more information, go to https://support.google.com/a/answer/3221692 - gsmtp
session | rate | 421 4.4.5 Server busy, try again later. - gsmtp
rcpt | ours now | 421 4.7.0 IP not in whitelist for RCPT domain, closing connection. For more information, go to https://support.google.com/a/answer/60752 - gsmtp
data | ours now | 421 4.7.26 This mail has been rate limited because it is unauthenticated. Gmail requires all senders to authenticate with either SPF or DKIM. - gsmtp
data | ours now | 421 4.7.27 Your email has been rate limited because SPF authentication didn't pass for this message. Gmail requires all bulk email senders to authenticate their email with SPF. - gsmtp
data | ours now | 421-4.7.29 Your email has been rate limited because this message wasn't sent over a\n421-4.7.29 TLS connection. Gmail requires all bulk email senders to use TLS/SSL for\n421 4.7.29 SMTP connections. - gsmtp
data | ours now | 421-4.7.30 Your email has been rate limited because DKIM authentication didn't pass for\n421 4.7.30 this message. - gsmtp
data | ours now | 421-4.7.32 Your email has been rate limited because the From: header (RFC5322) in\n421-4.7.32 this message isn't aligned with either the authenticated SPF or DKIM\n421 4.7.32 organizational domain. - gsmtp
data | ours now | 421-4.7.40 Your email has been rate limited because the sending domain doesn't have a\n421 4.7.40 DMARC record. - gsmtp
data | ours now | 421 4.7.23 The sending IP address for this message doesn't have a PTR record, or the PTR record's forward DNS entry doesn't match the sending IP address. To protect users from spam, your email has been temporarily rate limited. - gsmtp
data | ours now | 451 4.7.24 The SPF record of the sending domain has one or more suspicious entries. To protect our users from spam, mail sent from your IP address has been temporarily rate limited. - gsmtp
data | ours now | 451 4.7.26 Unauthenticated email from example.com is not accepted due to domain's DMARC policy, but temporary DNS failures prevent authentication. - gsmtp
data | ours now | 421 4.7.0 [203.0.113.9 15] Our system has detected that this message is suspicious due to the very low reputation of the sending domain. To best protect our users from spam, the message has been blocked. - gsmtp
data | rate | 421-4.7.28 Gmail has detected an unusual rate of mail originating from your DKIM domain [example.com 35]. To protect\n421 4.7.28 our users from spam, mail has been temporarily rate limited. - gsmtp
rcpt | rate | 450 4.2.1 Peak SMTP relay limit exceeded for customer. This is a temporary error. For more information on SMTP relay limits, please contact your administrator. - gsmtp
rcpt | later | 451 4.3.0 Multiple destination domains per transaction is unsupported. Please try again. - gsmtp
rcpt | later | 452-4.2.2 The recipient's inbox is out of storage space. Please direct the\n452-4.2.2 recipient to\n452 4.2.2  https://support.google.com/mail/?p=OverQuotaTemp c2-202229zmZBNM3agi23.222 - gsmtp
rcpt | later | 452 4.5.3 Domain policy size per transaction exceeded, please try this recipient in a separate transaction. - gsmtp
session | ours | 501 5.5.4 HELO/EHLO argument "a b" invalid, closing connection. https://support.google.com/mail/?p=helo - gsmtp
mail | ours | 503 5.7.0 No identity changes permitted. - gsmtp
session | ours | 523 5.7.10 SMTP protocol violation, no commands allowed to pipeline after STARTTLS. - gsmtp
auth | ours | 535 5.7.1 Please log in with your web browser and then try again. For more information, visit https://support.google.com/mail/bin/accounts/answer/78754 - gsmtp
rcpt | gone | 550-5.2.1 The email account that you tried to reach is inactive. For more\n550-5.2.1 information, go to\n550 5.2.1 https://support.google.com/mail/?p=DisabledUser neko-15789a6671ag7789128947.22 - gsmtp
rcpt | later | 550-5.2.1 The user you are trying to contact is receiving mail at a rate that\n550-5.2.1 prevents additional messages from being delivered. For more\n550-5.2.1 information, please visit\n550 5.2.1 https://support.google.com/mail/?p=ReceivingRatePerm p131si8414989oif.118 - gsmtp
rcpt | later | 552-5.2.2 The recipient's inbox is out of storage space and inactive. Please\n552 5.2.2 direct the recipient to https://support.google.com/mail/?p=OverQuotaPerm - gsmtp
rcpt | gone | 553 5.1.3 The recipient address <ana..b@example.com> is not a valid RFC 5321 address. - gsmtp
mail | ours | 553 5.1.7 The sender address <a..b@example.com> is not a valid RFC 5321 address. - gsmtp
data | not carried | 552-5.2.3 Your message exceeded Google's message size limits. Please visit\n552 5.2.3 http://mail.google.com/support/bin/answer.py?answer=8770 to review our size guidelines. - gsmtp
data | not carried | 552 5.3.4 The number of attachments (512) exceeds Google's limit of 500 attachments. - gsmtp
data | not carried | 552-5.7.0 Our system detected an illegal attachment on your message. Please visit http://mail.google.com/support/bin/answer.py?answer=6590 to review our attachment guidelines. - gsmtp
data | quota | 550 5.4.5 Daily SMTP relay limit exceeded for user. For more information on SMTP relay sending limits please contact your administrator. - gsmtp
data | ours | 554 5.4.6 Message exceeded 50 hops, this may indicate a mail loop. - gsmtp
rcpt | ours | 550-5.7.0 Mail relay denied [203.0.113.9]. Invalid credentials for relay for one of the\n550 5.7.0 domains in: example.com (as obtained from HELO and MAIL FROM). - gsmtp
mail | ours | 550 5.7.0 Mail Sending denied. - gsmtp
rcpt | ours | 550-5.7.1 Invalid credentials for relay [203.0.113.9]. The IP address you've registered in\n550 5.7.1 your Workspace SMTP Relay service doesn't match the domain of the account this email is being sent from. - gsmtp
data | ours | 550 5.7.1 The user or domain that you are sending to (or from) has a policy that prohibited the mail that you sent. Please contact your domain administrator for further details. - gsmtp
data | ours | 550-5.7.1 [203.0.113.9      18] Our system has detected that this message is\n550-5.7.1 likely suspicious due to the very low reputation of the sending IP\n550-5.7.1 address. To best protect our users from spam, the message has been\n550 5.7.1 blocked. - gsmtp
data | ours | 550-5.7.1 [203.0.113.9      12] Our system has detected that this message is\n550-5.7.1 likely unsolicited mail. To reduce the amount of spam sent to Gmail,\n550 5.7.1 this message has been blocked. - gsmtp
data | content | 550 5.7.1 Messages missing a valid address in the From: header, or having no From: header, are not accepted. - gsmtp
data | content | 550 5.7.1 Messages missing a valid Message-ID: header are not accepted. - gsmtp
data | content | 550-5.7.1 This message is not RFC 5322 compliant. There are multiple Subject\n550-5.7.1 headers. To reduce the amount of spam sent to Gmail, this message has\n550 5.7.1 been blocked. - gsmtp
data | content | 550-5.7.1 [2401:db8:102:3032:192.0.2.222      13] Messages with multiple\n550 5.7.1 addresses in From: header are not accepted. v14si1155795plk.134 - gsmtp
data | ours | 550 5.7.1 This message does not meet IPv6 sending guidelines regarding PTR records and authentication. - gsmtp
data | ours | 550 5.7.24 The SPF record of the sending domain has one or more suspicious entries. - gsmtp
data | ours | 550 5.7.25 The sending IP does not match the IP address of the hostname specified in the pointer (PTR) record. - gsmtp
data | ours | 550-5.7.26 The MAIL FROM domain [example.com] has an SPF record with a hard fail\n550-5.7.26 policy (-all) but it fails to pass SPF checks with the ip:\n550 5.7.26 [203.0.113.9]. To best protect our users from spam and phishing, the message has been blocked. - gsmtp
data | ours | 550 5.7.28 There is an unusual rate of unsolicited mail originating from your IP address. To protect our users from spam, mail sent from your IP address has been blocked. - gsmtp
data | ours | 550 5.7.30 This mail has been blocked because DKIM does not pass. Gmail requires all large senders to authenticate with DKIM. - gsmtp
# Microsoft, "Email non-delivery reports in Exchange Online" (learn.microsoft.com), and the collections of sisimai (rhost/microsoft.rb) and github.com/ActiveCampaign/smtp-field-manual
data | ours now | 450 4.7.26 Access denied, a message sent over IPv6 [2001:db8::240] must pass either SPF or DKIM validation, this message is not signed
rcpt | ours now | 450 4.4.318 Connection was closed abruptly (SuspiciousRemoteServerError)
session | rate | 451 4.7.700 PFA agent busy, please try again. [AM7EUR03FT012.eop-EUR03.prod.protection.outlook.com]
session | ours now | 451 4.7.500 Access denied, please try again later
session | ours now | 451 4.3.2 Temporary server error. Please try again later ATTR17 [AM7EUR06FT041.eop-eur06.prod.protection.outlook.com]
session | ours now | 451 4.7.0 Temporary server error. Please try again later. PRX6 NextHop: 192.0.2.1 [BN8NAM12FT012.eop-nam12.prod.protection.outlook.com]
data | ours now | 451 4.4.0 Message failed to be replicated: No healthy secondary server available to accept replica at this time. [AM5EUR02FT034.eop-EUR02.prod.protection.outlook.com]
rcpt | ours now | 452 4.3.1 Insufficient system resources (TSTE) [DB5EUR03FT033.eop-EUR03.prod.protection.outlook.com]
session | ours now | 421 4.3.2 System not accepting network messages
session | connections | 421 4.3.2 The maximum number of concurrent connections per resource forest has exceeded a limit, closing transmission channel. PRX8 [BN0NAM01FT012.example.com]
session | rate | 421 RP-001 (SNT004-MC2F36) Unfortunately, some messages from 203.0.113.9 weren't sent. The mail server IP connecting to Outlook.com server has exceeded the rate limit allowed. Reason for rate limitation is related to IP/domain reputation.
session | rate | 421 RP-002 The mail server IP connecting to Outlook.com server has exceeded the rate limit allowed on this connection. Reason for rate limitation is related to IP/domain reputation.
session | connections | 421 RP-003 The mail server IP connecting to Outlook.com server has exceeded the connection limit allowed. Reason for limitation is related to IP/domain reputation.
rcpt | rate | 451 4.7.651 The mail server [203.0.113.9] has been temporarily rate limited due to IP reputation. For e-mail delivery information, see https://postmaster.live.com (S3114)
rcpt | gone | 501 5.1.3 Invalid address [DM6NAM12FT001.eop-nam12.prod.protection.outlook.com]
mail | ours | 550 5.1.7 Unknown sender address
rcpt | gone | 550 5.1.351 Remote server returned unknown recipient or mailbox unavailable -> 550 <gone@example.com>: User unknown
rcpt | gone | 550 5.4.1 All recipient addresses rejected : Access denied [BL2NAM02FT061.eop-nam02.prod.protection.outlook.com]
rcpt | gone | 550 5.7.504 [gone@example.com]: Recipient address rejected: Access denied
rcpt | gone | 550 5.4.310 DNS domain yaloc.invalid does not exist [Message=InfoDomainNonexistent] [LastAttemptedServerName=yaloc.invalid] [BM3PCA10RH0014.eop-APC01.prod.protection.outlook.com 2023-01-01T00:00:00.000Z 80EPF029F0GK28P8]
rcpt | later | 554 5.2.122 The recipient has exceeded their limit for the number of messages they can receive per hour. For more information go to http://go.microsoft.com/fwlink/?LinkId=526653. [SN1NAM02FT036.outlook.com]
rcpt | later | 554 5.2.121 The sender has exceeded the limit for the number of messages they can send to this recipient per hour. For more information go to http://go.microsoft.com/fwlink/?LinkId=526653.
rcpt | later | 550 5.2.2 STOREDRV.Deliver: mailbox full. The following information should help identify the cause: "MapiExceptionShutoffQuotaExceeded:00.00000:FF000000, 00.00000:0000000094000000000000000000000000000000"
rcpt | later | 554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded
data | not carried | 550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient
data | ours | 554 5.4.14 Hop count exceeded - possible mail loop ATTR34 [TY0PEP000000000.JPNP255.PROD.OUTLOOK.COM 2025-01-06T03:22:22.000Z 00000564B00B940B]
data | content | 550 5.6.11 Invalid characters. Your email program added invalid characters (bare line feed characters) into a message you sent
data | content | 550 5.7.512 Access denied, message must be RFC 5322 section 3.6.2 compliant
data | ours | 550 5.7.503 Access denied, banned sender
session | ours | 550 5.7.506 Access Denied, Bad HELO
rcpt | ours | 550 5.7.510 Access denied, example.com does not accept email over IPv6
rcpt | ours | 550 5.7.511 Access denied, banned sender[203.0.113.9]. To request removal from this list please forward this message to delist@messaging.microsoft.com. For more information please go to http://go.microsoft.com/fwlink/?LinkId=526653.
rcpt | ours | 550 5.7.513 Service unavailable, Client host [203.0.113.9] blocked by example.com using Customer Block list (AS16012607)
rcpt | ours | 550 5.7.25 Access denied, the sending IPv6 address [2001:db8::240] must have a reverse DNS record
data | ours | 550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized
data | ours | 550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy
data | ours | 550 5.7.124 RESOLVER.RST.SenderNotInAllowedSendersList; sender not in allowed-senders list
rcpt | ours | 550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed because the sender was not authenticated when sending to this group
data | quota | 554 5.2.2 Submission quota exceeded
data | quota | 550 5.7.232 Your message can't be sent because your trial tenant has exceeded its daily limit for sending email to external recipients (tenant external recipient rate limit).
auth | ours | 535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. [BN0PR04CA0001.namprd04.prod.outlook.com]
auth | ours | 535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator.
mail | ours | 530 5.7.57 Client not authenticated to send mail. [AM0PR01CA0001.eurprd01.prod.exchangelabs.com]
rcpt | ours | 550 5.7.1 Service unavailable, MailFrom domain is listed in Spamhaus. To request removal from this list see https://www.spamhaus.org/query/lookup/ (S8002)
rcpt | ours | 550 5.7.1 Service unavailable, Helo domain is listed in Spamhaus. To request removal from this list see https://www.spamhaus.org/query/lookup/ (S8001)
session | ours | 550 SC-002 Mail rejected by Outlook.com for policy reasons. The mail server IP connecting to Outlook.com has exhibited namespace mining behavior.
mail | ours | 550 SC-004 (COL0-MC1-F1) Unfortunately, messages from 203.0.113.9 weren't sent. We recommend that you contact your Internet service provider. The problem is that too many unwanted messages have been sent from the following IP address above.
rcpt | gone | 550 Requested action not taken: mailbox unavailable (-0000000022:2222:-0000000022)
data | gone | 554 The mail could not be delivered to the recipient because the domain is not reachable. Please check the domain and try again (-1915321397:308:-2147467259)
`;
