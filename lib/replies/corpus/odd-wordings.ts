/** Odd wordings: short, old, or in two languages. */
export const ODD_WORDINGS = String.raw`
# github.com: the same handlers and others' (bouncehammer, ppcb, inspectors of logs), issues and logs in public repositories
rcpt | later | 550-e-mail address <gone@example.com> doesn't exist or blocked or\n550 mailbox is full
rcpt | gone | 550 Recipient Rejected: No account by that name here
rcpt | gone | 554 5.2.1 No such user yet
rcpt | gone | 550 5.0.0 <gone@example.com> This is user have no mail
rcpt | gone | 550 Failed to deliver to address
rcpt | gone | 550 rejected: Unknown recipient
rcpt | gone | 550 RCPT TO: <gone@example.com> SMTP delivery not allowed
rcpt | gone | 553 Invalid/inactive user
rcpt | gone | 550 failed: User does not exist
rcpt | gone | 550 5.7.0 <gone@example.com>... this address does not exist - visit our web site
rcpt | gone | 550 5.1.1 aiUO1 Siamo spiacenti, non esiste nessun utente con questo nome
rcpt | later | 422 invalid user name!
rcpt | gone | 550 <gone@example.com>, destin. sconosciuto
rcpt | ours | 550 I cannot deliver mail for gone@example.com
rcpt | gone | 550 SITEGROUND: No Such mailbox here
rcpt | gone | 521 No Redirect Entry for this address
rcpt | gone | 550 Questo indirizzo non esiste
rcpt | gone | 554 no valid recipients, bye
rcpt | gone | 554 <gone@pec.example.it>: Messaggio rifiutato dal sistema. Indirizzo destinatario sconosciuto o non abilitato alla ricezione di posta non certificata
rcpt | gone | 550 mailbox gone@example.com unavailable
rcpt | gone | 550: Recipient address rejected: Inactive user
rcpt | gone | 551 gone@example.com is a deactivated mailbox
rcpt | gone | 552 gone@example.com is a disabled mailbox
rcpt | ours | 550 Delivery is not allowed to this address
rcpt | later | 450 this recipient is not allowed
rcpt | gone | 550 5.1.1 gone@example.com recipient disabled
rcpt | gone | 550 5.2.1 <gone@example.com> Account administratively disabled
rcpt | gone | 550 5.2.1 This address no longer accepts mail
rcpt | ours | 550 Receiver don't want your email. Are you sure you have sent your Mail to the right adress
rcpt | ours | 513 Relaying denied
rcpt | ours | 503 This mail server requires authentication when attempting to send to a non-local e-mail address.
rcpt | ours | 530 Relaying not allowed
rcpt | ours | 558 Relaying denied: domain not valid
rcpt | ours | 550 RCPT TO:<ana@example.com> Relaying not allowed - please use SMTP AUTH
rcpt | ours | 501 This system is not configured to relay mail to example.com
rcpt | ours | 553 sorry, relay of mail is not allowed
rcpt | gone | 550 We don't handle mail for example.com
rcpt | gone | 550 5.1.0 aiXX1 dominio non valido / invalid domain
rcpt | gone | 550 RCPT address has non-existant domain example.com
rcpt | ours | 550 Domain example.com has outgoing email disabled
rcpt | later | 450 sorry, this mailbox is currently disabled, try again
session | ours now | 452 try later
session | ours now | 421 mx.example.com Service refused, please try later
rcpt | later | 450 4.2.2 <ana@example.com>... temporary failure; please retry later
rcpt | later | 452 4.1.1 <ana@example.com> Account temporarily unavailable. Try again later
mail | ours | 501 5.5.4 Unrecognized parameter
session | ours | 550 Not allowed to send from that country
rcpt | later | 450 Recipient Rejected: Temporarily inactive
rcpt | ours now | 451 4.3.5 <clinic@example.com>: Sender address rejected: Server configuration problem
session | ours now | 421 4.3.2 Service shutting down, Error writing to mail file: Spazio esaurito sul device at
session | ours now | 421 4.7.1 : (DYN:T1) http://postmaster.info.aol.com/errors/421dynt1.html
session | connections | 421 mx.libero.it bizsmtp Too many connections, slow down
rcpt | ours now | 451 mx.example.com too many invalid recipients
session | rate | 421 <203.0.113.9> Service not available - too busy
session | ours now | 421 4.3.5 mx.facebook.com technical difficulties
rcpt | ours | 541 5.7.1 Mail rejected due to antispam policy
rcpt | ours now | 451 4.7.1 Mail deferred due to antispam policy
data | content | 554 5.7.1 [VI-1] Message blocked due to spam content in the message.
rcpt | ours | 550 5.7.1 RDENY 203.0.113.25: The receiver denied your mail. Please contact the receiver with another way.: <ana@example.com>
data | gone | 550 permanent failure for one or more recipients (gone@example.com:550 5.4.1 Recipient address rejected: Access denied. [AM4])
rcpt | gone | 550 5.5.1 Recipient rejected - ABC_1 - https://postmaster-oxseu.vadesecure.com/inbound_error_codes/#_403
session | ours | 554 Access Denied
session | ours | 550 [S10] Blocked
data | ours | 554 5.7.1 example.com is a closed system. Emails can only be sent to or received from a limited number of approved external addresses.
data | ours now | 450 4.7.1 Mail from 203.0.113.9 has been blocked by Trend Micro Email Reputation Service. Please see https://ers.trendmicro.com/reputations to get detailed information.
session | ours | 521 5.5.0 Your IP [203.0.113.9] has been blacklisted. Please contact abuse@kpn.com for more information.
rcpt | ours now | 451 relay not permitted!
rcpt | ours | 550-Inconsistent/Missing DNS PTR record (RFC 1912 2.1) (mta.example.com)\n550 [203.0.113.9]:41820
mail | ours | 550 5.7.0 Sender address does not belong to logged in user {mp030}
data | ours | 550 5.7.0 message rejected per spf policy
data | ours | 550 5.7.0 Local Policy Violation - DMARC Reject
data | content | 550 Rejected due to high probability of spam. Reason: JFE040000
rcpt | ours | 554 5.7.1 <ana@example.com>: Sender address rejected: Sender not permitted
data | ours now | 451 4.5.0 Error in processing, id=02364-03, parts_decode_ext FAILED: file(1) utility (/usr/bin/file) error: run_command: can't fork: Cannot allocate memory
rcpt | ours now | 451 4.3.0 <clinic@example.com>: Temporary lookup failure
rcpt | later | 451 4.7.1 Try again later (greylist)
auth | ours | 535 5.7.0 Invalid login or password
auth | ours | 535 authorization failed (#5.7.0)
auth | ours now | 454 4.7.8 Authentication failed
rcpt | later | 450 Rcpt to <> - You are greylisted. Try again later
rcpt | later | 454 Falha temporária, política SoftFail (greylisting). (#5.7.1)
rcpt | connections | 450 too many connections from your IP (rate controlled)
session | ours | 551-5.7.1 Your IP is black listed by Spamhaus.org\n551 5.7.1 we will ignore all incoming emails from you until the matter is resolved.
mail | ours | 550 The support.example.study domain is not verified. Please, add and verify your domain
rcpt | gone | 551 5.1.1 <gone@huawei.com>: Recipient address rejected: Failed recipient validation check.: host 127.0.0.1[127.0.0.1] said: 554 5.7.1 recipient verify from ldap failed (in reply to RCPT TO command)
rcpt | later | 451 4.1.1 <ana@example.com> user is over quota, please try again later
mail | ours | 501 5.5.2 Domain name required
mail | ours | 501 5.7.1 Permission denied
session | ours | 501 5.5.1 HELO/EHLO requires domain address
mail | ours | 503 Issue a reset if you want to start over
session | ours | 502 Use HELO/EHLO first
data | ours | 554 IP address does not match the sender domain
data | ours | 550 5.7.1 Mail From and From header do not match
session | ours | 554 too many bad commands, go away
data | not carried | 552 5.2.3 Your attachment .exe is not accepted here
data | content | 554 5.7.1 Disallowed characters found in MessageID
data | content | 550 5.6.0 Lone CR or LF in body (see RFC2822 section 2.3)
rcpt | gone | 550 5.1.1 The user you are trying to reach is not available at this domain
`;
