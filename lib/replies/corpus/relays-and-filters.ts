/** What relays say to their customers, what filters and lists say, and the same in other languages. */
export const RELAYS_AND_FILTERS = String.raw`
# Amazon SES, "SMTP response codes returned by Amazon SES" (docs.aws.amazon.com/ses)
data | quota | 454 Throttling failure: Daily message quota exceeded.
auth | ours now | 454 Temporary authentication failure
auth | ours | 535 Authentication Credentials Invalid
auth | ours | 530 Authentication required
data | ours | 554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: clinic@example.com
data | ours | 554 Access denied: User arn:aws:iam::1:user/x is not authorized to perform ses:SendRawEmail
data | ours | 554 Sending paused for this account.
session | ours now | 421 Too many invalid commands
session | ours now | 451 Timeout waiting for data from client.
data | not carried | 552 5.3.4 Message is too long.
data | content | 554 Transaction failed: Expected MIME-Version header, malformed headers
data | content | 554 Transaction failed: Duplicate header 'Subject'.
# SendGrid, Mailgun, Postmark, Brevo, Mailjet, SparkPost, SMTP2GO (their documents on SMTP errors)
auth | ours | 535 Authentication failed: Bad username / password
data | ours | 550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved.
auth | quota | 451 Authentication failed: Maximum credits exceeded
data | ours | 550 Unauthenticated senders not allowed
mail | ours | 550 Cannot receive from specified address <clinic@example.com>: Unauthenticated senders not allowed
data | not carried | 552 Message size exceeds maximum permitted
auth | ours | 535 5.7.0 Mailgun: authentication failed
data | ours | 550 5.7.1 Domain example.com is not allowed to send: The domain is unverified and requires DNS configuration. Log in to your control panel to view required DNS records.
rcpt | ours now | 421 Domain sandbox123.mailgun.org is not allowed to send: Sandbox subdomains are for test purposes only.
auth | ours | 525 5.7.1 Unauthorized IP address
mail | ours | 502 5.7.0 Please authenticate first
data | ours | 550 5.7.1 Your account is not yet activated, sending is not allowed
data | quota | 550 5.7.1 You have exceeded your daily sending quota
data | quota | 550 Your monthly quota has been exceeded
auth | ours | 535 5.7.8 Sorry.
data | ours | 550 5.7.1 Unconfigured Sending Domain <example.com>
rcpt | ours | 550 5.7.1 relaying denied
data | quota | 452 4.2.1 Exceed Sending Limit (hourly)
data | ours | 550 that sender is not verified, please verify the sender address
# GoDaddy, OVHcloud, IONOS, Strato, Locaweb, UOL, Hostinger, Zoho, Yandex, Fastmail (help pages and reports)
mail | quota | 550 User receipts@example.com has exceeded its 24-hour sending limit. Messages to 250 recipients out of 250 allowed have been sent.
rcpt | quota | 552 5.2.0 You have exceeded the daily limit of relays allowed for this mailbox
session | ours | 554 5.7.1 IB103. Connection refused. 203.0.113.9 has a poor reputation on Cloudmark Sender Intelligence (CSI).
session | ours | 554 p3plibsmtp01 bizsmtp IB110. Connection refused, ip listed on dnsbl
mail | rate | 421 4.7.0 too many messages, slow down (out of service for a minute)
data | quota | 550 5.4.6 Unusual sending activity detected. Hourly sending limit reached, please try again later
mail | ours | 553 Relaying disallowed as clinic@example.com
auth | ours | 535 5.7.8 Error: authentication failed: Invalid user or password!
data | ours | 554 5.7.1 Message rejected under suspicion of SPAM by IP reputation; https://ya.cc/1IrBc
rcpt | ours | 550 5.7.1 This mailbox may not send to external domains, permission denied by policy
data | quota | 550 5.7.1 limite de envio diario excedido
# Spamhaus, Barracuda, Proofpoint, Mimecast, Cisco, Symantec, Trend Micro (documents and reports)
session | ours | 550 5.7.1 Service unavailable, Client host [203.0.113.9] blocked using Spamhaus. To request removal from this list see https://www.spamhaus.org/lookup.lasso
session | ours | 554 Blocked - see https://ipcheck.proofpoint.com/?ip=203.0.113.9
session | ours | 550 Mailhost (mail.example.com) is blacklisted by Barracuda Reputation. http://www.barracudanetworks.com/reputation/
session | ours | 554-mx1.example.net\n554 Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you believe that this failure is in error, please contact the intended recipient via alternate means.
rcpt | ours | 550 #5.1.0 Address rejected, sender blocked by policy
rcpt | gone | 550 #5.1.0 Address rejected.
rcpt | gone | 550 5.1.1 Recipient address rejected: User unknown, invalid recipient verification (Mimecast)
data | ours | 554 Email rejected due to security policies - https://community.mimecast.com/docs/DOC-1369#554
rcpt | later | 451 Internal resources are temporarily unavailable - greylisting, please try again (Mimecast)
data | content | 550 5.7.1 Message content rejected, message contains spam content
session | ours | 501 Connection rejected by policy [7.7] 38001, please visit www.messagelabs.com/support for more details about this error message.
session | ours | 550 5.7.1 Mail from 203.0.113.9 refused by blackhole site; see Trend Micro Email Reputation Service
session | ours | 553 Dynamic pool 203.0.113.9.
data | ours | 550 5.7.1 Message rejected due to SPF policy
data | ours | 550 5.7.0 DMARC policy of example.com: message rejected
data | ours | 554 5.7.1 DKIM signature verification failed
data | content | 554 5.7.1 This message has been identified as spam
data | content | 550 5.7.1 Requested action not taken: message refused, spam score 9.1
# Spanish: reports of Movistar, Telefonica, Zimbra and Plesk systems
rcpt | gone | 550 5.1.1 <nadie@example.com>: El usuario no existe
rcpt | gone | 550 Usuario desconocido
rcpt | gone | 550 La cuenta de correo no existe o es inválida
rcpt | gone | 550 Destinatario inexistente
rcpt | gone | 550 No existe el usuario en este servidor, dirección no encontrada
rcpt | later | 452 El buzón está lleno
rcpt | later | 552 La casilla del usuario excedió su cuota
rcpt | gone | 550 La cuenta se encuentra deshabilitada
rcpt | gone | 550 Buzón suspendido por inactividad
mail | ours | 530 Autenticación requerida para enviar correo
auth | ours | 535 Usuario o contraseña incorrectos
rcpt | ours | 550 Reenvío no permitido: relay denegado
data | quota | 550 Ha superado el límite diario de envío
session | connections | 421 Demasiadas conexiones desde su dirección IP
mail | rate | 451 Demasiados mensajes, vuelva a intentarlo en 5 minutos
data | not carried | 552 El tamaño del mensaje excede el máximo permitido
data | content | 554 El mensaje contiene un virus
session | ours | 554 Su dirección IP está en una lista negra
data | ours | 550 Remitente no autorizado para este dominio
# Portuguese: reports of UOL, Terra, Locaweb, KingHost systems
rcpt | gone | 550 Usuário desconhecido
rcpt | gone | 550 5.1.1 Destinatário não existe
rcpt | gone | 550 Conta inexistente
rcpt | gone | 550 Endereço de destinatário inválido
rcpt | later | 552 A caixa postal do destinatário está cheia
rcpt | later | 452 Caixa de correio lotada, cota excedida
rcpt | gone | 550 Conta desativada
auth | ours | 535 Autenticação falhou, senha incorreta
mail | ours | 530 Autenticação obrigatória para envio
data | quota | 550 Limite diário de envio atingido
mail | rate | 451 Muitas mensagens enviadas, tente novamente em 10 minutos
session | connections | 421 Muitas conexões simultâneas
data | not carried | 552 Tamanho da mensagem excede o limite permitido
session | ours | 554 IP bloqueado por má reputação
data | ours | 550 Remetente não autorizado
# French: reports of OVH, SFR, La Poste systems
rcpt | gone | 550 5.1.1 Utilisateur inconnu
rcpt | gone | 550 Adresse du destinataire invalide
rcpt | gone | 550 Cette boîte aux lettres n'existe pas
rcpt | gone | 550 Destinataire introuvable
rcpt | later | 552 Boîte aux lettres pleine
rcpt | gone | 550 Compte désactivé
auth | ours | 535 Authentification échouée, mot de passe incorrect
mail | ours | 530 Authentification requise
session | connections | 421 Trop de connexions simultanées
mail | rate | 451 Trop de messages, veuillez réessayer dans 10 minutes
data | not carried | 552 La taille du message dépasse la limite autorisée
data | ours | 550 Expéditeur refusé
session | ours | 554 Votre adresse IP figure sur une liste noire
# German: reports of T-Online, Strato, 1&1, Arcor systems
rcpt | gone | 550 5.1.1 Benutzer unbekannt
rcpt | gone | 550 Empfänger existiert nicht
rcpt | gone | 550 Unbekannter Empfänger, Postfach nicht gefunden
rcpt | gone | 550 Diese Mailbox ist nicht vorhanden
rcpt | later | 552 Postfach voll
rcpt | later | 452 Das Postfach des Empfängers ist überfüllt
rcpt | gone | 550 Das Konto ist deaktiviert
auth | ours | 535 Anmeldung fehlgeschlagen, Passwort falsch
mail | ours | 530 Authentifizierung erforderlich
session | connections | 421 Zu viele gleichzeitige Verbindungen
mail | rate | 450 Zu viele Nachrichten, bitte später erneut versuchen
data | not carried | 552 Die Größe der Nachricht überschreitet die maximale Grenze
data | ours | 550 Absender nicht erlaubt
session | ours | 554 Ihre IP-Adresse steht auf einer Sperrliste
`;
