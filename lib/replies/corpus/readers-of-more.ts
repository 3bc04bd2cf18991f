/** The same reader’s second set. */
export const READERS_OF_MORE = String.raw`
# known of: oddities: second batch
rcpt | ours | 550 5.7.1 <ana@cliente.example>... Access denied
rcpt | ours | 554 5.7.1 Mail from 203.0.113.9 (host.example) refused - see http://www.barracudacentral.org/rbl/
rcpt | gone | 550 <ana@cliente.example>... No such person at this address
rcpt | gone | 550 Invalid recipient ana@cliente.example (Mode: normal)
rcpt | gone | 550-5.1.1 <ana@cliente.example>: Email address could not be found, or was misspelled (G8)\n550 5.1.1 see https://community.mimecast.com/docs/DOC-1369#550
rcpt | gone | 550 unknown user <ana@cliente.example>
rcpt | gone | 553 5.1.1 <ana@cliente.example> Mailbox does not exist
rcpt | gone | 550 5.1.0 Address rejected ana@cliente.example
rcpt | gone | 550 5.2.0 Mailbox unavailable
rcpt | gone | 550 No such recipient: ana
rcpt | gone | 550 5.0.0 <ana@cliente.example>... User account is not active
rcpt | gone | 550 mailbox <ana@cliente.example> is restricted
rcpt | gone | 521 5.2.1 This mailbox is disabled/discontinued.
rcpt | later | 550 5.2.2 <ana@cliente.example> User quota exceeded
rcpt | later | 552 5.7.0 Mailbox is over its storage limit
rcpt | later | 451 4.2.2 user is over their quota
rcpt | later | 550 Benutzer hat zuviele Mails auf dem Server.
data | later | 452 4.2.2 Insufficient disk space for user
rcpt | later | 450 4.2.1 The user you are trying to contact is receiving mail too quickly.
rcpt | later | 451 DT:GRY Please try again later
rcpt | later | 450 4.7.1 <ana@cliente.example>: Recipient address rejected: Try again, see http://postgrey
rcpt | ours | 550 5.7.1 Access denied: host 203.0.113.9 has no reverse DNS
session | ours | 550 Your IP is blacklisted by our reputation system
session | ours | 550 HELO domain lookup failed
session | connections | 421 Too many connections from your host
session | connections | 421 4.7.0 Maximum number of concurrent sessions reached, try later
session | rate | 421 4.7.0 Too many messages from your IP, slow down
session | ours now | 421 4.3.2 System going down, try again later
session | ours | 554 No SMTP service here
auth | ours | 535 5.7.3 Authentication unsuccessful [AM0PR.eurprd.prod.outlook.com]
auth | ours now | 454 4.7.0 Temporary authentication failure
auth | ours | 534 5.7.14 Please log in via your web browser and then try again.
auth | ours | 538 5.7.11 Encryption required for requested authentication mechanism
auth | ours | 550 5.7.30 Basic authentication is not supported for Client Submission.
auth | ours | 535 5.7.0 Account blocked due to suspicious activity
mail | ours | 553 5.7.1 Sender address rejected: you are not allowed to send as caja@tienda.example
mail | ours | 550 5.1.7 Invalid return path
mail | ours | 550 5.7.1 SPF fail: 203.0.113.9 not permitted for tienda.example
mail | quota | 550 5.7.1 Your account has reached its hourly sending limit of 300 messages
mail | quota | 452 4.5.3 Too many messages sent today
mail | quota | 554 5.7.1 You've exceeded your sending limit for today. See https://x.example/limits
mail | ours now | 451 4.7.1 Temporary lookup failure
mail | ours | 571 Email from 203.0.113.9 is currently blocked by the provider's proprietary Blacklist
rcpt | ours | 550 5.7.1 Mail rejected: sender domain has no MX record
rcpt | ours | 550 5.7.1 Client was not authenticated
rcpt | ours | 550 authentication required
rcpt | ours | 550 Relay not permitted!
rcpt | ours | 530 5.7.1 Relaying not allowed: <ana@cliente.example>
rcpt | ours | 501 5.7.1 We do not relay without RFC2554 authentication.
rcpt | ours | 550 5.7.1 Unable to relay for ana@cliente.example
rcpt | quota | 550 5.7.1 Sender has exceeded the daily limit of 200 recipients
rcpt | quota | 452 4.3.1 Daily quota for outgoing mails reached (500)
rcpt | rate | 450 4.7.1 You are sending mails too fast, please slow down
rcpt | rate | 421 4.7.1 Rate limit exceeded: max 30 messages per minute
data | content | 550 5.7.1 This message has been blocked because it contains a virus: Win.Trojan.Agent
data | content | 554 5.6.0 Message contains NUL characters
data | content | 554 5.7.1 Rejected by spam filter: score 12.4 >= 6.0 (203.0.113.9)
data | content | 550 Maximum line length exceeded (see RFC 5321 4.5.3.1.6).
data | content | 554 5.7.1 Message contains spam or virus. (BODY)
data | content | 550 5.2.1 Content rejected due to spam (score=8.5)
data | content | 571 5.7.1 Message contains prohibited URL (dbl.spamhaus.org)
data | not carried | 552 5.7.0 Our system detected an illegal attachment on your message.
data | not carried | 554 5.7.1 Attachment type .exe not allowed
data | not carried | 550 Message too large
data | not carried | 523 the message exceeds the recipient's size limit
data | not carried | 554 Message size 31457280 exceeds maximum 26214400
data | ours | 550 5.7.1 Message rejected: DKIM signature invalid
data | ours | 554 5.7.1 Message rejected due to poor sender reputation
data | ours | 550 5.7.511 Access denied, banned sender[203.0.113.9].
data | ours | 554 5.2.0 STOREDRV.Submission.Exception:AccountDisabledException; Failed to process message due to a permanent exception
data | gone | 550 5.1.1 Recipient unknown
data | gone | 554 5.1.1 The user ana@cliente.example does not exist
data | later | 550 5.2.2 Recipient mailbox full
data | ours now | 451 4.3.0 Message held for human verification before permitting delivery.
data | ours now | 450 4.4.2 Connection timed out
data | ours | 554 5.5.0 Transaction failed: too many errors
data | ours | 503 5.5.1 Bad sequence of commands
# known of: Spanish etc
rcpt | gone | 550 La dirección de correo no existe o es incorrecta
rcpt | gone | 550 5.1.1 Usuario desconocido
rcpt | gone | 554 El destinatario ha sido dado de baja
rcpt | later | 452 El buzón ha superado su cuota
rcpt | ours | 554 5.7.1 Acceso denegado: su servidor está en una lista de bloqueo
rcpt | ours | 550 Debe autenticarse antes de enviar correo
rcpt | ours | 550 Remitente desconocido
rcpt | quota | 550 Límite de correos por hora excedido
mail | quota | 554 Cuenta bloqueada temporalmente por superar el límite diario de envíos
data | content | 550 El contenido del mensaje ha sido identificado como correo no deseado
data | not carried | 552 El tamaño del mensaje excede el límite permitido
data | not carried | 550 Tipo de archivo adjunto no permitido: .exe
rcpt | rate | 421 Demasiados mensajes, reduzca la velocidad de envío
rcpt | gone | 550 5.2.1 Caixa postal desativada
rcpt | later | 552 5.2.2 Cota de armazenamento da caixa postal excedida
rcpt | ours | 550 Autenticação requerida para envio de mensagens
rcpt | quota | 450 Você ultrapassou o limite de envios por hora
data | content | 554 Mensagem contém vírus
rcpt | later | 450 4.2.0 Greylisting ativo, tente novamente em 5 minutos
rcpt | gone | 550 Boîte aux lettres inexistante
rcpt | gone | 550 5.1.1 Destinataire inconnu
rcpt | gone | 550 5.2.1 Compte désactivé
rcpt | later | 552 Boîte pleine
rcpt | ours | 550 Authentification requise
rcpt | ours | 550 5.7.1 Relais refusé
rcpt | rate | 421 4.7.0 Trop de messages, ralentissez
data | content | 554 Message refusé : contenu indésirable
rcpt | gone | 550 Empfänger unbekannt
rcpt | gone | 550 5.2.1 Postfach deaktiviert
rcpt | gone | 550 Kein solcher Benutzer
rcpt | later | 552 Speicherplatz des Empfängers erschöpft
rcpt | ours | 550 Absenderadresse abgelehnt: nicht berechtigt
rcpt | ours | 550 Relay verweigert
rcpt | ours | 535 Anmeldung fehlgeschlagen
rcpt | quota | 450 Tägliches Versandlimit erreicht
rcpt | rate | 421 Zu viele Nachrichten, bitte langsamer senden
data | content | 554 Virus gefunden, Nachricht abgelehnt
data | not carried | 552 Nachricht zu groß
data | ours | 550 DMARC-Prüfung fehlgeschlagen
`;
