/** A reader's gathering of 2026-12-01, judged before the classifier saw it, without what the corpus had in much the same words. */
export const FRESH_READER = String.raw`
# help pages of hosts in German (bytecamp, sitepackage, strato, ionos, onesystems)
rcpt | later | 450 4.2.0 <ana@example.de>: Recipient address rejected: Greylisted
session | connections | 421 4.7.0 mail.example.de Error: too many connections from 203.0.113.9
rcpt | gone | 550 5.2.1 <ana@example.de>... User is inactive
rcpt | gone | 550 MAILBOX NOT FOUND
data | gone | 554 delivery error: dd This user doesn't have a yahoo.de account (ana@example.de) [0] - mta1056.mail.ukl.yahoo.com
rcpt | gone | 550 <ana@example.de>: invalid address
rcpt | gone | 550 5.2.0 <ana@example.de>: No such mailbox
data | not carried | 552 Error: message too large
# lists of Coremail and of a Chinese host
rcpt | gone | 550 user disabled
data | content | 554 Content reject
# Outlook's help and others, in Portuguese and French
rcpt | ours | 550 <ana@exemplo.com>... Reencaminhamento Negado
rcpt | ours | 553 este domínio não faz parte da minha lista de anfitriões rcpt (#5.7.1)
mail | ours | 550 5.7.1 Client wurde nicht authentifiziert
mail | ours | 550 5.7.1 Le client n'était pas authentifié
mail | ours | 550 5.1.0 <ana@exemple.com> expéditeur rejeté : domaine expéditeur non valide
mail | ours | 550 5.5.0 Emetteur invalide. Invalid Sender. LPN104_415
# issue threads: PHPMailer, nodemailer, Swift Mailer, Symfony, Angus Mail, FreeScout, docker-mailserver, mailcow
rcpt | ours | 550 Action not taken
data | ours | 554 5.2.252 SendAsDenied; app@example.kz not allowed to send as ana@example.com; STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process message due to a permanent exception with message Cannot submit message.
rcpt | quota | 471 4.7.1 <ana@example.com>: The limits for your account are exceeded. Please try again later.
rcpt | ours | 555-5.5.2 Syntax error, cannot decode response. For more information, go to\n555-5.5.2  https://support.google.com/a/answer/3221692 and review RFC 5321\n555 5.5.2 specifications.
rcpt | gone | 504 5.5.2 <JKLJLKJ@KJHJ>: Recipient address rejected: need fully-qualified address
mail | connections | 421 Mails per session limit exceeded.
data | content | 550 MIME message is missing 'From' header
data | content | 552 message line is too long
data | quota | 421 Domain mg.example.org is not allowed to send: recipient limit exceeded, try again after Sun, 05 Oct 2025 19:22:44 UTC
rcpt | quota | 550 User ana@example.com has exceeded its 24-hour sending limit. Messages to 25 recipients out of 25 allowed have been sent. Relay quota will reset in 3.2 hours.
mail | ours | 550 Please use a fully-qualified domain name for HELO/EHLO
data | ours | 550 Message was not accepted -- invalid mailbox. Local mailbox ana@mail.ru is unavailable: message sending for this account is disabled: http://help.mail.ru/mail-help/postmaster/error
# logs of Postfix, Exim and qmail in forums, tests and mailing lists
data | content | 554 (Reject, id=10432-16 - BAD_HEADER: Duplicate header field: "From")
data | content | 554 Rejected by URIBL.
rcpt | ours | 550 Your host in blacklist on this server.
session | ours | 554-kundenserver.de (mxeue111) Nemesis ESMTP Service not available\n554-No SMTP service\n554-IP address is black listed.\n554 For explanation visit http://postmaster.kundenserver.de
mail | ours | 553 mybox.example.net does not exist
mail | ours | 553 5.5.4 <user>... Domain name required for sender address user
mail | ours | 553 Authentication is required to send mail as <ana@example.net.au>
data | content | 550-This message contains a virus or other harmful content\n550 (Doc.Dropper.Agent-7400026-0)
data | ours now | 431 Syntax error
data | ours | 554 5.7.9 Message not accepted for policy reasons. See https://senders.yahooinc.com/
data | gone | 550 5.4.1 All recipient addresses rejected : Access denied. AS(201806271) [VE1EUR01FT061.eop-EUR01.prod.protection.outlook.com]
data | ours | 550 5.7.509 Access denied, sending domain [EXAMPLE.EU] does not pass DMARC verification and has a DMARC policy of reject. [ReC8B6sUXqTcV.EUR2.PROD.OUTLOOK.COM 2024-11-21T16:31:06.930Z]
mail | ours | 530 5.7.0 Must issue a STARTTLS command first. m5sm772264gve.3
rcpt | gone | 550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550 [EM-f6hnWN9maa42OLPquOA.us166]
rcpt | ours | 550-SPF check failed - 203.0.113.9 is not allowed to send mail for example.lt
rcpt | later | 451 Internal resource temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451
rcpt | ours | 550 csi.mimecast.org Poor Reputation Sender. - https://community.mimecast.com/docs/DOC-1369#550 [EM-f6hnWN9maa42OLPquOA.us166]
rcpt | ours | 550 spamcop.mimecast.org Blocked - see https://www.spamcop.net/bl.shtml?203.0.113.9. - https://community.mimecast.com/docs/DOC-1369#550 [nSq2mM6RNqWOxCrbHVMv8Q.us380]
data | ours | 550 Rejected by header based Anti-Spoofing policy: app@example.com - https://community.mimecast.com/docs/DOC-1369#550 [aUT_rCR5NlOVu3zyNjaM8g.us516]
rcpt | ours | 554 5.7.1 Access denied - you must have an account on this system to relay
session | ours | 554 5.7.1 Connection Refused. 203.0.113.9 is blacklisted in Spamhaus RBL List.
mail | ours | 550 5.7.1 [M9] User [ana] not authorized to send on behalf of <app@example.com>
data | ours | 550 5.7.1 [ESA] Sender blocked
rcpt | ours | 550 5.7.1 [IR] Our system has detected an excessively high number of invalid recipients originating from your account. Contact your service provider for support
rcpt | gone | 550 5.7.1 [RB] This recipient email address has been blocked.
data | ours | 550 5.7.1 [HCM2] Your mail from 203.0.113.9 was rejected
data | ours | 550 5.7.1 [203.0.113.9] The user or domain that you are sending to has a policy that prohibited the mail that you sent
data | ours | 550 rbl-reject: Message rejected because 203.0.113.9 is blacklisted
data | rate | 550 Ip frequency limited [MSasc89YXQNeMRrckgRVoZZLLdRlxGMr225Uyud+GaUu71uvUhT562A= Blocked IP 203.0.113.9]. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000725
mail | ours | 550-SPF: 203.0.113.9 is not allowed to send mail from\n550-server.example.com: Please see http://www.openspf.org/Why?id=app%40server.example.com&ip=203.0.113.9&receiver=mx.example.pl\n550 : Reason: mechanism
# documents of hMailServer, Cisco AsyncOS, BarricadeMX, open-mail, iiNet
data | ours | 550 #5.7.1 SPF unauthorized mail is prohibited.
mail | ours now | 451 #4.4.3 Temporary error occurred during SPF verification.
session | ours | 550 5.7.1 host mail.example.org [203.0.113.9] black listed #120
session | ours now | 450 4.7.1 host mail.example.org [203.0.113.9] temporary failure #120
session | ours | 550 5.7.1 host mail.example [203.0.113.9] from RFC2606 reserved domain #121
mail | ours now | 450 4.7.1 sender <app@example.org> temporary failure #815
rcpt | ours | 550 5.7.1 routed address relaying denied #131
session | ours | 550 Sorry! We REJECT your request for a mail session, because mail.example.org is not a valid HELO name. We do not accept mail from unidentified transmitters.
session | ours | 550 Sorry! We REJECT your request for a mail session, because 203.0.113.9 is not authorized to transmit with a HELO name ending in example.org. See http://open-mail.org/rejects for help.
session | ours | 550 203.0.113.9 does not have a valid PTR record associated with it.
rcpt | gone | 550 Account closed due to inactivity
# issue threads of hMailServer, mox, dart-mailer, open-falcon and Ghost, read after the kinds above were mended
rcpt | ours | 550 domain of forward path is not allowed
data | ours | 554 Message not allowed - [299]
data | quota | 421 Domain mg.example.tld is not allowed to send: recipient limit exceeded, try again after Wed, 22 Feb 2023 10:04:01 UTC
rcpt | ours | 550 203.0.113.9 is blacklisted
data | ours | 554 Message rejected: 203.0.113.9 was listed in bl.example.net
rcpt | gone | 550 5.1.1 I cannot deliver mail for <ana@example.com>: no such user
# renderings of hMailServer's "Delivery is not allowed to this address"
rcpt | ours | 550 La entrega no está permitida a esta dirección
rcpt | ours | 550 5.7.1 Entrega não autorizada para este endereço
# sources and configurations of Postal, Haraka and its plugins, maddy, Postfix maps, Exim ACLs
rcpt | ours | 535 Mail server has been suspended
data | ours | 530 From/Sender name is not valid
rcpt | ours | 550 Sorry, this domain not in my routes
rcpt | ours | 550 You are not welcome here.
rcpt | ours | 554 5.7.1 <localhost>: Helo command rejected: You are not me
rcpt | ours | 554 5.7.1 <ana@example.com>: Recipient address rejected: You are not allowed to send to this recipient
rcpt | ours | 550 5.1.1 Remote delivery disabled in test config
rcpt | ours | 550 5.0.0 Refusing to send DSNs to non-local addresses
data | ours | 550 Loop detected
data | not carried | 552 Message too large (maximum size 14MB)
data | content | 550 REJECTED - No Subject nor body
rcpt | ours | 550 Rejected by recipient filter
rcpt | gone | 550 Restricted characters in address
rcpt | ours | 550 Helo name contains a bare IP address (HELO was 203.0.113.9)
rcpt | ours | 550 Access denied - 203.0.113.9 listed by bl.spamcop.net
mail | ours | 554 5.7.1 <ana@gmail.com>: Sender address rejected: External public email domain is not allowed
data | content | 550 Serious MIME defect detected (Too many MIME parts)
data | content | 550 Message is infected with Eicar-Test-Signature
data | ours now | 450 Virus scanner error
session | ours | 550 HELO host mismatch(mail.example.org / localhost)
auth | ours | 550 STARTTLS required before AUTH
mail | ours | 550 Sender identity app@example.com is not allowed
mail | ours | 550 Domain for app@example.com is not verified
rcpt | gone | 550 5.1.1 Empty recipient
rcpt | ours | 550 5.7.1 Non-local recipients are not accepted from your network
rcpt | ours | 554 5.7.1 External recipients not allowed
data | ours now | 451 4.7.1 Virus scanner is temporarily not available
`;
