/** What a reader who had not seen the classifier knew of these servers, and how they judged it. */
export const READERS_OF_SERVERS = String.raw`
# known of: Gmail
rcpt | gone | 550-5.1.1 The email account that you tried to reach does not exist. Please try\n550-5.1.1 double-checking the recipient's email address for typos or\n550-5.1.1 unnecessary spaces. For more information, go to\n550 5.1.1  https://support.google.com/mail/?p=NoSuchUser d2e1a72fcca58-1 - gsmtp
rcpt | gone | 550-5.2.1 The email account that you tried to reach is inactive. For more\n550-5.2.1 information, go to\n550 5.2.1  https://support.google.com/mail/?p=DisabledUser 6a1803df08f44-1 - gsmtp
rcpt | later | 452-4.2.2 The recipient's inbox is out of storage space. Please direct the\n452-4.2.2 recipient to\n452 4.2.2  https://support.google.com/mail/?p=OverQuotaTemp a1-1 - gsmtp
rcpt | later | 552-5.2.2 The recipient's inbox is out of storage space and inactive. Please\n552-5.2.2 direct the recipient to\n552 5.2.2  https://support.google.com/mail/?p=OverQuotaPerm a1-1 - gsmtp
data | rate | 421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating\n421-4.7.28 from your DKIM domain [tienda.example 36]. To protect our users from\n421-4.7.28 spam, mail sent from your domain has been temporarily rate\n421-4.7.28 limited. For more information, go to\n421-4.7.28  https://support.google.com/mail/?p=UnsolicitedRateLimitError to\n421 4.7.28 review our Bulk Email Senders Guidelines. x - gsmtp
data | ours | 550-5.7.1 [203.0.113.9      12] Our system has detected that this message is\n550-5.7.1 likely suspicious due to the very low reputation of the sending IP\n550-5.7.1 address. To best protect our users from spam, the message has been\n550-5.7.1 blocked. Please visit\n550 5.7.1  https://support.google.com/mail/answer/188131 for more information. - gsmtp
mail | ours | 530-5.7.0 Authentication Required. For more information, go to\n530 5.7.0  https://support.google.com/accounts/troubleshooter/2402620. - gsmtp
auth | ours | 534-5.7.9 Application-specific password required. For more information, go to\n534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor - gsmtp
data | quota | 550-5.4.5 Daily user sending limit exceeded. For more information on Gmail\n550-5.4.5 sending limits go to\n550 5.4.5  https://support.google.com/a/answer/166852 - gsmtp
data | quota | 550-5.7.1 Daily SMTP relay sending limit exceeded for user. For more information go to https://support.google.com/a/answer/2956491\n550 5.7.1 gsmtp
rcpt | later | 450-4.2.1 The user you are trying to contact is receiving mail at a rate that\n450-4.2.1 prevents additional messages from being delivered. Please resend your\n450 4.2.1 message at a later time. - gsmtp
# known of: Microsoft
rcpt | ours | 550 5.7.1 Unfortunately, messages from [203.0.113.9] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3140). [DB5EUR.prod.protection.outlook.com]
rcpt | ours | 550 5.7.606 Access denied, banned sending IP [203.0.113.9]. To request removal from this list please visit https://sender.office.com/ and follow the directions.
rcpt | gone | 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ana@cliente.example not found by SMTP address lookup
rcpt | gone | 550 5.4.1 Recipient address rejected: Access denied. [AM4PEPF00025F96.EURPRD83.prod.outlook.com 2026-11-30T10:00:00.000Z 08DD]
data | ours | 554 5.2.252 SendAsDenied; caja@tienda.example not allowed to send as otro@tienda.example; STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied
session | connections | 432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded
rcpt | rate | 451 4.7.500 Server busy. Please try again later from [203.0.113.9]. (S77719) [x.prod.protection.outlook.com]
data | ours | 550 5.7.509 Access denied, sending domain TIENDA.EXAMPLE does not pass DMARC verification and has a DMARC policy of reject.
data | ours | 550 5.7.520 Access denied, Your organization does not allow external forwarding. Please contact your administrator for further assistance. AS(7555)
rcpt | ours | 550 5.7.64 TenantAttribution; Relay Access Denied [x.mail.protection.outlook.com]
data | ours | 550 5.7.708 Access denied, traffic not accepted from this IP. For more information please go to http://go.microsoft.com/fwlink/?LinkId=526653
rcpt | gone | 550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302). [x.protection.outlook.com]
rcpt | gone | 550 5.2.1 Mailbox cannot be accessed; mailbox is disabled
# known of: Yahoo
session | ours | 553 5.7.1 [BL21] Connections will not be accepted from 203.0.113.9, because the ip is in Spamhaus's list; see https://postmaster.yahooinc.com/550-bl23
data | gone | 554 delivery error: dd This user doesn't have a yahoo.com account (ana@yahoo.com) [0] - mta4.am0.yahoodns.net
data | gone | 554 30 Sorry, your message to ana@yahoo.com cannot be delivered. This mailbox is disabled (554.30). - mta.mail.bf1.yahoo.com
# known of: Postfix
rcpt | ours | 554 5.7.1 <ana@cliente.example>: Relay access denied
rcpt | gone | 550 5.1.1 <ana@cliente.example>: Recipient address rejected: User unknown in virtual mailbox table
rcpt | later | 450 4.2.0 <ana@cliente.example>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/cliente.example.html
rcpt | ours | 554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using bl.spamcop.net; Blocked - see https://www.spamcop.net/bl.shtml?203.0.113.9
rcpt | ours | 550 5.1.8 <caja@tienda.example>: Sender address rejected: Domain not found
rcpt | ours | 553 5.7.1 <caja@tienda.example>: Sender address rejected: not owned by user otro
rcpt | gone | 550 5.1.2 <ana@cliente.example>: Recipient address rejected: Domain not found
rcpt | later | 450 4.1.1 <ana@cliente.example>: Recipient address rejected: unverified address: unknown user: "ana"
rcpt | later | 452 4.2.2 <ana@cliente.example>: Recipient address rejected: mailbox is full
data | ours | 554 5.7.1 Service unavailable; Helo command [x] blocked using dbl.spamhaus.org
rcpt | quota | 450 4.7.1 <caja@tienda.example>: Sender address rejected: You have exceeded your hourly sending quota
rcpt | quota | 554 5.7.1 <ana@cliente.example>: Recipient address rejected: Policy rejection; daily limit of 500 recipients per sasl user exceeded
data | content | 550 5.7.1 Message rejected due to content restrictions
data | content | 554 5.7.1 Spam message rejected
# known of: Exim / cPanel
rcpt | ours | 550 Please turn on SMTP Authentication in your mail client. (host.example) [203.0.113.9]:5000 is not permitted to relay through this server without authentication.
rcpt | ours | 550-Verification failed for <caja@tienda.example>\n550-No Such User Here\n550 Sender verify failed
rcpt | quota | 550 Domain tienda.example has exceeded the max emails per hour (100/100 (100%)) allowed. Message discarded.
rcpt | quota | 451 Domain tienda.example has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message discarded.
rcpt | ours | 550 HELO/EHLO argument did not match
data | content | 550 This message was classified as SPAM and may not be delivered
data | ours | 550 SPF check failed: 203.0.113.9 is not allowed to send mail from tienda.example
data | not carried | 552 message size exceeds maximum permitted
rcpt | later | 451 Greylisted, please try again in 180 seconds
data | quota | 550 You have exceeded your sending quota; ratelimit 200 / 1h
rcpt | rate | 450 ratelimit exceeded: 10 / 1m
# known of: Sendmail
rcpt | ours | 550 5.7.1 <ana@cliente.example>... Relaying denied. IP name lookup failed [203.0.113.9]
rcpt | ours | 550 5.7.1 <ana@cliente.example>... Relaying denied. Proper authentication required.
rcpt | gone | 553 5.3.0 <ana@cliente.example>... Addressee unknown, relay=[203.0.113.9]
rcpt | ours | 553 5.1.8 <caja@tienda.example>... Domain of sender address caja@tienda.example does not exist
mail | ours now | 451 4.0.0 Can't create input file: no space left on device
data | not carried | 552 5.2.3 Message size exceeds fixed maximum message size (10485760)
# known of: qmail
rcpt | later | 452 sorry, too many recipients (#4.5.3)
rcpt | ours | 571 sorry, sender address has invalid format (#5.1.7 - chkuser)
data | later | 554 mailbox over quota (#5.2.2)
# known of: Mimecast
rcpt | ours | 550 csi.mimecast.org Poor Reputation Sender. - https://community.mimecast.com/docs/DOC-1369#550 [x]
rcpt | ours | 550 Rejected by header based manually Blocked Senders: caja@tienda.example. - https://community.mimecast.com/docs/DOC-1369#550
rcpt | gone | 550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550 [x.uk1]
rcpt | later | 451 Internal resources are temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451
data | ours | 550 Administrative prohibition - envelope blocked - https://community.mimecast.com/docs/DOC-1369#550
rcpt | ours | 550 DNSBL_BLOCKLIST
data | ours | 550 DMARC Sender Invalid - envelope rejected
# known of: Proofpoint
rcpt | ours | 550 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using prs.proofpoint.com; Visit https://ipcheck.proofpoint.com for help
rcpt | gone | 550 5.1.1 <ana@cliente.example>... User Unknown
# known of: Barracuda
rcpt | gone | 550 permanent failure for one or more recipients (ana@cliente.example:550 5.1.1 User unknown)
data | content | 554 rejected due to spam content
data | ours | 550 5.7.1 Service unavailable; client [203.0.113.9] blocked using Barracuda Reputation; http://www.barracudanetworks.com/reputation/?r=1&ip=203.0.113.9
# known of: Zoho
data | ours | 553 Sender is not allowed to relay emails
auth | ours | 535 Authentication Failed
rcpt | gone | 550 5.1.1 User does not exist - <ana@cliente.example>
# known of: Yandex
data | content | 554 5.7.1 [2] Message rejected under suspicion of SPAM; https://ya.cc/1IrBc 1700000000-AbC
auth | ours | 535 5.7.8 Error: authentication failed: This user does not have access rights to this service
mail | ours | 553 5.7.1 Sender address rejected: not owned by auth user.
rcpt | quota | 554 5.7.1 <ana@cliente.example>: Recipient address rejected: You have exceeded the daily limit of sent emails
# known of: GMX / web.de / ionos
session | ours | 554-gmx.net (mxgmx115) Nemesis ESMTP Service not available\n554-No SMTP service\n554-Bad DNS PTR resource record.\n554 For explanation visit https://postmaster.gmx.net/en/case?c=r0103&i=ip&v=203.0.113.9
rcpt | gone | 550-Requested action not taken: mailbox unavailable\n550-Mailbox does not exist.\n550 For explanation visit https://postmaster.web.de/en/case?c=r0502
rcpt | later | 452-Requested action not taken: insufficient system storage\n452-Quota exceeded, mailbox full.
session | rate | 421-web.de (mxweb) Nemesis ESMTP Service not available\n421-Service closing transmission channel\n421-Rate limit exceeded
# known of: Orange
rcpt | gone | 550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416]
session | ours | 554 5.7.1 Service refuse. Veuillez essayer plus tard. service refused, please try later. OFR_004 [004]
session | connections | 421 4.3.2 Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR004_104 [104]
data | ours | 550 5.2.0 Mail rejete. Mail rejected. OFR_506 [506]
rcpt | later | 452 4.2.2 Boite aux lettres du destinataire pleine. OFR_417
# known of: OVH
rcpt | gone | 550 5.1.1 <ana@cliente.example>: Recipient address rejected: User unknown
data | quota | 554 5.7.1 SPAM : your account has been limited, too many mails sent per hour
rcpt | ours | 554 5.7.1 <caja@tienda.example>: Sender address rejected: Votre compte est bloqué, merci de changer votre mot de passe
# known of: Terra/UOL/Locaweb
rcpt | gone | 550 5.1.1 <ana@terra.com.br>: Recipient address rejected: Usuario nao existe no dominio
rcpt | later | 452 4.2.2 Caixa postal cheia
rcpt | gone | 550 5.1.1 Conta desativada por falta de uso
mail | quota | 550 Limite de envio diário excedido para esta conta
auth | ours | 535 5.7.8 Erro: falha na autenticação, usuário ou senha inválidos
rcpt | ours | 554 5.7.1 <ana@uol.com.br>: Client host rejected: Bloqueado por reputacao do IP. Consulte http://antispam.uol.com.br
data | content | 554 5.7.1 Mensagem rejeitada: conteúdo identificado como spam
rcpt | ours | 550 5.7.1 Remetente não autorizado a enviar por este servidor
rcpt | ours | 554 5.7.1 Relay não permitido
# known of: QQ/163/iCloud
session | ours | 554 DT:SPM 163 smtp5,PcCowEA,please see http://mail.163.com/help/help_spam_16.htm?ip=203.0.113.9
rcpt | gone | 550 User not found: ana@163.com
rcpt | gone | 550 Mailbox not found. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000728
mail | rate | 550 Connection frequency limited. http://service.mail.qq.com/cgi-bin/help?subtype=1&&no=1000722
rcpt | gone | 550 5.1.1 <ana@icloud.com>: user does not exist
rcpt | later | 552 5.2.2 <ana@icloud.com>: user is over quota
data | ours | 550 5.7.1 [HM08] Message rejected due to local policy.
# known of: SES/SendGrid/Mailgun/Postmark/Brevo
data | ours | 554 Message rejected: Email address is not verified. The following identities failed the check in region US-EAST-1: caja@tienda.example
data | rate | 454 Throttling failure: Maximum sending rate exceeded.
data | ours | 554 Access denied: User 'arn:aws:iam::1:user/x' is not authorized to perform 'ses:SendRawEmail' on resource
data | ours | 554 Message rejected: Sending suspended for this account. For more information, please check the inbox of the email address associated with your AWS account.
data | not carried | 552 5.3.4 Message is too large.
data | ours | 550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved. Visit https://sendgrid.com/docs/for-developers/sending-email/sender-identity/ to see the Sender Identity requirements
auth | ours | 535 5.7.0 Mailgun is not loving your login or password
rcpt | ours | 550 5.7.1 Domain sandbox123.mailgun.org is not allowed to send: Free accounts are for test purposes only. Please upgrade or add the address to authorized recipients in Account Settings.
data | ours | 525 5.7.1 Unauthorized IP address. Please add your IP to the authorized list
data | quota | 452 4.2.1 Daily sending quota exceeded; credits left: 0
data | ours | 502 5.7.0 Your SMTP account is not yet activated. Contact us at contact@brevo.com to request activation
data | gone | 550 5.1.1 InactiveRecipient: You tried to send to a recipient that has been marked as inactive. Found inactive addresses: ana@cliente.example
# known of: es/pt/fr/de
rcpt | gone | 550 5.1.1 El buzón no existe
rcpt | gone | 550 El usuario destinatario no existe en este servidor
rcpt | later | 452 4.2.2 El buzón del destinatario está lleno, inténtelo de nuevo más tarde
rcpt | ours | 550 Su dirección IP se encuentra en una lista negra
rcpt | ours | 550 5.7.1 No está permitido el reenvío (relay) desde su dirección
rcpt | quota | 550 Ha superado el número máximo de correos por hora permitido para su dominio
auth | ours | 535 5.7.8 Error: autenticación fallida, credenciales incorrectas
data | not carried | 552 5.3.4 El mensaje supera el tamaño máximo permitido
data | content | 554 5.7.1 Mensaje rechazado: contiene un virus
rcpt | gone | 550 5.2.1 La cuenta del destinatario ha sido deshabilitada
rcpt | ours | 550 5.7.1 El remitente no está autorizado a usar este dominio
rcpt | later | 450 Lista gris: vuelva a intentarlo en 5 minutos
rcpt | gone | 550 5.1.1 O destinatário não existe neste servidor
rcpt | gone | 550 Cette adresse n'existe pas
rcpt | gone | 550 5.1.1 Utilisateur inconnu dans la table des boîtes locales
rcpt | later | 552 5.2.2 La boîte du destinataire est pleine
data | quota | 550 Vous avez dépassé votre quota d'envoi quotidien
rcpt | ours | 554 5.7.1 Accès refusé : votre adresse IP figure dans une liste noire
rcpt | ours | 553 5.7.1 Expéditeur refusé : adresse non vérifiée
rcpt | gone | 550 5.1.1 Der Empfänger existiert nicht
rcpt | later | 452 4.2.2 Das Postfach des Empfängers ist voll
rcpt | ours | 554 5.7.1 Ihre IP-Adresse steht auf einer Sperrliste
rcpt | quota | 550 Sie haben die maximale Anzahl an Nachrichten pro Stunde überschritten
rcpt | ours | 550 5.7.1 Anmeldung erforderlich, bitte aktivieren Sie die SMTP-Authentifizierung
data | not carried | 552 Die Nachricht überschreitet die maximal zulässige Größe
data | content | 550 Nachricht als Spam eingestuft und abgelehnt
rcpt | gone | 550 Das Konto wurde deaktiviert
rcpt | gone | 550 5.1.351 Remote server returned unknown recipient or mailbox unavailable
data | ours | 550 5.4.6 Unusual sending activity detected. Please try after sometime
data | content | 554 DT:SPM 163 mx35,_____wD,please see http://mail.163.com/help/help_spam_16.htm
`;
