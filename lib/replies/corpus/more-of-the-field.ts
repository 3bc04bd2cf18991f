/** Gathered after the tables had been tuned on all the others, and judged beforehand too: what was measured on it is in ../README.md. */
export const MORE_OF_THE_FIELD = String.raw`
# Rackspace, Sophos, Senderscore, Apple, La Poste, as github.com/fm/smtp-codes quotes them
session | connections | 421 Too many concurrent connections from this client (G2)
session | ours now | 421 4.7.0: Sender IP rejected: sending IP has insufficient reputation.  Please retry later.
rcpt | ours now | 450 4.4.6 Routing loop detected (G16)
session | ours now | 450 4.7.1 Client host 203.0.113.9 has no PTR record (G1F)
rcpt | rate | 451 4.7.1 Received too many messages from a new or untrusted IP (G28)
data | ours now | 451 4.4.62 Mail sent to the wrong Office 365 region. ATTR35. For more information please go to  https://go.microsoft.com/fwlink/?linkid=865268
rcpt | later | 451 Account inbounds disabled.
rcpt | ours now | 451 Account service is temporarily unavailable
session | ours | 521 5.7.1 Service unavailable LPN007_102
mail | ours | 550 5.1.0 Sender is not allowed to send from example.com
rcpt | gone | 550 5.1.1 Recipient address rejected: Address does not exist
rcpt | ours | 550 5.1.3 Relay not permitted. (#id-5.9.2)
rcpt | gone | 550 5.2.1 This mailbox has been blocked due to inactivity
data | content | 550 5.7.0 Message considered as spam or virus, rejected
data | not carried | 550 5.7.0 mime_banned_file - Your message has been rejected because it contains a banned file attachment (G1A)
mail | ours | 550 5.7.1 Sender's MX record not allowed (G14)
data | content | 550 5.7.1 Suspicion de contenu non sollicite. Afin de preserver la qualite du service et limiter les volumes de spam sur la plateforme, ce message n'a pas ete transmis. Likely unsolicited email. LPN007_510
data | content | 550 5.7.1 Virus found (G3)
data | ours | 550 5.7.20 Message refuse, DKIM n'est pas configure sur votre domaine d'expedition. Message refused, DKIM is not configured on your sending domain. LPN007_402
mail | ours | 550 Authentication Required
mail | ours | 550 DKIM Sender Invalid - envelope rejected.
mail | ours | 550 SPF Sender Invalid - envelope rejected.
rcpt | ours | 550 Local CT IP Reputation - (reject)
data | ours | 550 Message from example.com failed sender's DMARC policy, REJECT
data | ours | 550 Unauthenticated mail not allowed from this range
rcpt | gone | 550 no such address here (MX do not point to us)
rcpt | gone | 550 No such recipient here
session | ours | 554 5.7.1 ACL dns_rbl; Client host 203.0.113.9 blocked using Senderscore. Please visit Senderscore for more information on why this message could not be delivered (G31)
data | content | 554 5.7.1 We do not accept viral traffic
data | ours | 554 Mail loop detected.
session | ours | 554 203.0.113.9 has been blocked for the day, for attempting to send too many messages containing content judged to be spam by the internet community. IB111
data | ours | 554 5.7.1 [HM08] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137
# Senders' reports: swiftmailer #658, #1244, freescout #4005, smallcontactform #112, mailcow #985, Mailu #1614, nodemailer #1089 (github.com)
session | rate | 451-The server has reached its limit for processing requests from your host.\n451 Please try again later.
data | quota | 554 5.7.1 Reached address outgoing limits for receipts@example.com
data | content | 550 5.7.1 Message rejected as spam by Content Filtering.
session | ours now | 421 4.7.0 UBMSA01.spo2.umbler.com Error: too many errors
rcpt | ours | 554 5.7.1 <mx01.example.at[203.0.113.9]>: Client host rejected: Access denied
rcpt | gone | 550 5.1.1 <gone@example.com> User doesn't exist: gone@example.com
rcpt | ours | 550 5.7.1 Service unavailable; client [203.0.113.9] blocked using zen.spamhaus.org
mail | ours | 550 envelope sender not allowed clinic@freenet.example
# Interia, Libero, CVUT (pomoc.poczta.interia.pl, aiuto.libero.it, math.fel.cvut.cz/0misc/undelivered.html)
rcpt | gone | 550 5.1.1 Account not found
rcpt | gone | 550 5.2.1 Mailbox not available
mail | ours | 550 5.7.0 [SPF] host 203.0.113.9 is not allowed to send mail from example.com
rcpt | later | 552 5.2.2 MAILBOX FULL (User quota exceeded)
rcpt | gone | 550 5.1.1 BAD DESTINATION MAILBOX ADDRESS
rcpt | ours | 550 Relay Disabled
session | ours | 550 Client host rejected: cannot find your hostname, [203.0.113.9]
rcpt | ours | 554 Service unavailable; Client host [203.0.113.9] blocked using relays.ordb.org; This mail was handled by an open relay - please visit http://ORDB.org/lookup
# Coremail (icoremail.vip/support), Sophos (github.com/customeros/mailsherpa)
session | ours now | 450 Requested mail action not taken: Invalid IP
mail | ours now | 450 Requested mail action not taken: Fake sender
rcpt | ours | 550 Requested action not taken: Local user only
mail | ours | 550 Requested action not taken: NULL sender is not allowed
session | ours | 550 IP is rejected
rcpt | gone | 550 User not found
rcpt | ours | 550 5.7.1 XGEMAIL_0011 Command rejected
# Phrases of github.com/eNichers/node-bounce-handler (from bounce handlers' older lists), each in a reply of the kind it stands in
rcpt | gone | 550 account is unavailable
rcpt | gone | 550 Address unknown
rcpt | gone | 550 Invalid or unknown virtual user
rcpt | gone | 550 No mail box available for this user
rcpt | gone | 550 No one with that email address here
rcpt | gone | 550 No such mail drop defined.
rcpt | gone | 550 No such person at this address
rcpt | gone | 550 server doesn't handle mail for that user
rcpt | gone | 550 This address no longer accepts mail
rcpt | gone | 550 This email address is not known to this system
rcpt | gone | 550 unknown or illegal user: gone@example.com
rcpt | gone | 550 User is suspended
rcpt | gone | 550 address is administratively disabled
rcpt | gone | 550 address not recognized
rcpt | gone | 550 203.0.113.25 does not like recipient.
rcpt | gone | 550 The person is no longer an employee
rcpt | gone | 550 gone@example.com was not found in LDAP server
rcpt | gone | 550 We are sorry but the address is invalid
rcpt | gone | 550 Unable to find alias user
rcpt | gone | 550 Old address no longer valid
rcpt | gone | 550 Mailbox Locked or Suspended
rcpt | gone | 550 Recipient mailbox was disabled
rcpt | gone | 550 due to extended inactivity new mail is not currently being accepted for this mailbox
rcpt | gone | 550 Mailbox disabled for this recipient
rcpt | gone | 550 no such domain
rcpt | gone | 550 host name is unknown
rcpt | later | 550 mailfolder is full
rcpt | later | 550 The user you are trying to reach is over quota
rcpt | later | 550 Quota violation for gone@example.com
rcpt | later | 451 Greylisting in action, please come back later
rcpt | rate | 451 system load is too high
rcpt | rate | 421 too busy to accept mail
data | rate | 452 exceeded the rate limit
rcpt | ours | 550 we do not relay
rcpt | ours | 550 no relaying allowed
rcpt | ours | 550 unrouteable mail domain "example.net" - relay not permitted
mail | ours | 554 dial-up or dynamic-ip denied
session | ours | 554 Connection refused due to abuse
session | ours | 554 Extreme Bad IP Profile
session | ours | 550 Too many spams from your IP (203.0.113.9), please visit http://postmaster.free.fr/
data | ours | 550 Message does not pass DomainKeys requirements for domain example.com
data | content | 550 Message looks like spam
data | content | 550 Sorry, looks like spam
data | content | 550 Your message was declared Spam
data | content | 554 failed several antispam checks
data | ours | 550 Rejected by policy
data | ours | 550 Policy Violation
data | ours | 550 Delivery not authorized, message refused
data | not carried | 554 rejecting password protected file attachment
data | content | 550 message does not comply with required standards
# The same list, in other languages
rcpt | gone | 550 Adressat unbekannt oder Mailbox deaktiviert
rcpt | gone | 550 Destinataire inconnu ou boite aux lettres desactivee
rcpt | gone | 550 El usuario esta en estado: inactivo
rcpt | gone | 550 Esta casilla ha expirado por falta de uso
# KumoMTA's community rules (github.com/KumoCorp/kumomta, assets/community/bounces.toml), and what is left of the samples of PHPMailer-BMH and sisimai
rcpt | gone | 553 address unknown.
rcpt | gone | 550 That recipient is not allowed
rcpt | gone | 550 No such ID
rcpt | gone | 550 recipient unrecognized
rcpt | gone | 550 gone@example.com is not a valid user
rcpt | gone | 556 Invalid account. Tenant or Domain not found
rcpt | gone | 556 Recipient address has a null MX
rcpt | gone | 550 Account Closed, Please Remove
rcpt | gone | 505 this account is suspended
rcpt | later | 552 Mailbox limit exeeded for this email address
rcpt | later | 552 user's mailbox quota exceeded
rcpt | later | 550 Mailbox is full / Blocks limit exceeded / Inode limit exceeded
rcpt | later | 550 account is overquota
rcpt | ours now | 451 Temporarily unable to process your email. Please try again later.
mail | ours | 553 Sender Domain Resolve Fail
mail | ours | 550 Sender clinic@example.com has no A, AAAA, or MX DNS records.
mail | ours | 550 Domain may not exist or DNS check failed
mail | ours | 501 5.0.2 Mail rejected. DMARC check failed.
mail | ours | 550 5.0.1 Invalid Sender. Your domain has been blacklisted
session | ours | 553 5.0.3 DNSBL:RBL 521< 203.0.113.9 >_is_blocked
session | ours | 554 Your access to this mail system has been rejected due to poor reputation of a domain used in message transfer
session | ours | 550 Blocked by ivmSIP
rcpt | ours | 550 Your IP or Email address blocked by the FakeMail User
session | ours | 554 Blocklisting in effect
data | content | 554 We can't accept this message because it is spam
data | content | 553 Blocked Using Spam Pattern, Your Message May Contain The Spam Contents
data | content | 550 A URL in this email (example.com) is listed on https://spamrl.com/. Please resolve and retry
data | content | 550 REJECTED - spamtext
data | content | 554 Message contains Spam Content
data | content | 550 Content reject. FAAAANsG60M9BmDT.1
data | content | 553 Mail data refused by AISP, rule [169648].
rcpt | gone | 550 Command RCPT User <gone@example.com> not OK
rcpt | later | 550 5.0.0 <gone@example.com>... Can't create output
session | ours | 550 5.7.1 Access-Denied-XM.SSR-001
session | ours | 554 Please visit http://antispam.example.net/denyip.php?IP=203.0.113.9 (#5.7.1)
mail | ours | 550 sorry, your envelope sender domain must exist (#5.7.1)
rcpt | ours | 550 Unauthenticated senders not allowed
rcpt | ours | 550 Your country is blocked from sending mail to this server
rcpt | gone | 550 5.1.2 Mailbox does not exist.
rcpt | gone | 551 User not local; please try forwarding
mail | ours | 550 Your domain has been blacklisted
data | content | 550 Malware found in attachment
`;
