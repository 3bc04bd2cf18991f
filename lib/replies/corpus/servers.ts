/** What server software says as shipped, filters and lists in front of it, and relays to their customers. */
export const SERVERS = String.raw`
# Postfix, smtpd(8), postconf(5) and its sources
rcpt | gone | 550 5.1.1 <gone@example.com>: Recipient address rejected: User unknown in local recipient table
rcpt | gone | 550 5.1.1 <gone@example.com>: Recipient address rejected: User unknown in virtual mailbox table
rcpt | gone | 550 5.1.0 <gone@example.com>: Recipient address rejected: User unknown in virtual alias table
rcpt | ours | 554 5.7.1 <ana@example.com>: Relay access denied
rcpt | ours now | 454 4.7.1 <ana@example.com>: Relay access denied
rcpt | ours | 550 5.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.9]
rcpt | ours now | 450 4.7.1 Client host rejected: cannot find your hostname, [203.0.113.9]
rcpt | ours | 554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/203.0.113.9
rcpt | ours | 554 5.7.1 <unknown[203.0.113.9]>: Client host rejected: Access denied
rcpt | ours | 504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname
rcpt | ours | 550 5.7.1 <pc>: Helo command rejected: Host not found
rcpt | ours now | 450 4.7.1 <mail.example.com>: Helo command rejected: Host not found
rcpt | ours | 550 5.1.8 <clinic@example.invalid>: Sender address rejected: Domain not found
rcpt | ours now | 450 4.1.8 <clinic@example.invalid>: Sender address rejected: Domain not found
mail | ours | 553 5.7.1 <clinic@example.com>: Sender address rejected: not owned by user receipts
mail | ours | 553 5.7.1 <clinic@example.com>: Sender address rejected: not logged in
rcpt | later | 450 4.2.0 <ana@example.com>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.com.html
rcpt | later | 450 4.7.1 <ana@example.com>: Recipient address rejected: Greylisting in effect, please come back later
rcpt | gone | 550 5.1.2 <ana@nowhere.invalid>: Recipient address rejected: Domain not found
rcpt | later | 450 4.1.2 <ana@nowhere.invalid>: Recipient address rejected: Domain not found
rcpt | later | 450 4.1.1 <ana@example.com>: Recipient address rejected: unverified address: Address verification in progress
rcpt | gone | 550 5.1.1 <ana@example.com>: Recipient address rejected: undeliverable address: host mx.example.com said: 550 no such user
rcpt | later | 452 4.5.3 Error: too many recipients
rcpt | rate | 450 4.7.1 Error: too many recipients from 203.0.113.9
mail | rate | 450 4.7.1 Error: too much mail from 203.0.113.9
session | connections | 421 4.7.0 mx.example.com Error: too many connections from 203.0.113.9
session | ours now | 421 4.7.0 mx.example.com Error: too many errors
mail | not carried | 552 5.3.4 Message size exceeds fixed limit
data | not carried | 552 5.3.4 Error: message file too big
mail | ours now | 452 4.3.1 Insufficient system storage
data | ours now | 451 4.3.0 Error: queue file write error
data | ours | 550 5.7.1 Message rejected due to header_checks policy
data | content | 554 5.7.1 Message contains malware
rcpt | ours now | 451 4.3.5 Server configuration error
rcpt | ours now | 451 4.3.0 <ana@example.com>: Temporary lookup failure
rcpt | ours now | 451 4.3.0 Temporary lookup failure
rcpt | ours | 554 5.7.1 <ana@example.com>: Recipient address rejected: Access denied by policy
rcpt | later | 552 5.2.2 <full@example.com>: Recipient address rejected: Mailbox quota exceeded
mail | ours | 530 5.7.0 Must issue a STARTTLS command first
auth | ours | 535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6
auth | ours now | 454 4.7.0 Temporary authentication failure: Connection lost to authentication server
session | ours | 521 5.7.1 Service unavailable; client [203.0.113.9] blocked using b.barracudacentral.org
# Exim, its default configuration and specification (exim.org), and cPanel's configuration of it
rcpt | gone | 550 Unrouteable address
rcpt | gone | 550 Unknown user
rcpt | gone | 550-Verification failed for <gone@example.com>\n550 No Such User Here
rcpt | gone | 550 No Such User Here"
rcpt | ours | 550-mail.example.com (host) [203.0.113.9]:50932 is currently not permitted to relay through this server. Perhaps you have not logged into the pop/imap server in the last 30 minutes or do not have SMTP Authentication turned on in your email client.
rcpt | ours | 550 Sender verify failed
rcpt | ours now | 451 Could not complete sender verify callout
rcpt | ours now | 451 Temporary local problem - please try later
rcpt | later | 451 Greylisted, please try again in 300 seconds
rcpt | later | 450 Greylisting in action, please try later
rcpt | ours | 550 Rejected because 203.0.113.9 is in a black list at zen.spamhaus.org
rcpt | ours | 550-"JunkMail rejected - mail.example.com [203.0.113.9]:41213 is in an RBL\n550 see Client host blocked using bl.spamcop.net"
rcpt | ours | 550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)
rcpt | quota | 550 Domain example.com has exceeded the max emails per hour (150/150 (100%)) allowed. Message discarded.
rcpt | quota | 550 Domain example.com has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message discarded.
rcpt | rate | 451 Sender rate limit exceeded: 120.3 messages per 1m (limit 100/1m)
data | not carried | 552 Message size exceeds maximum permitted
data | not carried | 550 message too big (max 10485760)
data | content | 550 This message contains a virus (Win.Test.EICAR_HDB-1)
data | content | 550 This message scored 12.4 spam points.
data | content | 550 "The mail server detected your message as spam and has prevented delivery."
data | content | 554 Message contains NUL characters, malformed headers
data | content | 550 maximum allowed line length is 998 octets, line is too long
rcpt | later | 552 mailbox is full
rcpt | later | 550 mailbox is full (MTA-imposed quota exceeded while writing to file /home/u/mail)
rcpt | ours | 550 Administrative prohibition
rcpt | ours | 503 AUTH command used when not advertised, authentication required
auth | ours | 535 Incorrect authentication data
session | ours now | 421 mail.example.com lost input connection
session | connections | 421 Too many concurrent SMTP connections; please try again later.
session | connections | 421 Too many concurrent SMTP connections from this IP address; please try again later.
mail | ours | 550 Outgoing mail from "receipts@example.com" has been suspended.
rcpt | later | 550 Too many recipients
rcpt | ours | 550 Your country is not allowed to connect to this server, blocked by IP policy.
# Sendmail, its cf/README and sources
rcpt | gone | 550 5.1.1 <gone@example.com>... User unknown
rcpt | ours | 550 5.7.1 <ana@example.com>... Relaying denied. Proper authentication required.
rcpt | ours | 550 5.7.1 <ana@example.com>... Relaying denied. IP name lookup failed [203.0.113.9]
mail | ours | 553 5.1.8 <clinic@example.invalid>... Domain of sender address clinic@example.invalid does not exist
mail | ours now | 451 4.1.8 Domain of sender address clinic@example.invalid does not resolve
session | connections | 421 4.3.2 Connection rate limit exceeded.
session | connections | 421 4.3.2 Too many open connections.
mail | ours now | 452 4.4.5 Insufficient disk space; try again later
mail | not carried | 552 5.2.3 Message size exceeds fixed maximum message size (10000000)
session | ours | 550 5.7.1 Access denied
session | rate | 421 4.7.1 Rejecting connections for now, load average: 14
data | ours | 554 5.4.6 Too many hops 27 (25 max)
rcpt | gone | 550 5.1.2 <ana@nowhere.invalid>... Host unknown (Name server: nowhere.invalid: host not found)
rcpt | gone | 550 5.2.1 <ana@example.com>... Mailbox disabled for this recipient
# qmail, netqmail, vpopmail, Plesk
rcpt | ours | 553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)
data | gone | 550 Sorry, no mailbox here by that name. (#5.1.1)
data | gone | 511 sorry, no mailbox here by that name (#5.1.1 - chkuser)
rcpt | later | 452 sorry, mailbox is over quota, try again later (#4.2.2)
data | later | 552 The user's mailbox is full. Mailquota exceeded
data | not carried | 552 sorry, that message size exceeds my databytes limit (#5.3.4)
data | ours now | 451 qq temporary problem (#4.3.0)
mail | ours | 553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)
mail | ours | 553 sorry, your envelope sender domain must exist (#5.7.1)
session | ours now | 451 qqt failure (#4.3.0)
data | ours | 554 too many hops, this message is looping (#5.4.6)
rcpt | gone | 550 sorry, user account is suspended, mailbox disabled (#5.2.1)
# Exchange Server, Lotus Domino, Zimbra, MailEnable, hMailServer, MDaemon, Kerio, Courier, Haraka, OpenSMTPD
rcpt | gone | 550 5.1.1 User unknown
rcpt | gone | 550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found
rcpt | ours | 550 5.7.1 Unable to relay for ana@example.com
rcpt | ours | 550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain
data | ours | 550 5.7.1 RESOLVER.RST.AuthRequired; authentication required
data | not carried | 552 5.3.4 Message size exceeds fixed maximum message size
session | ours now | 452 4.3.1 Insufficient system resources
session | connections | 421 4.3.2 The maximum number of concurrent connections has exceeded a limit, closing transmission channel
mail | rate | 421 4.4.2 Message submission rate for this client has exceeded the configured limit
rcpt | gone | 554 Recipient's Domino Directory entry does not specify a valid Notes mail file. No such user
rcpt | gone | 550 gone@example.com... No such user
rcpt | ours | 554 Relay rejected for policy reasons.
rcpt | ours | 503 This mail server requires authentication when attempting to send to a non-local e-mail address. Please check your mail client settings
rcpt | gone | 550 Unknown user account, mailbox does not exist
rcpt | ours | 530 SMTP authentication is required.
rcpt | ours | 550 Delivery is not allowed to this address, relaying.
rcpt | gone | 550 <gone@example.com>, Recipient unknown
rcpt | gone | 550 5.1.1 Unknown recipient
rcpt | ours | 513 Relaying denied.
rcpt | gone | 550 I cannot deliver mail for {gone@example.com}: user unknown
rcpt | gone | 550 Invalid recipient: <gone@example.com>
rcpt | gone | 550 5.1.1 Destination mailbox address invalid
`;
