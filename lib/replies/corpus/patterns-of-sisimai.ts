/** The phrases by which sisimai tells reasons, each in a reply of the kind it stands in. */
export const PATTERNS_OF_SISIMAI = `
# github.com/sisimai/go-sisimai, reason/*.go
rcpt | gone | 550 address not present in directory
rcpt | gone | 550 can't accept user
rcpt | gone | 550 invalid mailbox path
rcpt | gone | 550 <gone@example.com> is not an active address at this host
rcpt | gone | 550 mailbox not present
rcpt | gone | 550 mailbox unavaiable
rcpt | gone | 550 nessun utente simile in questo indirizzo
rcpt | gone | 550 no existe ese usuario gone
rcpt | gone | 550 no thank you rejected: account unavailable
rcpt | gone | 550 not a local address
rcpt | gone | 550 recipient is not accepted
rcpt | gone | 550 recipient not exist
rcpt | ours | 550 recipient refuses to accept your mail
rcpt | gone | 550 sorry, badrcptto
rcpt | gone | 550 the following recipients was undeliverable
rcpt | gone | 550 the user's email name is not found
rcpt | gone | 550 there is no one at this address
rcpt | gone | 550 this email address is wrong or no longer valid
rcpt | gone | 550 this recipient is in my badrecipientto list
rcpt | gone | 550 this spectator does not exist
rcpt | gone | 550 user missing home directory
rcpt | gone | 550 vdeliver: invalid or unknown virtual user
rcpt | gone | 550 account gone does not exist at the organization
rcpt | gone | 501 5.1.0 Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416]
rcpt | gone | 550 no gone in name directory
rcpt | gone | 550 recipient gone@example.com was not found in LDAP
rcpt | gone | 550 User (gone@example.com) unknown.
data | ours | 550 denied [bouncedeny] (Mode: normal)
data | ours | 554 batv validation failure
data | ours | 550 Backscatter protection detected an invalid or expired email address
rcpt | ours | 550 rejected because the sender isn't on the recipient's list of senders to accept mail from
mail | ours | 550 bogus mail from
data | ours | 550 can't determine purported responsible address
rcpt | ours | 550 denied by secumail valid-address-filter
data | ours | 550 email address is on senderfilterconfig list
mail | ours | 501 5.1.0 Emetteur invalide. Invalid Sender. OFR_405 [405]
mail | ours | 550 empty envelope senders not allowed
mail | ours | 550 error: no third-party dsns
data | ours | 550 From: domain is invalid. Please provide a valid From:
mail | ours | 553 5.5.4 fully qualified email address required
mail | ours | 550 mail from not owned by user clinic@example.com
mail | ours | 550 null sender is not allowed
rcpt | ours | 550 5.7.1 recipient not accepted. (batv: no tag)
mail | ours | 550 returned mail not accepted here
mail | ours | 550 RFC 1035 violation: recursive CNAME records for example.com
data | ours | 550 Rule imposed mailbox access for clinic@example.com refused: domain black listed
mail | ours | 550 sender address has been blacklisted
mail | ours | 550 sender is in my black list
mail | ours | 550 sender is spammer
data | ours | 550 sender not pre-approved
mail | ours | 550 sender domain is empty
mail | ours | 501 syntax error: empty email address
session | ours | 550 this server does not accept mail from 203.0.113.9
rcpt | ours | 550 you are not allowed to post to this mailing list
rcpt | ours | 550 you are sending to/from an address that has been blacklisted
mail | ours | 553 your email address has been blacklisted
rcpt | ours | 550 account is protected by SpamArrest, please verify yourself
rcpt | gone | 550 <gone@example.com> is not accepting any mail
rcpt | ours | 550 message rejected due to user rules
rcpt | gone | 550 not found recipient account
rcpt | ours | 550 recipient is only accepting mail from specific email addresses
rcpt | ours | 554 5.7.1 refused due to recipient preferences
rcpt | ours | 550 user refuses to receive this mail
rcpt | gone | 550 boite du destinataire archivee
rcpt | gone | 550 gone@example.com is unavailable: user is terminated
rcpt | gone | 550 mailbox currently suspended
rcpt | gone | 550 mailbox is frozen
rcpt | gone | 550 recipient suspend the service
rcpt | gone | 550 user or domain is disabled
rcpt | gone | 550 vdelivermail: account is locked email bounced
data | content | 554 blacklisted url in message
data | content | 550 block for spam
data | content | 550 blocked by policy: no spam please
data | content | 550 cannot be forwarded because it was detected as spam
data | content | 554 considered unsolicited bulk e-mail (spam) by our mail filters
data | content | 550 cyberoam anti spam engine has identified this email as a bulk email
data | content | 550 denied due to spam list
data | content | 550 the mail server detected your message as spam and has prevented delivery.
data | content | 550 mail appears to be unsolicited
data | content | 554 message is being rejected as it seems to be a spam
data | content | 550 message refused by mailmarshal spamprofiler
data | content | 550 our email server thinks this email is spam
data | content | 550 reject bulk.advertising
data | content | 550 rejecting banned content
data | content | 550 rejecting mail content
data | content | 550 related to content with spam-like characteristics
data | ours | 550 sender domain listed at dbl.spamhaus.org
data | content | 550 spambouncer identified spam
data | content | 550 too much spam.
data | content | 550 the message was rejected due to classification as bulk mail
data | content | 554 transaction failed spam message not queued
data | content | 550 your email appears similar to spam we have received before
data | content | 550 your email breaches local uribl policy
data | content | 550 your email had spam-like characteristics
data | content | 550 your message has triggered a spam block
data | content | 550 your message may contain the spam contents
data | content | 550 your message failed several antispam checks
data | content | 550 our filters rate at and above 50 percent probability of being spam
data | content | 554 this message scored 12.3 spam points
rcpt | later | 452 insufficient disk space
rcpt | later | 550 account disabled temporarly for exceeding receiving limits
rcpt | later | 552 boite du destinataire pleine
rcpt | later | 552 mailbox would exceed maximum allowed storage
rcpt | later | 452 not sufficient disk space
rcpt | later | 550 user's space has been used up
rcpt | ours | 550 we cannot be used as a relay
rcpt | ours | 550 not a gateway
rcpt | ours | 550 this is not an open relay, so get lost
rcpt | ours | 550 relaying mail to example.com is not allowed
data | not carried | 554 an illegal attachment on your message
rcpt | ours | 550 post by non-member to a members-only list
rcpt | ours | 550 closed mailing list
data | ours | 554 email rejected due to security policies
data | ours | 550 message bounced due to organizational settings
data | ours | 550 the email address used to send your message is not subscribed to this group
data | ours | 550 the message was rejected by organization policy
data | not carried | 550 we do not accept messages containing images or other attachments
data | ours | 554 account not subscribed to SES
data | not carried | 550 executable files are not allowed in compressed files
rcpt | ours | 550 sorry, you don't authenticate or the domain isn't in my list of allowed rcpthosts
auth | ours | 535 Authentification invalide OFR_305 [305]
mail | ours | 530 Authentification requise OFR_402 [402]
rcpt | gone | 550 domain example.com is a dead domain
auth | ours | 554 User arn:aws:iam::1:user/x is not authorized to perform ses:SendRawEmail on resource
data | ours | 554 aliasing/forwarding loop broken
rcpt | ours now | 451 could not load drd for domain
data | ours now | 451 internal error reading data
rcpt | later | 451 recipient deferred because there is no mdb
data | ours now | 451 queue file write error
rcpt | ours now | 450 mail system configuration error
mail | quota | 550 example.com has exceeded the max emails per hour (100/100 (100%)) allowed
session | rate | 421 please try again slower
session | ours now | 421 too many errors from your ip
session | connections | 421 Trop de connexions, veuillez verifier votre configuration. OFR_109
rcpt | gone | 550 the mail domain mentioned in email address is unknown
rcpt | gone | 550 recipient domain must exist
rcpt | gone | 550 host unreachable
data | ours | 554 Message rejected: a poor email reputation score
session | ours | 554 IP/domain reputation problems
session | ours | 554 None/bad reputation
data | ours | 550 bad SPF records for example.com
data | ours | 550 5.7.515 Access denied, sending domain doesn't meet the required authentication level
data | ours | 550 Sender Policy Framework violation
session | ours | 550 all mail servers must have a PTR record with a valid reverse DNS entry
session | ours | 550 please get a custom reverse dns name from your isp for your host
session | ours | 550 this system will not accept messages from servers/devices with no reverse dns
session | ours | 550 unresolvable relay host name
session | ours | 550 we do not accept mail from hosts with dynamic ip or generic dns ptr-records
mail | ours | 550 domain example.com mismatches client ip
data | not carried | 552 it has a potentially executable attachment
data | content | 554 improper use of 8-bit data in message header
data | content | 554 message mime complexity exceeds the policy maximum
data | content | 550 this message contain text that uses unnecessary base64 encoding
data | not carried | 552 exceeded maximum inbound message size
data | not carried | 552 Taille limite du message atteinte
rcpt | gone | 550 host/domain does not accept mail
rcpt | gone | 550 no mx record found for domain=example.com
rcpt | gone | 550 no route for current request
session | ours | 554 bad sender ip address
session | ours | 550 banned sending ip
session | ours | 554 client host rejected: abus detecte gu_eib_02
session | ours | 550 host network not allowed
session | ours | 554 no access from mail server
session | ours | 550 please use the smtp server of your isp
session | ours | 550 rejecting open proxy 203.0.113.9
session | ours | 550 your remotehost looks suspiciously like spammer
session | ours | 550 your server requires confirmation
session | ours | 554 you are sending spam
session | ours now | 421 Veuillez essayer plus tard. Service refused, please try later. OFR_510
session | ours | 554 server ip 203.0.113.9 listed as abusive
session | ours | 550 your access ip 203.0.113.9 has been rejected
`;
