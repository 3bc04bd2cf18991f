/** Wordings of a reader’s own that lie between sender and recipient, or speak of speed. */
export const BETWEEN_BOTH = `
# made to lie between sender and recipient
rcpt | ours | 550 Your account does not exist or is disabled for SMTP
rcpt | ours | 550 5.7.1 User not authorized to send
rcpt | ours | 550 The user you are authenticated as is not allowed to use this sender address
rcpt | ours | 550 5.7.1 Authenticated user is disabled
rcpt | ours | 550 Unknown sender
rcpt | ours | 550 Sender unknown
rcpt | ours | 550 Unknown client
rcpt | ours | 550 sender mailbox unavailable
rcpt | ours | 550 Sender mailbox full
rcpt | ours | 550 sender domain does not exist
rcpt | ours | 550 Sender's domain not found in DNS
rcpt | ours | 550 Domain of sender does not resolve
rcpt | ours | 550 5.1.8 Domain tienda.example does not exist
rcpt | ours | 550 invalid sender address
rcpt | ours | 550 Invalid sender <caja@tienda.example>
rcpt | ours | 550 your mailbox is over quota, you can not send
rcpt | quota | 550 your account is over quota
rcpt | ours | 550 account suspended, contact your hosting provider
rcpt | ours | 550 Outgoing mail from "tienda.example" has been suspended.
rcpt | ours | 550 Outgoing mail has been disabled for this domain
rcpt | ours | 550 This account has been temporarily disabled from sending
rcpt | ours | 550 email from this domain is not accepted here
rcpt | ours | 550 we do not accept mail from tienda.example
rcpt | ours | 550 no mail accepted from dynamic IP
rcpt | ours | 550 Dynamic/residential hosts not accepted
rcpt | ours | 550 Host not allowed
rcpt | ours | 550 no such host as your HELO
rcpt | ours | 550 Client host does not exist
rcpt | ours | 550 not a valid relay
rcpt | ours | 550 this is not an open relay
rcpt | ours | 550 We don't relay
rcpt | ours | 550 local relay only
rcpt | ours | 553 5.7.1 <caja@tienda.example>: Sender address rejected: not logged in
rcpt | ours | 553 Sorry, you are not allowed to send here without authentication
rcpt | ours | 550 Access to <ana@cliente.example> denied: authenticate first
rcpt | ours | 550 Mail from this IP is not accepted for <ana@cliente.example>
rcpt | ours | 550 Recipient ana@cliente.example does not accept mail from your network
rcpt | ours | 550 5.7.1 Recipient has blocked the sender
rcpt | ours | 550 5.7.1 The recipient's policy does not permit mail from tienda.example
rcpt | ours | 554 5.7.1 <ana@cliente.example>: Recipient address rejected: blocked by spamhaus
rcpt | ours | 554 5.7.1 <ana@cliente.example>: Recipient address rejected: SPF not authorized
rcpt | ours | 550 5.7.1 Recipient address rejected: Message rejected due to: SPF fail - not authorized
rcpt | ours | 550 <ana@cliente.example>: Recipient address rejected: Mail appeared to be SPAM or forged. Ask your Mail/DNS-Administrator to correct HELO and DNS MX settings or to get removed from DNSBLs
rcpt | ours | 550 La cuenta remitente no existe
rcpt | ours | 550 El remitente no existe
rcpt | ours | 550 Su cuenta de correo no existe o está suspendida
rcpt | ours | 550 Usuario no autenticado
rcpt | ours | 550 Usuario no autorizado para enviar
rcpt | ours | 550 El usuario autenticado no puede enviar con esta dirección
rcpt | ours | 550 Su dominio ha sido bloqueado
rcpt | ours | 550 El envío desde esta cuenta está deshabilitado
rcpt | ours | 550 Dirección IP no encontrada en DNS inverso
rcpt | ours | 550 Servidor desconocido
rcpt | ours | 550 No se admite el reenvío
rcpt | ours | 550 Domínio do remetente não existe
rcpt | ours | 550 Remetente inexistente
rcpt | ours | 550 Sua conta foi suspensa
rcpt | ours | 550 Usuário não autenticado
rcpt | ours | 550 Envio bloqueado para esta conta
rcpt | ours | 550 Conta de envio desativada
rcpt | ours | 550 L'expéditeur n'existe pas
rcpt | ours | 550 Adresse d'expéditeur inconnue
rcpt | ours | 550 Domaine de l'expéditeur inexistant
rcpt | ours | 550 Votre compte est désactivé
rcpt | ours | 550 Utilisateur non authentifié
rcpt | ours | 550 Vous n'êtes pas autorisé à envoyer à cette adresse
rcpt | ours | 550 Absender unbekannt
rcpt | ours | 550 Absenderdomain existiert nicht
rcpt | ours | 550 Ihr Konto ist gesperrt
rcpt | ours | 550 Benutzer nicht angemeldet
rcpt | ours | 550 Der Absender existiert nicht
rcpt | ours | 550 Ihr Postfach ist voll, Versand nicht möglich
rcpt | ours | 550 Unbekannter Client
rcpt | gone | 550 5.7.1 The mailbox ana@cliente.example does not exist
rcpt | gone | 550 Relay: user ana unknown
rcpt | gone | 554 5.7.1 ana: no such mailbox in our domain
rcpt | gone | 550 Account ana@cliente.example has been closed
rcpt | gone | 550 ana@cliente.example no longer works here
rcpt | gone | 550 The person you are writing to has left the company
rcpt | gone | 550 This mailbox is no longer in use
rcpt | gone | 550 5.1.6 Recipient no longer on server
rcpt | gone | 550 Address no longer valid
rcpt | gone | 550 I have no idea who ana is
rcpt | gone | 550 We have no mailbox by that name
rcpt | gone | 550 5.1.1 Unknown address error 550-'5.1.1 <ana>... User unknown'
rcpt | gone | 550 No account by that name here
rcpt | gone | 550 Not our customer
rcpt | gone | 550 not a known user
rcpt | gone | 550 Recipient address lookup failed
rcpt | gone | 550 5.1.1 Address does not exist (sender: caja@tienda.example)
rcpt | gone | 550 Esta casilla no existe
rcpt | gone | 550 La casilla de correo ha sido dada de baja
rcpt | gone | 550 Casilla inexistente
rcpt | gone | 550 Cuenta inexistente
rcpt | gone | 550 No existe tal usuario
rcpt | gone | 550 Destinatario inválido
rcpt | gone | 550 Dirección de destino desconocida
rcpt | gone | 550 Correo del destinatario no encontrado
rcpt | gone | 550 E-mail inexistente
rcpt | gone | 550 Destinatário desconhecido
rcpt | gone | 550 Esta conta de e-mail não existe
rcpt | gone | 550 Endereço de destino inválido
rcpt | gone | 550 Adresse de destination inconnue
rcpt | gone | 550 Ce compte n'existe plus
rcpt | gone | 550 Pas de boîte à ce nom
rcpt | gone | 550 Aucun utilisateur de ce nom
rcpt | gone | 550 Diese Adresse existiert nicht
rcpt | gone | 550 Postfach nicht gefunden
rcpt | gone | 550 Unbekannter Empfänger
rcpt | gone | 550 Empfängeradresse ungültig
rcpt | later | 450 Casilla llena
rcpt | later | 450 La casilla del usuario excedió su espacio
rcpt | later | 452 Caixa de entrada lotada
rcpt | later | 452 Boîte de réception saturée
rcpt | later | 452 Postfach überfüllt
rcpt | later | 450 Usuario temporalmente no disponible
rcpt | later | 450 Recipient temporarily unavailable
# made to lie between sender and recipient: speed, in five languages
rcpt | rate | 451 4.7.1 Sender rate exceeded, try again in 2 seconds
rcpt | rate | 451 Sender rate exceeded
rcpt | rate | 450 4.7.1 rate exceeded
rcpt | rate | 421 4.7.1 Rate exceeded
rcpt | rate | 454 4.7.0 Rate too high
rcpt | quota | 450 Sender rate overlimit - 120.4 / 1h
rcpt | rate | 451 Sender rate exceeds 10 messages per 1m
rcpt | quota | 550 Sender rate exceeds 100 messages per 1h
rcpt | quota | 550 Sender rate exceeds SMTP limit - 120.4 / 1d
rcpt | rate | 451 4.7.1 Rate exceeded for sender
rcpt | rate | 451 over rate
rcpt | rate | 421 Sender throughput exceeded
rcpt | rate | 421 connect rate too high
rcpt | rate | 421 4.7.0 Flow control active
rcpt | rate | 450 4.7.0 Sending speed limit reached
rcpt | rate | 450 Please reduce your sending speed
rcpt | rate | 451 Too much traffic from you
rcpt | rate | 421 max 20 msgs/min
rcpt | rate | 450 Velocidad de envío excedida
rcpt | rate | 450 Frecuencia de envío demasiado alta
rcpt | rate | 450 Reduzca la velocidad
rcpt | rate | 450 Ritmo de envío superado
rcpt | rate | 450 Ha excedido la tasa de envío
rcpt | rate | 450 Demasiadas solicitudes
rcpt | rate | 450 Taxa de envio excedida
rcpt | rate | 450 Débit d'envoi dépassé
rcpt | rate | 450 Fréquence/Cadence d'envoi trop élevée
rcpt | rate | 450 Versandrate überschritten
rcpt | rate | 450 Senderate zu hoch
rcpt | rate | 450 Ratenbegrenzung aktiv
rcpt | rate | 450 Bitte langsamer
rcpt | rate | 450 Bitte reduzieren Sie die Sendegeschwindigkeit
rcpt | rate | 450 Cuota de envío por minuto superada
rcpt | rate | 450 Message rate quota exceeded
rcpt | rate | 450 4.7.1 quota exceeded, wait 10 seconds
`;
