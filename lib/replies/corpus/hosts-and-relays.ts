/** What hosts and relays tell their own customers, who send through them: limits, senders, accounts. */
export const HOSTS_AND_RELAYS = String.raw`
# GoDaddy, "Fix rejected email with a bounce error" (godaddy.com/help/fix-rejected-email-with-a-bounce-error-40685), sisimai rhost/godaddy.rb
auth | ours | 535 Authentication not allowed on IBSMTP Servers. IB401
data | content | 550 clinic@example.com Blank From: addresses are not allowed. Provide a valid From. IB501
mail | ours | 550 clinic@example.com Invalid SPF record. Inspect your SPF settings, and try again. IB508
mail | ours | 550 5.1.0 203.0.113.9 is not allowed to send from <example.com> per it's SPF Record. Please inspect your SPF settings, and try again. IB508 <http://x.co/srbounce>
session | ours now | 421 Temporarily rejected. Reverse DNS for this IP failed. IB108
data | content | 552 This message has been rejected due to content judged to be spam by the internet community. IB212
data | content | 552 Virus infected message rejected. IB705
rcpt | later | 452 This message contains too many recipients. Reduce the number of recipients and retry. IB605
session | connections | 421 Connection refused, too many sessions from This IP. Lower the number of concurrent sessions. IB007
session | ours now | 421 Server temporarily unavailable. Try again later. IB101
session | ours | 554 This IP has been temporarily blocked for attempting to send too many messages containing content judged to be spam by the Internet community. IB110
session | ours | 554 This IP has been blocked for the day, for attempting to mail too many invalid recipients. IB113
mail | quota | 550 This IP has sent too many messages this hour. IB504
mail | rate | 550 This message has exceeded the max number of messages per session. Open a new session and try again. IB510
rcpt | quota | 550 5.1.1 <ana@example.com>  - 203.0.113.9 has sent to too many recipients this hour. IB607  <http://x.co/rlbounce>
session | ours | 554 Connection refused. This IP address is listed on the Policy Block List (PBL). IB106
session | ours | 554 RBL Reject.
rcpt | later | 552 5.2.2 Account storage limit
rcpt | gone | 550 Account disabled
rcpt | gone | 550 Recipient not found
data | content | 552 Message rejected for spam or virus content
# IONOS, "SMTP error messages of the mail servers" (ionos.de/hilfe, help.1and1.com), web.de and GMX (postmaster.gmx.net)
session | ours now | 421 Reject due to policy violations
session | rate | 421 Rate limit reached. Please try again later
rcpt | ours now | 450 Reject due to policy violations.
rcpt | later | 550 Quota Exceeded
rcpt | gone | 550 Unknown User
auth | ours | 535 Authentication failure: SMTP AUTH failed with the remote server
data | ours | 550 <clinic@example.com>: Reject due to SPF policy. The originating IP of the message is not permitted by the domain owner
data | ours | 550 <clinic@example.com>: Reject due to policy restrictions (header based)
mail | ours | 550 <clinic@example.com>: Invalid DNS MX or A/AAAA resource record
session | ours | 550 IP address is block listed
mail | ours | 550 "envelope sender not allowed"
# cPanel, SmarterMail and postfwd at hosts (support.tppwholesale.com.au, hostbuddy.com, kunden.aditsystems.de, git.oopen.de, thiswebhost.com, teamdotnetnuke)
mail | quota | 550 "Daily limit has been exceeded for receipts@example.com"
rcpt | quota | 550 Domain example.com has exceeded the max emails per hour (500/500 (100%)) allowed. Message discarded.
mail | rate | 421 throttle delay
mail | rate | 452 Sender is throttled
rcpt | quota | 450 4.7.1 <receipts@example.com>: message count quota exceeded
rcpt | quota | 450 4.7.1 Number messages per hour exceeded
rcpt | quota | 450 4.7.1 Number recipients per hour exceeded
rcpt | rate | 450 4.7.1 only 5 recipients per 5 minutes allowed
rcpt | later | 450 4.7.1 Too many recipients, please reduce to less than 50 or consider using a mailing list
data | rate | 451 Requested action aborted: This mail account has sent too many messages in a short amount of time. Please try later.
data | ours | 550 5.7.1 [CSR] Our system has detected an unusual amount of unsolicited email originating from your address
rcpt | ours | 550-Please turn on SMTP Authentication in your mail client, or login to the\n550-IMAP/POP3 server before sending your message.  mail.example.com\n550-[203.0.113.9]:54321 is not permitted to relay through this server without\n550 authentication.
data | quota | 550 5.7.1 Your mail limit has been reached.
session | ours | 550 R1: HELO should be a FQDN or address literal (See RFC 2821 4.1.1.1)
# Emailit, CoMail, SparkPost, SendGrid (emailit.com/docs/smtp/troubleshooting, comail.at/docs, docs.sendgrid.com "SMTP errors and troubleshooting")
mail | rate | 452 4.4.5 Messages per second limit exceeded
mail | quota | 452 4.5.3 Daily message limit exceeded
data | ours now | 451 Temporary local error in processing
data | rate | 451 4.7.1 Warming tier rate limit
mail | ours | 550 5.1.0 From address not allowed
session | ours | 521 Member suspended
data | ours now | 451 4.3.0 [internal] Sending IP temporarily suspended
data | ours now | 403 You are not authorized to send from that email address
rcpt | connections | 450 too frequent connects from 203.0.113.9, please try again later.
data | ours | 554 Message rejected: Email address is not verified. The following identities failed the check in region AP-NORTHEAST-1: clinic@example.jp
data | content | 554 Transaction failed: Duplicate header 'DKIM-Signature'.
`;
