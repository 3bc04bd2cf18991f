/** What server software says beyond its best-known lines: from sources, test mails and the samples of bounce handlers. */
export const SOFTWARE_OF_THE_WORLD = String.raw`
# Postfix, src/smtpd and src/postscreen (github.com/vdukhovni/postfix), and sisimai's mails from Postfix
session | ours now | 421 4.3.0 mx.example.com Server local error
session | connections | 421 4.3.2 All server ports are busy
session | ours now | 421 4.3.2 No system resources
session | ours now | 421 4.4.2 mx.example.com Error: timeout exceeded
session | connections | 421 4.7.0 Error: too many connections
session | rate | 421 4.7.0 mx.example.com Error: too many new TLS sessions from 203.0.113.9
auth | rate | 450 4.7.1 Error: too many AUTH commands from 203.0.113.9
rcpt | ours now | 450 4.3.2 Service currently unavailable
session | ours now | 454 4.7.0 TLS not available due to local problem
rcpt | gone | 501 5.1.3 Bad recipient address syntax
mail | ours | 501 5.1.7 Bad sender address syntax
mail | ours | 503 5.5.1 Error: authentication not enabled
mail | ours | 503 5.7.0 Error: access denied for unknown[203.0.113.9]
auth | ours | 504 5.5.4 Encryption required for requested authentication mechanism
session | ours | 521 5.3.2 Service currently unavailable
session | ours | 550 5.5.1 Protocol error
rcpt | not carried | 553 5.6.7 Must declare SMTPUTF8 to send unicode address
data | not carried | 552 5.3.4 Chunk exceeds message size limit
data | ours | 554 5.5.0 Error: SMTP protocol synchronization
rcpt | later | 450 4.1.1 <ana@example.com>: Recipient address rejected: User unknown in virtual alias table
rcpt | gone | 550 5.1.1 Address rejected gone@example.co.jp
rcpt | gone | 550 <gone@ne.example.jp>: Recipient address rejected.
rcpt | gone | 550 5.1.0 <gone@example.com>: Recipient address rejected: Account closed due to inactivity. No forwarding information is available.
rcpt | gone | 550 <gone@example.com>: Recipient address rejected: Address locked or deactivated
rcpt | gone | 554 5.7.1 <gone@example.com>: Recipient address rejected: Not in recipient list
rcpt | later | 450 4.7.1 <ana@example.com>: Recipient address rejected: example.com greylisted for 60 seconds by ZEROSPAM
rcpt | later | 451 4.7.1 <ana@example.com>: Recipient address rejected: Greylisted for 5 minutes
rcpt | ours | 550 5.5.2 <receipts>: Sender address rejected: need fully-qualified address
rcpt | ours now | 450 4.7.1 <c135.example.ne.jp[203.0.113.9]>: Client host rejected: may not be mail exchanger
rcpt | ours now | 450 4.7.25 Client host rejected: cannot find your hostname, [203.0.113.9]
rcpt | ours | 550 Denied by policy
data | ours | 550 5.7.0 Local Policy Violation
data | content | 554 5.7.0 Reject, id=20025-09 - SPAM
data | content | 554 5.6.0 This message has been scored as spam with a probability of more than 90%
data | content | 550 Virus Detected; Content Rejected
data | content | 554 5.6.0 Message with invalid header rejected, id=13462-01 - MIME error: error: UnexpectedBound: part didn't end with expected boundary [in multipart message]
data | later | 552 5.2.2 <full@example.org> Quota exceeded (mailbox for user is full)
# Exim, src/smtp_in.c, receive.c and configure.default (github.com/Exim/exim), and sisimai's mails from Exim
session | rate | 421 mail.example.com: Too much load; please try again later
data | rate | 421 too many messages in this connection
session | ours now | 421 SMTP command timeout
rcpt | later | 451 Cannot resolve <ana@example.com> at this time
data | ours now | 451 Error while writing spool file
data | ours now | 452 Space shortage, please try later
rcpt | later | 452 too many recipients
session | ours now | 454 TLS currently unavailable
rcpt | gone | 501 ana: recipient address must contain a domain
mail | ours | 501 receipts: sender address must contain a domain
session | ours | 501 Syntactically invalid HELO argument(s)
rcpt | not carried | 533 no support for internationalised mailbox name
auth | ours now | 435 Unable to authenticate at present
rcpt | ours | 550 rejected because 203.0.113.9 is in a black list at dnsbl.example.org
rcpt | gone | 550 <gone@example.com> is not deliverable
rcpt | gone | 550 Restricted characters in address
data | content | 552 A message header line is too long
session | ours | 554 SMTP synchronization error
mail | ours | 550 5.7.0 <clinic@example.jp>... Please use the smtp server of your ISP.
mail | ours | 550 Bad SPF records for [example.org:203.0.113.9], see http://spf.pobox.com/
session | ours | 571 No PTR Record found. Reverse DNS required: 203.0.113.9
mail | ours | 554 5.7.1 Reverse DNS failed.
mail | ours | 550 Unroutable sender address
mail | ours | 551 Server access mta.example.org forbidden by invalid RDNS record of your mail server (203.0.113.9).
mail | ours now | 450 service permits 2 unverifyable sending IPs - example.com is not 203.0.113.9
rcpt | ours | 550-Your message was rejected by this system and was not delivered.\n550-Reason: This system will not accept messages from servers/devices with no reverse DNS. IP=[203.0.113.9]\n550 Protection provided by: MagicMail version 1.3
data | ours | 550 5.2.0 <clinic@example.com> From: Domain is invalid. Please provide a valid From: IB506 <http://x.co/srbounce>
session | quota | 554 p3plsmtp05-03.prod.phx3.secureserver.net : DED : yY9s1i : DED : You've reached your daily relay quota - 203.0.113.9
data | content | 500 Line limit exceeded
# Sendmail and its kin, sisimai's mails from Sendmail
session | connections | 452 4.3.2 Connection rate limit exceeded.
rcpt | gone | 551 not our user
rcpt | gone | 551 not our customer
rcpt | gone | 550 Host unknown
rcpt | gone | 550 5.0.0 <gone@mineo.jp>... User unknown
rcpt | gone | 525 5.7.13 Disabled recipient address
rcpt | gone | 550 5.1.6 recipient no longer on server: gone@example.go.jp
rcpt | ours | 550 5.7.1 IP address blacklisted by recipient
rcpt | ours now | 450 4.7.1 Access denied. IP name lookup failed [203.0.113.9]
data | content | 550 5.6.9 improper use of 8-bit data in message header
data | content | 552 5.6.0 Headers too large (3 max)
data | content | 554 5.7.9 Header error
rcpt | ours | 550 Insecure Mail Relay
rcpt | ours | 501 <clinic@example.co.jp>... no access from mail server [203.0.113.9] which is an open relay.
rcpt | ours now | 421 dns.example.org Sorry, unable to contact destination SMTP daemon.
rcpt | gone | 550 Host does not accept mail
# qmail and its kin, as pl.com.uy and the samples of PHPMailer-BMH (github.com/voku/PHPMailer-BMH) quote them
rcpt | gone | 501 #5.1.1 bad address gone@example.com
rcpt | gone | 550 sorry, that recipient doesn't exist (#5.7.1)
rcpt | gone | 553 sorry, no mailbox here by that name (#5.7.1)
rcpt | gone | 554 qq Sorry, no valid recipients (#5.1.3)
rcpt | ours | 553 sorry, that domain isn't in my list of allowed rcpthosts; no valid cert for gatewaying (#5.7.1)
rcpt | ours | 553 sorry, that domain isn't in my list of allowed rcpthosts (#5.5.3 - chkuser)
session | ours | 553 sorry, your HELO host name has been denied
mail | ours | 553 sorry, your envelope sender has been denied, maybe you are a SPAMMER - https://postmaster.example.br (#5.7.1)
mail | ours | 553 sorry, your mailserver [203.0.113.9] is rejected by See http://spamauditor.example/
data | content | 552 sorry, the spam message is detected (#5.6.0)
data | content | 550 sorry, it seems as a junk mail
rcpt | later | 550 The users mailfolder is over the allowed quota (size). (#5.2.2)
rcpt | later | 451 qq trouble in home directory (#4.3.0)
session | ours now | 421 Blocked (203.0.113.9). See http://www.prolinux.net.uy/ir/a/blocked/
# Other servers, from the samples of PHPMailer-BMH and github.com/twisted1919/bounce-handler
rcpt | later | 452 4.2.1 mailbox temporarily disabled: ana@example.com
rcpt | later | 422 User mailbox exceeds allowed size
rcpt | later | 422 Mailbox quota usage exceeded
rcpt | later | 552 Account(s) <full@example.com> does not have enough space
rcpt | later | 552 recipient storage full, try again later
rcpt | later | 551 bounce as<the destination mailbox <full@example.com> is full> queue as 100.1.ZmxEL.720k.1140313037
rcpt | gone | 550 5.1.1 <gone@example.com>... email address lookup in domain map failed
rcpt | gone | 550 5.7.1 Requested action not taken: mailbox not available
rcpt | gone | 550 <gone> is now disabled with MTA service.
rcpt | gone | 550 <gone@example.com> recipient rejected
rcpt | gone | 550 <gone@example.com>... User account not activated
rcpt | gone | 550 <gone@example.com>: User status is locked.
rcpt | gone | 550 <gone@example.com>: inactive user
rcpt | gone | 550 Mailbox ( gone@example.com ) not found or inactivated
rcpt | gone | 550 User not a member of domain: <gone@example.com>
rcpt | gone | 550 account expired
rcpt | gone | 550 gone@example.com Account Inactive
rcpt | gone | 553 user is inactive (eyou mta)
rcpt | gone | 550-I'm sorry but gone@example.com does not have an account here. I will not\n550 accept mail for it.
rcpt | gone | 550-"The recipient cannot be verified.  Please check all recipients of this\n550 message to verify they are valid."
rcpt | gone | 550 5.1.1 Mail Refused - Address <gone@example.com> Recipient Unknown
rcpt | gone | 540 Error: Wrong recipients
rcpt | gone | 550 5.7.1 Email doesn't exist. Please forward it or send it to contact@example.fr
rcpt | gone | 550 RCPT (gone@example.com.cn) dosn't exist
rcpt | gone | 550 This account has been discontinued
rcpt | gone | 550 recipient e-mail adress unknown
rcpt | ours | 500 Unauthorized relay msg rejected
rcpt | ours | 501 receipts@example.com Sender email is not in my domain
rcpt | ours | 530 5.7.1 Relaying not allowed: ana@example.com
rcpt | ours | 550 Local user only or Authentication mechanism
rcpt | ours | 550 not local host example.net, not a gateway
rcpt | ours | 550 relaying to <ana@example.com> prohibited by administrator
rcpt | ours | 550 Relay prohibited
rcpt | ours | 553 Specified domain is not allowed.
rcpt | ours | 501 Rcpt-To validation failed: RCPT TO not accepted: 5.7.1 This system is not configured to relay mail (r) from <clinic@p2.example.com> to <ana@example.jp> for 203.0.113.9
data | ours | 550 Error: MAIL FROM is mismatched with message header from address!
mail | ours | 550 Verify mailfrom failed,blocked
mail | ours | 554 Connection refused(mx). MAIL FROM [clinic@example.com] mismatches client IP [203.0.113.9].
mail | ours | 550 domain [example.com] mismatches client ip 203.0.113.9.
mail | ours | 550 5.1.7 No such domain example.com.
auth | ours | 553 AUTH FAILED - receipts@example.com
data | ours | 554 sender is rejected: 0,mx20,wKjR5bDrnoM2yNtEZVAkBg==.32467S2
data | content | 554 5.7.1 Message scored too high on spam scale.  For help, please quote incident ID 22492290.
data | content | 552 MessageWall: MIME/REJECT: Invalid structure
data | content | 554 5.5.2 Invalid data in message
session | rate | 451 System(u) busy, try again later.
# Haraka (github.com/haraka/Haraka), plugins and connection.js
session | rate | 421 Too busy; please try again later
data | not carried | 550 Message too big!
data | ours | 550 Too many received headers - possible mail loop
data | content | 550 Mail matches a known spam signature
mail | ours | 550 Spoofed MAIL FROM
mail | ours | 550 Authentication required
rcpt | gone | 501 Invalid RCPT TO address
`;
