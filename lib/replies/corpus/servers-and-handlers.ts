/** Replies of servers, filters and bounce handlers of which the corpus had no like, gathered and judged before the classifier saw them. */
export const SERVERS_AND_HANDLERS = String.raw`
# github.com: Stalwart, Qsmtp, Sendmail, Exim's tests, maddy, KumoMTA, bumail; smtp-codes and the SMTP Field Manual, email-bounce-parser, PHPMailer-BMH, ZoneMTA, sisimai; help of Strato, sitepackage, Bluehost, onesystems, eomatica
data | ours | 550 5.7.1 Your account is not authorized to use this service.
rcpt | ours | 550 5.7.1 Your IP has been blocked
mail | ours | 550 5.7.1 Sender domain could not be found in DNS
rcpt | ours | 550 5.7.1 Your reverse DNS record could not be found
rcpt | ours | 550 5.7.1 Only authenticated users that have an account here may send
rcpt | ours | 550 5.7.1 Message rejected: sender address error, check your SPF
rcpt | ours | 550 5.7.1 Your IP is not permitted to relay through this server
rcpt | ours | 550 5.7.1 Your IP address [203.0.113.9] is not allowed to relay to email address <ana@example.com> via our server; MX rule
data | content | 550 5.7.1 Your message looked spammy to us. Please check https://subspace.kernel.org/etiquette.html and resend.
session | ours | 550 Your connection has been killed by an administrator
mail | ours | 550 Your domain has been blacklisted in Spamikaze due to excessive spamming and/or a non working abuse desk.
session | ours | 550 203.0.113.9 has been used by spammers, see http://spamikaze.is-a-geek.org/remove.php
data | ours | 550 Your domain example.com is not allowed in header From
rcpt | ours | 550 Your IP is blacklisted
mail | ours | 554 Your mail account (clinic) was compromised. Please change your password immediately after next login.
rcpt | ours | 554 Your IP is listed in the RBL, rejected
data | ours | 554 Your account has been suspended
rcpt | gone | 550 This address does not accept incoming mail.
rcpt | gone | 550 This account is not allowed...ana@example.com
data | ours | 554 5.7.1 This message does not meet our delivery requirements
data | ours | 554 5.7.1 This message has been blocked because the return email domain is invalid.(domain name clinic@example.com has invalid syntax)
rcpt | ours | 550 we don't relay (#5.7.1)
rcpt | later | 550 sorry, user over quota (#5.1.1)
data | content | 550 5.7.1 Message rejected due to content policy
data | content | 550 5.7.1 Message blocked as spam
data | ours | 550 5.7.1 Message rejected due to DMARC policy
rcpt | ours | 550 5.7.1 Message rejected due to spam policy
data | content | 550 5.7.1 Message rejected due to spam
data | ours | 550 5.7.1 Message rejected due to poor reputation of sending IP
data | ours | 554 5.7.1 message rejected due to local policy
rcpt | ours now | 451 4.3.0 User database failure; retry later
rcpt | ours | 550 5.3.0 User database failure
rcpt | ours | 550 5.3.0 Cannot open input
rcpt | ours | 550 5.4.4 <ana@example.com>: Unable to route: no sending account is configured for this sender
rcpt | gone | 550 5.4.4 No route to host
data | content | 550 5.6.0 message does not comply to RfC2822: more than one 'Date:'
data | content | 550 5.6.0 The message has no From header
data | ours | 550 5.7.1 You are not allowed to send as <clinic@example.com>
data | content | 550 5.6.0 Message contains bare LF line endings
data | content | 550 5.6.0 MIME line exceeds 998 octets
data | ours | 550 5.7.1 The From field names an address that is not yours
data | content | 550 5.6.0 The message needs exactly one From field
data | ours | 550 5.6.0 From: header does not match mail from
rcpt | ours | 550 5.7.1 Recipient not authorized
data | ours now | 451 4.7.1 Deferred
data | rate | 450 4.7.1 outbound send limit exceeded
rcpt | ours now | 451 4.3.0 outbound policy unavailable
data | rate | 450 4.7.1 sending limit reached
rcpt | rate | 451 4.7.1 hostinger_out_ratelimit
rcpt | later | 421 4.7.1 Greylisted; try again later
auth | ours now | 421 4.7.1 Account suspended
auth | ours now | 421 4.7.1 Too many authentication failures
data | ours now | 452 4.3.1 Mail system full, try again later.
data | not carried | 552 5.3.4 Message exceeds the 5 MiB SIZE limit
data | not carried | 552 5.3.4 message exceeds 26214400 bytes
mail | not carried | 552 5.3.4 Message size exceeds fixed maximum message size (52428800 bytes declared, 26214400 bytes maximum)
mail | ours | 553 5.7.1 Sender address rejected: you are not authorized to send as clinic@example.com
data | ours | 554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process message due to a permanent exception with message Cannot submit message.
data | ours | 554 5.2.0 STOREDRV.Submission.Exception:OutboundSpamException; Failed to process message due to a permanent exception with message WASCL UserAction verdict is not None. Actual verdict is Suspend
rcpt | gone | 550 Adresse refusée
data | rate | 451 Serveur occupé
rcpt | ours | 550 Mensaje RECHAZADO por el par
data | content | 552 Bloqueado por filtros.
rcpt | ours | 550-<ana@example.com>... Retransmisión denegada
session | ours | 550-5.7.1 too many bad commands\n550 5.7.1 die slow and painful
data | content | 550 unqualified address not permitted: failing address in "Cc:" header is: Tan
data | ours now | 451 4.3.2 Too many errors ! Come back later. - See http://helpdesk.ugent.be/email/faq.php
session | ours | 553 5.1.7 address incomplete
data | content | 554 5.7.1 black listed URL host example.com by .black.uribl.com
auth | ours | 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information.
auth | ours | 535 5.7.8 Wrong username or password, crook!
mail | ours | 550 5.5.0 Invalid EHLO domain
session | ours | 550 5.5.0 you must wait for my reply
rcpt | ours | 550 5.5.0 Les emails envoyes vers la messagerie Laposte.net ont ete bloques par nos services. Afin de regulariser votre situation, nous vous invitons a cliquer sur le lien
mail | ours | 550 5.0.0 Sender address rejected: not authorized to send from this domain
data | ours | 550 5.0.0 Message rejected by policy
data | ours now | 451 4.3.0 Temporary delivery failure for one or more recipients
rcpt | gone | 554 5.7.1 <ana@aol.com>: Recipient address rejected: This account has been disabled or discontinued
mail | ours | 550 5.7.1 <no-reply@example.com>: Sender address rejected: This account has been disabled
rcpt | gone | 550-Verification failed for <ana@example.com>\n550-Response: 450 4.1.1 Recipient address rejected\n550 5.1.1 Recipient verify failed
rcpt | gone | 553 sorry, that address is not local
data | ours | 550-5.7.1 [203.0.113.9] This message does not have authentication information\n550 5.7.1 or fails to pass authentication checks. The message has been blocked.
rcpt | later | 452 4.2.2 <ana@example.com>: Recipient address rejected: User's mailbox is full
data | content | 550 5.6.11 Message contains bare line feeds and cannot be sent
rcpt | later | 450 4.7.1 <ana@example.com>: Recipient address rejected: mailbox unavailable, try again later
rcpt | gone | 550 5.1.1 User unknown; original message size: 535 KB accepted
session | ours now | 450 4.7.1 [EAB] 554 IP=203.0.113.9 - A problem occurred.
rcpt | later | 450 4.7.1 <ana@example.de>: Recipient address rejected: Service temporarily unavailable, please try later
rcpt | gone | 550 <ana@example.com>: Recipient address rejected: Account Closed
rcpt | later | 500 5.0.0 Depot returns error: <552 5.2.2 Over quota>
mail | rate | 550 max messages per session
rcpt | later | 452 requested action aborted: try again later - GL/GL
rcpt | ours | 550 recipient rejected GL/BL
data | ours | 550 Unauthorized Sender: Mail from 203.0.113.9 is not authorised
mail | ours now | 450 Don't like that sender just at the moment
rcpt | ours now | 451 4.4.4 MX didn't resolve to any hosts
data | ours now | 451 4.4.5 data_processing_timeout
rcpt | rate | 451 4.7.1 <smtp3.example.jp[192.0.2.1]>: Client host rejected: Please try again slower
rcpt | ours now | 451 Could not complete recipient verify callout
data | ours now | 451 SCAN Engine error 13 permission denied
data | ours now | 451 this message isn't wanted just now
rcpt | later | 452 excess-rcpts temp error after first 50
rcpt | gone | 501 5.1.3 Odbiorca <ana@example.net> nie istnieje / Recipient
mail | ours | 501 5.1.8 Non-local sender domain
mail | ours | 501 5.1.8 Use Submission for outgoing SMTP
session | ours | 501 5.5.4 HELO/EHLO argument is invalid. https://support.google.com/mail/?p=helo
rcpt | gone | 501 <ana@[127.0.0.1>: malformed domain literal
mail | ours | 501 <abc@domain.>: domain missing or malformed
session | ours | 501 Syntactically invalid EHLO argument(s)
rcpt | ours | 503 5.5.1 Bad sequence of commands. For more information, go to About SMTP error
rcpt | ours | 521 5.7.1 Please see http://support.mailhostbox.com/email-administrators-guide-error-codes/ for explanation of the problem.
session | ours | 521 DNSRBL: Blocked for abuse. See http://example.org
auth | ours | 525 4.7.13 user account is disabled
rcpt | ours | 530 Must issue STARTTLS first
rcpt | gone | 550 5.1.1 Quai1i017301iRB04uaicS Invalid recipient:
rcpt | gone | 550 5.1.1 sid=i01K1n00l0kn1Em01 Address rejected foobar@example.com. [code=28]
rcpt | gone | 550 5.1.6 address neko@example.cat has been replaced by neko@example.jp
rcpt | gone | 550 5.2.1 Mailbox not available / Konto niedostepne
rcpt | ours | 550 5.5.0 SPF: example.com is not allowed to send mail. LPN004_401
rcpt | gone | 550 5.5.0 Le compte du destinataire est bloque. The recipient account isblocked.
data | content | 550 5.6.0 the headers in this message contain improperly-formatted binary content
rcpt | ours | 550 5.7.0 You are not welcome here
rcpt | ours | 550 5.7.1 Blacklisted by recipient
data | ours | 550 5.7.1 You're using a mass mailer, therefore you're rejected
rcpt | ours | 550 5.7.6 Failed to delivery
data | content | 550 ATLAS(2503): Your email was detected as spam.
mail | ours | 550 Authenticated connections only.
rcpt | gone | 550 Bad receipient, dropping conn
session | ours | 550 EHLO argument does not match calling host
data | ours | 550 I do not like your message
rcpt | gone | 550 Recipient not in route list.
data | ours | 550 Rejected after DATA: bcc recipient detected
data | content | 550 Rejected by ESETS_SMTP (spam)
mail | ours | 550 Sender verification failed
data | content | 550 body contains 2 binary zero characters
rcpt | ours | 550 client disliked
rcpt | gone | 550 cuda_nsu No such recipient
rcpt | gone | 550 ana@apollo.lv unknown user account
rcpt | ours | 550 list1@lists.example.org is a closed mailing list
data | ours | 550 jane@coolexample.com IP addresses are not allowed as a From: Address. Provide a valid From. IB502
rcpt | gone | 550 user has moved with no forwarding address
rcpt | gone | 551 4.7.18 domain owner has changed
rcpt | later | 552 ana MAILBOX FULL
rcpt | gone | 553 5.3.0 <ana@example.net>... Address does not exist
rcpt | gone | 553 VS10-RT Possible forgery or deactivated due to abuse (#5.1.1) 203.0.113.9
rcpt | gone | 553 sorry, badrcptto(user mail-box not found) (#5.7.1)
rcpt | ours | 554 5.0.0 MX list for example.ws. points back to mail01.example.com
data | later | 554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException; Failed to process message due to a permanent exception with message [BeginDiagnosticData]Microsoft Unified Storage is full.
rcpt | ours | 554 5.3.0 unknown mailer error 255
data | content | 554 5.7.0 Reject, id=22222-22 - SPAM. See http://neko.nyaan.example.com/block
data | content | 554 5.7.1 Spam score (12.878) too high: see http://example.org
data | ours | 554 5.7.1 [HME1] This message was blocked for failing both SPF and DKIM authentication checks
rcpt | ours | 554 <ana@example.edu>... Remote protocol error: Connection reset by peer during result wait with example.edu
data | content | 554 Failure Message looks like spam, sorry not wanted
data | content | 554 Failure Spam content matched. Fix using: http://example.org
data | content | 554 Message rejected on 2023/11/23 18:59:46 GMT, policy (3.2.1.1) ID (647543B51DFA1996) - Your message looks like SPAM or has been reported as SPAM
rcpt | ours | 554 Sending address not accepted due to spam filter
data | content | 554 Sorry, this message appears to be spam (#5.6.0)
data | content | 554 Spam email. Email Session ID: {4EA34C51-0-5059ED9-FFFF}
data | content | 554 SpamBouncer identified SPAM, message permanently rejected (#5.3.0)
data | content | 554 Too long line was received. Transmission aborted.
rcpt | gone | 556 Domain does not accept mail
rcpt | later | 450 4.2.2 Mailbox full, retry later
rcpt | gone | 550 5.4.310 DNS domain yaloc.moc does not exist [Message=InfoDomainNonexistent] [LastAttemptedServerName=yaloc.moc]
rcpt | gone | 550-<ana@example.net> is not a known user on this\n550 system
data | content | 550-xxxxxxxxxxxxxx has refused this message because it looks like it is\n550-infected with the Sobig.E worm. See http://www.example.org/w32.sobig.e@xx.html
rcpt | ours | 550-Postmaster verification failed while checking <clinic@example.com>\n550-Several RFCs state that you are required to have a postmaster\n550-mailbox for each mail domain. This host does not accept mail\n550 from domains whose servers reject the postmaster address.
rcpt | ours | 550-Callback setup failed while verifying <clinic@example.com>\n550-The initial connection, or a HELO or MAIL FROM:<> command was\n550-rejected. Refusing MAIL FROM:<> does not help fight spam, disregards\n550-RFC requirements, and stops you from receiving standard bounce\n550-messages. This host does not accept mail from domains whose servers\n550-refuse bounces.\n550 Sender verify failed
`;
