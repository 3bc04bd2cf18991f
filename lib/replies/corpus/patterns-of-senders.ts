/** What large senders look for in a reply, and what hosted services tell those who send through them. */
export const PATTERNS_OF_SENDERS = `
# github.com: configurations of PowerMTA (smtp-pattern-list, bounce-category-patterns), the bounce parser of Eris, CiviCRM's patterns, Lethe's rules; reports of senders through Resend, Amazon SES, NetEase, QQ, mail.ru
session | ours now | 421 mx.example.com SERVICE NOT AVAILABLE
session | ours | 554 Your IP is generating high volumes of complaints from AOL users
session | ours now | 421 VS3-IP5 Excessive unknown recipients - possible Open Relay
session | rate | 421 4.7.0 You have exceeded the rate limit for your server
session | connections | 421 RP-002 Unfortunately, messages weren't sent. You have exceeded the connection limit
mail | ours | 550 SC-001 Mail rejected by Windows Live Hotmail for policy reasons.
session | ours now | 421 Message Rejected
session | ours | 554 5.7.1 Client host rejected: blocked using UCEProtect Level 2
session | ours | 550 5.7.1 Mail Refused - See http://security.rr.com/mail_blocks.htm
session | connections | 421 Too many concurrent connections from source IP
session | ours now | 421 Exceeded allowable connection time, disconnecting.
session | ours | 550 RBL
session | ours | 550 TDC internal RBL
session | ours | 554 mail server at 203.0.113.9 refused your connection
data | content | 550 Message refused by antispam
session | ours | 554 203.0.113.9 is locally blacklisted
session | ours | 550 We are not currently accepting mail from your ip
session | ours now | 476 connections from your host are denied
session | ours now | 421 Connection cannot be established
rcpt | ours now | 421 temporary envelope failure
session | ours now | 421 4.4.2 Timeout while waiting for command.
data | ours now | 450 Requested action aborted
session | ours | 553 Messages from 203.0.113.9 permanently deferred
mail | ours now | 421 mx.example.com too many errors
rcpt | gone | 550 Mailbox unavailable or access denied
session | rate | 550 Connection frequency limited
session | rate | 550 Ip frequency limited
mail | rate | 550 Domain frequency limited
session | ours | 550 Connection denied
data | content | 550 Mail content denied.
session | ours | 550 Suspected spam ip
session | ours | 554 Rejected due to the sending MTA's poor reputation
session | ours | 550 Your access to submit messages to this e-mail system has been rejected.
session | ours | 553 5.7.0 IP REJECT
data | content | 553 5.7.3 CONTENT REJCT
session | ours | 553 5.7.4 HELOIP REJECT
session | ours | 550 Rejected: your service provider since part of their network is on our block list
data | content | 554 Invalid 7bit DATA
mail | ours | 550 unable to verify sender
mail | ours | 550 This system requires valid sender domain
mail | ours | 550 No MX for envelope sender domain
mail | ours | 550 Your domain has no DNS/MX entries
mail | ours | 550 REQUESTED ACTION NOT TAKEN: DNS FAILURE
mail | ours | 550 return MX does not exist
mail | ours | 553 Invalid sender domain
rcpt | gone | 550 sorry, that address is in my badrcptto list (#5.7.1)
rcpt | gone | 550 <gone@example.com>: not our customer
rcpt | gone | 550 That e-mail address is no longer valid
rcpt | gone | 554 delivery error: dd This user doesn't have a ymail.com account (gone@ymail.com)
rcpt | gone | 550 domain retired
rcpt | gone | 550 domain no longer in use
rcpt | gone | 550 The domain example.com is obsolete
session | ours | 554 Access blocked due to suspicious activity
rcpt | later | 452 Your message couldn't be stored: the recipient doesn't have enough disk space left
rcpt | later | 452 the server of this user is running out of disk space
rcpt | later | 550 mailbox has exceeded the limit
rcpt | later | 552 quota usage exceeded for this user
rcpt | gone | 550 User banned
rcpt | gone | 550 Account is not accepting messages
data | ours | 554 mail forwarding loop
data | ours | 554 5.4.6 too many recursive forwards
rcpt | ours | 550 you are not permitted to relay through this server
rcpt | ours | 554 server requires authentication
rcpt | later | 452 Space shortage
rcpt | later | 552 Sorry, this user anna is out of disk space
rcpt | later | 552 users mailbox contains too much data
rcpt | later | 552 User mailbox exceeds allowed size
rcpt | ours | 550 the recipient refuses to accept this letter
rcpt | gone | 550 gone is no longer an employee
rcpt | gone | 550 This employee is not working with us anymore
rcpt | gone | 550 no longer on server
rcpt | gone | 550 User not on post office
rcpt | gone | 550 Unknown local user
data | ours | 550 I can't handle a message with a Mailing-List header
rcpt | gone | 550 No valid route for inbound email
rcpt | gone | 550 Username not known for this domain
rcpt | gone | 550 This mail ID does not exist in this server
rcpt | gone | 550 This mailbox has been blocked due to inactivity
rcpt | gone | 550 The e-mail address you entered couldn't be found
rcpt | gone | 550 there are no users here by that name
rcpt | gone | 550 5.1.2 recipient domain does not exist in DNS
rcpt | gone | 550 mailaddress account gone, Status is Disabled in the auth database: bouncing
data | content | 550 Message blocked by our content filter
data | content | 550 message blocked by spamsssassin
session | ours | 550 Blocked - see http://www.spamcop.net/bl.shtml?203.0.113.9
mail | ours | 550 domain is banned
data | content | 550 high on spam scale
data | content | 550 message is listed in multi.surbl.org
data | content | 554 message has too high spam probability
data | content | 554 message is blacklisted
data | content | 550 Junk mail received
data | ours | 550 Your message was automatically rejected by Sieve
data | content | 554 blocked due to spam like qualities
data | content | 554 body part contains disallowed string
data | content | 554 content blacklist
data | content | 550 We consider the message to be spam
rcpt | ours | 550 not in the whitelist
rcpt | ours | 550 blocked by user's personal blacklist
session | ours | 550 no thanks
rcpt | ours | 550 This address requires that you verify yourself
mail | ours | 550 sender was rejected
data | content | 550 suspicious url in message body
data | content | 550 unsolicited email is refused
data | content | 550 rejected by 35 antiSpam system
rcpt | gone | 550 name is not recognized
rcpt | gone | 550 domain is for sale
rcpt | gone | 550 recipient cannot be verified
rcpt | gone | 550 several matches found in domino directory
rcpt | gone | 553 user path no exist
rcpt | gone | 550 Wrong recipient
rcpt | gone | 550 gone@example.com is not member of domain
mail | ours | 554 MAIL FROM mismatches client IP
mail | ours | 550 Verify mailfrom failed
session | ours | 550 denyip
rcpt | rate | 450 System busy
data | not carried | 552 databytes limit exceeded
rcpt | later | 552 exceeded dropfile size
rcpt | later | 450 problem with the recipient's mailbox
rcpt | later | 552 mail space has been used up
rcpt | gone | 554 Hi [203.0.113.9], 5.0.0 unresolvable address: <gone@example.com>; nosuchuser; gone@example.com
data | content | 550 This message scored 10.3 points. Congratulations!
mail | ours | 553 From address not verified
data | content | 550 The "From" header is missing or invalid. Please follow RFC5322, RFC2047, RFC822 standard protocol.
data | not carried | 554 Transaction failed: Recipient count exceeds 50.
data | ours | 550 You can only send testing emails to your own email address (clinic@example.com). To send emails to other recipients, please verify a domain at resend.com/domains
data | ours | 550 The outlook.com domain is not verified. Please, add and verify your domain on https://resend.com/domains
data | ours | 554 Message rejected: Sending paused for this account. For more information, please check the inbox of the email address associated with your AWS account.
data | ours | 554 Message rejected: Email address is not verified. The following identities failed the check in region US-EAST-1: clinic@example.com
data | content | 550 spam message rejected. Please visit https://help.mail.ru/notspam-support/id
data | content | 550 5.7.1 Mail contain spam content 4h3IgH1d3kz1xr1
data | rate | 550 5.7.1 Too many requests
rcpt | gone | 550 The mail server could not deliver mail to gone@example.com.  The account or domain may not exist, they may be blacklisted, or missing the proper dns entries.
data | ours | 554 5.2.0 STOREDRV.Submission.Exception:OutboundSpamException; Failed to process message due to a permanent exception
data | ours | 554 5.2.252 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied
session | ours | 554 not accepting connections
`;
