/** What the large receivers answer, as their own pages and public reports quote it. */
export const MAILBOX_PROVIDERS = String.raw`
# Gmail, "Gmail SMTP errors and codes" (support.google.com/a/answer/3726730)
session | connections | 421 4.7.0 Too many connections from your IP, closing connection. Try again later. - gsmtp
session | ours now | 421 4.3.0 Temporary System Problem. Try again later. - gsmtp
session | ours now | 421 4.7.0 Temporary System Problem. Try again later. - gsmtp
data | ours now | 421 4.7.0 TLS required for RCPT domain, closing connection. - gsmtp
session | ours now | 421 4.7.0 Try again later, closing connection. (EHLO) - gsmtp
data | rate | 421-4.7.28 Our system has detected an unusual rate of unsolicited mail originating from your IP address. To protect our users from spam, mail sent from your IP address has been temporarily rate limited. - gsmtp
rcpt | later | 450 4.2.1 The user you are trying to contact is receiving mail too quickly. Please resend your message at a later time. - gsmtp
rcpt | later | 450-4.2.1 The user you are trying to contact is receiving mail at a rate that\n450-4.2.1 prevents additional messages from being delivered. - gsmtp
data | ours now | 451 4.3.0 Mail server temporarily rejected message. - gsmtp
data | ours now | 451 4.4.2 Timeout - closing connection. - gsmtp
session | ours now | 451 4.5.0 SMTP protocol violation, visit RFC 2821. - gsmtp
rcpt | later | 452 4.2.2 The email account that you tried to reach is over quota. Please direct the recipient to the support page. - gsmtp
rcpt | later | 452 4.5.3 Your message has too many recipients. - gsmtp
auth | connections | 454 4.7.0 Too many login attempts, please try again later. - gsmtp
auth | ours now | 454 4.7.0 Cannot authenticate due to temporary system problem. Try again later. - gsmtp
session | ours | 501 5.5.2 Syntax error, cannot decode response. - gsmtp
session | ours | 502 5.5.1 Too many unrecognized commands, goodbye. - gsmtp
session | ours | 503 5.5.1 EHLO/HELO first. - gsmtp
auth | ours | 504 5.7.4 Unrecognized Authentication Type. - gsmtp
mail | ours | 530-5.5.1 Authentication Required. - gsmtp
mail | ours | 530 5.7.0 Must issue a STARTTLS command first. - gsmtp
auth | ours | 534-5.7.9 Application-specific password required. - gsmtp
auth | ours | 534 5.7.14 Please log in via your web browser and then try again. - gsmtp
auth | ours | 535-5.7.8 Username and Password not accepted. - gsmtp
auth | ours | 535 5.7.1 Application-specific password required. - gsmtp
rcpt | gone | 550-5.1.1 The email account that you tried to reach does not exist. Please try\n550-5.1.1 double-checking the recipient's email address for typos or unnecessary spaces. - gsmtp
rcpt | gone | 550 5.2.1 The email account that you tried to reach is disabled. - gsmtp
data | quota | 550 5.4.5 Daily SMTP relay sending limit exceeded for customer. - gsmtp
data | quota | 550 5.4.5 Daily user sending quota exceeded. - gsmtp
mail | ours | 550 5.7.0 Mail relay denied. - gsmtp
data | quota | 550 5.7.1 Email quota exceeded for sender's IP, blocked. - gsmtp
data | ours | 550-5.7.1 Our system has detected an unusual rate of unsolicited mail originating from your IP address. To protect our users from spam, mail sent from your IP address has been blocked. - gsmtp
session | ours | 550 5.7.1 The IP you're using to send mail is not authorized to send email directly to our servers. - gsmtp
data | ours | 550-5.7.25 The IP address sending this message does not have a PTR record setup. - gsmtp
data | ours | 550-5.7.26 This message does not have authentication information or fails to pass authentication checks (SPF or DKIM). - gsmtp
data | ours | 550 5.7.26 Unauthenticated email from example.com is not accepted due to domain's DMARC policy. - gsmtp
data | not carried | 552 5.3.4 Your message exceeded Google's message size limits. - gsmtp
data | not carried | 552-5.7.0 This message was blocked because its content presents a potential security issue. - gsmtp
rcpt | later | 552 5.2.2 The email account that you tried to reach is over quota. - gsmtp
rcpt | ours | 553-5.1.7 The sender address is not a valid RFC-5321 address. - gsmtp
rcpt | gone | 553-5.1.2 We weren't able to find the recipient domain. Please check for any spelling errors. - gsmtp
data | content | 554 5.6.0 Mail message is malformed. Not accepted. - gsmtp
data | ours | 554 5.7.0 Too many unauthenticated commands. - gsmtp
# Exchange Online, "Email non-delivery reports and SMTP errors in Exchange Online" (learn.microsoft.com)
rcpt | gone | 550 5.1.1 RESOLVER.ADR.RecipNotFound; not found
rcpt | gone | 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup
mail | ours | 550 5.1.8 Access denied, bad outbound sender
data | quota | 550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients
rcpt | gone | 550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [BN8NAM11FT066.eop-nam11.prod.protection.outlook.com]
data | ours | 554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process message due to a permanent exception
data | ours | 550 5.7.60 SMTP; Client does not have permissions to send as this sender
mail | ours | 530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM
auth | ours | 535 5.7.3 Authentication unsuccessful [AM0PR01CA0075.eurprd01.prod.exchangelabs.com]
auth | ours | 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.
rcpt | ours | 550 5.7.64 TenantAttribution; Relay Access Denied
rcpt | ours | 550 5.7.1 Unable to relay
data | ours | 550 5.7.23 The message was rejected because of Sender Policy Framework violation
data | ours | 550 5.7.501 Access denied, spam abuse detected from IP range
session | ours | 550 5.7.606 Access denied, banned sending IP [203.0.113.9]. To request removal from this list please visit https://sender.office.com/
data | quota | 550 5.7.705 Access denied, tenant has exceeded threshold
data | ours | 550 5.7.750 Service unavailable. Client blocked from sending from unregistered domains
data | ours | 550 5.7.509 Access denied, sending domain example.com does not pass DMARC verification
data | ours | 550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP
session | rate | 451 4.7.500 Server busy. Please try again later from [203.0.113.9]. (S77719)
session | rate | 451 4.7.650 The mail server [203.0.113.9] has been temporarily rate limited due to IP reputation.
data | connections | 432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information.
data | ours now | 452 4.3.1 Insufficient system resources
rcpt | later | 452 4.2.2 Mailbox full
rcpt | later | 552 5.2.2 This message is larger than the current system limit or the recipient's mailbox is full.
rcpt | gone | 550 5.7.17 Mailbox owner has changed
data | ours now | 451 4.4.4 Mail received as unauthenticated, incoming to a recipient domain configured in a hosted tenant
data | ours | 554 5.4.6 Hop count exceeded - possible mail loop
data | not carried | 552 5.3.4 Message size exceeds fixed maximum message size
# Outlook.com, "SMTP error codes" (sendersupport.olc.protection.outlook.com) and reports
rcpt | gone | 550 5.5.0 Requested action not taken: mailbox unavailable.
session | ours | 550 SC-001 (COL004-MC1F1) Unfortunately, messages from 203.0.113.9 weren't sent. Please contact your Internet service provider since part of their network is on our block list.
session | ours | 550 DY-001 (SNT004-MC1F6) Mail rejected by Windows Live Hotmail for policy reasons. We generally do not accept email from dynamic IP's
session | ours | 550 OU-002 Mail rejected by Outlook.com for policy reasons. Reasons for rejection may be related to content with spam-like characteristics or IP/domain reputation.
data | ours | 550 5.7.1 Unfortunately, messages from [203.0.113.9] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3140).
session | quota | 421 RP-001 (BAY004-MC2F1) Unfortunately, some messages from 203.0.113.9 weren't sent. Please try again. We have limits for how many messages can be sent per hour and per day.
rcpt | gone | 550 5.1.1 Mailbox does not exist
data | ours | 550 5.7.515 Access denied, sending domain example.com doesn't meet the required authentication level. The sender's domain in the 5322.From address doesn't meet the authentication requirements
# Yahoo and AOL, "SMTP error codes" (senders.yahooinc.com/smtp-error-codes)
session | rate | 421 4.7.0 [TSS04] Messages from 203.0.113.9 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes
session | ours | 553 5.7.1 [BL21] Connections will not be accepted from 203.0.113.9, because the ip is in Spamhaus's list; see https://postmaster.yahooinc.com/error-codes
session | ours | 553 5.7.2 [TSS09] All messages from 203.0.113.9 will be permanently deferred; Retrying will NOT succeed.
data | ours | 554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes
rcpt | gone | 554 30 Sorry, your message to ana@yahoo.com cannot be delivered. This mailbox is disabled (554.30).
rcpt | gone | 552 1 Requested mail action aborted, mailbox not found
rcpt | gone | 550 5.1.1 <gone@aol.com>: Recipient address rejected: aol.com
session | ours now | 451 4.3.2 Internal error reading data
data | ours | 554 5.7.5 (AU01) Message not accepted for policy reasons. DKIM
data | ours | 550 5.7.9 This mail has been blocked because the sender is unauthenticated. Yahoo requires all senders to authenticate with either SPF or DKIM.
# iCloud, "Postmaster information for iCloud Mail" (support.apple.com/102322) and reports
rcpt | gone | 550 5.1.1 <gone@icloud.com>: user does not exist
rcpt | gone | 550 5.1.6 recipient no longer on server: gone@icloud.com
session | ours | 554 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137
session | ours | 550 5.7.0 Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi?ip=203.0.113.9
rcpt | later | 452 4.2.2 <full@icloud.com>: user is over quota
session | ours now | 450 4.7.1 [HME1] This message was temporarily blocked due to sender reputation
# GMX and web.de, "SMTP error messages" (postmaster.gmx.net/en/error-messages)
session | ours | 554-gmx.net (mxgmx117) Nemesis ESMTP Service not available\n554-No SMTP service\n554-Bad DNS PTR resource record.
session | ours | 554-gmx.net Nemesis ESMTP Service not available\n554-No SMTP service\n554 IP address is block listed.
rcpt | gone | 550 Requested action not taken: mailbox unavailable
rcpt | later | 552-Requested mail action aborted: exceeded storage allocation\n552-Quota exceeded. The recipients mailbox is full.
mail | ours | 550-Requested action not taken: mailbox unavailable\n550 Sender address is not allowed.
data | ours | 554-Transaction failed\n554-Reject due to policy restrictions.
data | content | 554-Transaction failed\n554-This message contains a virus (Eicar-Test-Signature).
data | rate | 450-Requested mail action not taken: mailbox unavailable\n450-Mail send limit exceeded.
session | connections | 421-gmx.net Service closing transmission channel\n421-Too many connections
data | not carried | 552-Requested mail action aborted: exceeded storage allocation\n552-Message size exceeds fixed maximum message size.
# T-Online, Orange, Free, Laposte, as their postmaster pages and senders' reports quote them
session | ours | 554 IP=203.0.113.9 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.)
rcpt | gone | 550 user unknown - T-Online
session | connections | 421 mwinf5c04 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR004_104
session | ours | 550 5.2.0 Mail rejete. Mail rejected. ofr_506 [506]
session | ours | 550 mwinf5c10 ME Adresse IP source bloquee pour incident de spam. Client host blocked for spamming issues. OFR006_102
rcpt | gone | 550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR204_416
rcpt | gone | 550 5.1.1 Adresse de destination inconnue. Unknown recipient address
session | connections | 421 Too many concurrent connections (free.fr)
session | ours now | 451 too many errors from your ip (free.fr), slow down
rcpt | gone | 550 5.1.1 <gone@laposte.net>: Recipient address rejected: User unknown in relay recipient table
`;
