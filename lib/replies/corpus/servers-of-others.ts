/** Servers seldom met, in the words of their sources, and what their senders report. */
export const SERVERS_OF_OTHERS = String.raw`
# hMailServer, maddy, mox, OpenSMTPD, netqmail with its patches, Haraka, Coremail, Exim ACLs (github.com), Domino, T-Online; issues of nodemailer, Rails and Python senders
data | content | 554 Rejected - Message containing bare LF's.
data | not carried | 552 Message size exceeds the drop maximum message size. Message size: 31457 KB - Max size: 20480 KB - DROP!
rcpt | ours | 503 Must have sender first.
data | ours now | 451 Rejected - No data saved.
mail | ours | 550 5.1.8 Domain in MAIL FROM has null MX record
data | ours | 550 5.7.20 No DKIM signatures
mail | ours | 550 5.7.23 SPF authentication failed
data | content | 550 5.6.0 Malformed From header
mail | ours | 501 5.1.8 Unauthorized use of sender address
rcpt | gone | 501 5.1.1 User does not exist
session | ours | 554 5.7.0 Domain listed as spam source
session | ours | 554 5.7.0 Listed in SBL
session | rate | 451 4.3.2 High load, try again later
rcpt | gone | 501 5.1.2 Domain not served here
rcpt | ours | 550 5.7.1 Remote delivery disabled, authenticate first
session | ours | 550 5.7.25 rDNS name does not match source hostname
data | content | 552 5.3.4 Message header size exceeds limit
rcpt | not carried | 553 5.6.7 SMTPUTF8 is required for non-ASCII recipients
session | rate | 421 4.3.2 connection rate from your ip or network too high, slow down please
session | connections | 421 4.3.2 too many open connections from your ip or network
rcpt | gone | 550 5.1.1 not accepting email for domain
data | ours | 550 5.7.1 rejecting per dmarc policy
mail | ours | 550 5.7.0 your ehlo domain does not resolve to an IP address for your connection
rcpt | later | 450 4.2.1 recipient domain temporarily disabled
rcpt | ours now | 451 4.1.8 cannot verify mx records for mailfrom domain
rcpt | later | 452 4.5.3 only one recipient allowed without spf pass
auth | ours | 525 5.7.13 login disabled
data | content | 554 5.6.0 malformed message
data | content | 550 5.6.0 message requires both header and body section
data | ours | 550 5.7.1 message from address must belong to authenticated user
mail | ours | 550 5.1.8 mailfrom domain not configured for mail
rcpt | later | 451 Too many recipients
mail | rate | 452 Too many messages sent
rcpt | ours | 553 ORCPT address syntax error
data | content | 550 Message is not RFC 2822 compliant
data | ours | 500 Loop detected
rcpt | gone | 524 5.2.4 Mailing list expansion problem
data | ours | 503 5.5.1 No recipient specified
mail | quota | 421 4.7.0 you have exceeded your messaging limits
mail | ours now | 421 your ip is currently blacklisted, try to auth first
rcpt | later | 452 max rcpt limit exceeded
rcpt | gone | 550 5.1.2 sorry, can't find a valid MX for rcpt domain
mail | ours | 550 5.1.8 sorry, can't find a valid MX for sender domain
rcpt | later | 550 5.5.3 sorry, reached maximum number of recipients allowed in one session
rcpt | gone | 553 5.7.1 sorry, your envelope recipient has been denied
rcpt | gone | 553 5.1.3 sorry, rcpt syntax not allowed
rcpt | gone | 553 5.7.1 sorry, this recipient is not in my validrcptto list
mail | ours | 503 5.7.1 from and auth not the same
auth | ours now | 454 oops, child won't start and I can't auth (#4.3.0)
data | content | 550 Credential leak detected. See http://haraka.github.io/plugins/data.headers
rcpt | later | 450 Split transaction, retry soon
data | rate | 552 too many same size mails.
rcpt | ours | 553 private list access denied.
session | ours | 554 openrelay check.
mail | ours | 556 remote ip check error.
mail | ours | 554 Black mail address.
rcpt | ours | 553 relay check local fail.
session | ours | 554 smtpport check error.
session | ours | 550 Helo name contains a bare IP address
rcpt | ours | 550 Legitimate bounces are never sent to more than one recipient.
data | not carried | 550 This domain has a policy of not accepting certain types of attachments in mail as they may contain a virus.
data | content | 550 Serious MIME defect detected (unterminated boundary)
data | content | 550 Message discarded as high-probability spam
data | content | 550 rSPAM (mx-in-07)
data | ours | 550 5.7.1 Sending from domain example.com is not allowed.
data | rate | 550 5.7.0 Too many emails per second. Please upgrade your plan https://mailtrap.io/billing/plans
session | ours | 550 5.5.1 authorization failed
session | connections | 421 Server busy, too many connections
session | ours | 554 5.3.2 No SMTP service here
data | ours | 554 5.0.0 Error: transaction failed, blame it on the weather: invalid return path
data | gone | 554 Transaction failed: Subscriber email is invalid.
mail | ours | 555 5.5.2 Syntax error. - gsmtp
mail | ours now | 421 invalid sender domain 'example.com' (misconfigured dns?)
rcpt | ours | 503-All RCPT commands were rejected with this error:\n503-R1: HELO should be a FQDN or address literal (See RFC 2821 4.1.1.1)\n503 Valid RCPT command must precede DATA
data | ours | 550 5.1.1 From header must end with @example.com
rcpt | gone | 550 The recipient may contain a non-existent account, please check the recipient address.
mail | ours | 553 From address clinic@example.com is not authorized for this identity
mail | ours | 553 5.7.1 <clinic@example.com>: Sender is not allowed to relay emails
session | rate | 421 4.7.0 Try again later, too many consecutive messages
rcpt | gone | 550 Account discontinued, cancelled by user
rcpt | gone | 550 No such user (gone) -ERR gone@example.com not found
rcpt | ours | 550-5.7.1 [203.0.113.9] The sender's IP address has been blocked\n550 5.7.1 by the recipient's policy
rcpt | gone | 550 5.4.11 Host Unknown: DNS lookup failed for target domain
rcpt | gone | 550 5.2.0 RESOLVER.ADR.BadPrimary; recipient primary SMTP address is missing or invalid
rcpt | gone | 550 A valid address is required.
rcpt | gone | 550 <gone@example.com> not capable to receive mail
mail | ours | 550 The host example.com does not have any mail exchanger
data | content | 554 Message contains a stray CR character
rcpt | ours | 542 Rejected
data | ours | 550 System error
rcpt | ours now | 450 Resources temporarily not available - Please try again later (1)
session | ours | 554 cmsmtp [203.0.113.9] is listed on Cloudmark CSI-Global
rcpt | gone | 554 5.7.1 <gone@example.com>: Recipient address rejected: recipient address suppressed due to customer policy
rcpt | gone | 550 Unknown local part gone in <gone@example.com>
rcpt | ours | 550 Recipient verification problem
session | ours | 550 Protocol violation
rcpt | gone | 550 User gone@example.com not listed in Domino Directory
session | ours | 554 IP=203.0.113.9 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.) (BL)
session | ours | 550-"JunkMail rejected - mta.example.com\n550-(mta.example.com) [203.0.113.9]:34032 is in an RBL, see\n550 https://www.spamhaus.org/query/ip/203.0.113.9"
rcpt | later | 550-Requested action not taken: mailbox unavailable\n550 Failure sending mail. Try again later.
mail | ours now | 421 Your address has been graylisted. Try again later.
data | ours now | 421 Server shutting down
mail | ours | 550 Command Rejected
session | ours | 550 esmtp: protocol deviation
rcpt | gone | 511 unavailable mail user
rcpt | gone | 550 local server don't exists that user
rcpt | gone | 550 recipient does not have an account
rcpt | gone | 550 <gone@example.com> not user of this server
rcpt | ours | 550 restricted
`;
