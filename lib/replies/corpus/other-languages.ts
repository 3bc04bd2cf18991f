/** Spanish, Portuguese, French and German: receivers' own words, and standard replies in the words of hosts' and providers' translated pages. */
export const OTHER_LANGUAGES = `
# Spanish: ZoneMTA's samples, sisimai's userunknown, OVHcloud's guide in Spanish (github.com/ovh/docs, diagnostic_advanced/guide.es-es.md), ionos.es, warmy.io, Google's help in Spanish
rcpt | later | 421 4.7.1 Service unavailable; Client host [203.0.113.9] blocked using grey.rbl - Rechazo temporal, intentelo mas tarde por favor...Greylisting in action, please try again later
rcpt | gone | 550 No existe dicha persona
rcpt | gone | 550 No existe ese usuario en esta máquina
rcpt | gone | 550 El buzón no existe
rcpt | gone | 550 El usuario no tiene una cuenta en este servidor
rcpt | gone | 550 Cuenta suspendida
rcpt | later | 552 Buzon lleno
rcpt | ours | 550 5.7.1 Rechazado: el registro PTR no existe para su IP
rcpt | ours | 550 5.7.1 Su servidor no existe en nuestra lista blanca
session | ours now | 421 Servicio no disponible, canal de transmisión en curso de cierre
rcpt | later | 450 Petición de acción de correo no efectuada: buzón de correo no disponible (por ejemplo, buzón de correo ocupado o temporalmente bloqueado)
data | ours now | 451 Se ha interrumpido la acción necesaria: Error de procesamiento local
data | ours now | 451 4.3.0 Problema local temporal. Por favor, intente más tarde
data | ours now | 452 Acción solicitada no realizada: sistema de almacenamiento insuficiente
rcpt | gone | 550 La acción solicitada no se ejecutó: buzón de correo no disponible
rcpt | gone | 550 Acción solicitada no realizada: buzón de correo no disponible
rcpt | later | 552 Petición de acción de correo interrumpida: espacio de almacenamiento superado
session | ours | 554 Transacción fallida, "Aquí no hay servicios SMTP"
session | ours | 503 El servidor ha encontrado una mala secuencia de comandos.
rcpt | gone | 550 5.1.1 La dirección de correo electrónico del destinatario no existe
rcpt | later | 452 4.2.2 La bandeja Recibidos del destinatario no tiene espacio de almacenamiento disponible
data | quota | 550 5.4.5 Alcanzaste el límite diario para enviar correos electrónicos
session | ours | 550 5.7.606 Acceso denegado, prohibido enviar IP
auth | ours | 535 falló durante la autenticación
# Portuguese: Google's "Erros e códigos SMTP do Gmail" (knowledge.workspace.google.com, pt-br), sendpulse.com/br, OVHcloud's guide in Portuguese, GoDaddy in Portuguese
rcpt | later | 450 4.2.1 O usuário com quem você está tentando entrar em contato está recebendo e-mails muito rápido. Reenvie sua mensagem mais tarde.
rcpt | later | 450 4.2.1 O usuário com quem você está tentando entrar em contato está recebendo e-mails a uma taxa que impede a entrega de outras mensagens.
rcpt | later | 452 4.2.2 A caixa de entrada do destinatário está sem espaço de armazenamento.
data | ours now | 451 4.3.0 O servidor de e-mail rejeitou temporariamente esta mensagem.
session | ours now | 421 Servidor temporariamente indisponível. Tente novamente mais tarde. IB101
rcpt | later | 451 4.7.1 Greylisting (lista cinza) em ação. Retorne daqui a 00:02:00
data | ours now | 451 Ação solicitada cancelada - Erro local no processamento
rcpt | gone | 541 5.4.1 Endereço do destinatário rejeitado - Acesso negado
mail | ours | 551 O endereço do remetente não é válido para o seu login
rcpt | ours | 551 Este servidor de email necessita de autenticação antes de enviar emails a partir de um domínio hospedado localmente
session | ours now | 421 Serviço não disponível, canal de transmissão em curso de encerramento
rcpt | later | 450 Ação de mensagens pedida não efetuada: caixa de email indisponível (por exemplo, caixa de email ocupada ou temporariamente bloqueada)
data | ours now | 452 Ação solicitada não efetuada: sistema de armazenamento insuficiente
auth | ours | 535 Falha durante a autenticação
rcpt | gone | 550 Ação solicitada não efetuada: caixa de correio indisponível
rcpt | later | 552 Serviço de mensagens pedido interrompido: espaço de armazenamento ultrapassado
session | ours | 554 Transação falhada, "Nenhum serviço SMTP aqui"
rcpt | gone | 550 Endereço de e-mail não existe
rcpt | gone | 550 Usuário não encontrado
rcpt | gone | 550 usuário inexistente
# French: Orange, La Poste (LPN), SFR (sisimai rhost/franceptt.rb, bentonow.com/smtp-errors/sfr), OVHcloud's guide in French
session | ours now | 421 mwinf5c77 ME Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR_999 [999]
session | ours now | 421 4.2.0 Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR005_505 [505]
session | ours | 550 5.5.0 Service refuse. Veuillez essayer plus tard. service refused, please try later. LPN001_108
session | connections | 421 mwinf5c63 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR005_104 [104]
mail | ours | 501 5.1.0 Emetteur invalide. Invalid Sender. OFR004_405 [405]
mail | ours now | 421 smtp.orange.fr [203.0.113.9] Emetteur invalide, Veuillez verifier la configuration SPF/DNS de votre nom de domaine. Invalid Sender. SPF check failed, please verify the SPF/DNS configuration for your domain name.
rcpt | gone | 550 5.5.0 Adresse destinataire invalide. Invalid recipient. LPN007_416
rcpt | later | 552 5.1.1 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]
rcpt | gone | 550 5.5.0 Boite du destinataire archivee. Archived recipient. LPN007_420
rcpt | gone | 550 5.5.0 Le compte du destinataire est bloque. The recipient account is blocked. LPN007_426
mail | ours | 550 5.5.0 Authentification requise. Authentication Required. LPN105_402
auth | ours | 550 5.7.0 Code d'authentification invalide OFR_305
data | not carried | 552 5.3.4 Taille limite du message atteinte
data | ours | 571 5.7.1 Message refused, DMARC verification Failed. Message refuse, verification DMARC en echec LPN007_517
rcpt | ours | 554 5.7.1 <mta.example.com[203.0.113.9]:49309>: Client host rejected: #216 lpn LPN000_630
rcpt | ours | 550 5.5.0 Les emails envoyes vers la messagerie Laposte.net ont ete bloques par nos services. Afin de regulariser votre situation, nous vous invitons a cliquer sur le lien ci-dessous et a suivre la procedure. https://senderscore.org/blacklistlookup/  LPN007_102
rcpt | ours | 554 5.7.1 <mta.example.com[203.0.113.9]>: Client host rejected: Abus detecte GU_EIB_02
rcpt | ours now | 450 4.7.1 <mta.example.com[203.0.113.9]>: Client host rejected: Service refused, please try later. SFR_IN_101
session | ours now | 421 Service non disponible, canal de transmission en cours de fermeture
rcpt | later | 450 Action de messagerie demandée non effectuée : boîte mail indisponible (par exemple, boîte mail occupée ou temporairement bloquée)
data | ours now | 451 Action requise abandonnée : Erreur de traitement local
data | ours now | 452 Action demandée non effectuée : système de stockage insuffisant
auth | ours | 535 Échec lors de l'authentification
rcpt | gone | 550 Action demandée non effectuée : boîte aux lettres indisponible
rcpt | gone | 550 Utilisateur inconnu !
# German: web.de (sitepackage.de), bytecamp.net, Agnitas' bounce rules, Google's texts in German (netcomplete.ch, eifert.net), siteground.de
rcpt | gone | 550 Benutzer nicht bekannt/User unknown
rcpt | later | 550 Benutzer hat das Speichervolumen ueberschritten. / User has exhausted allowed storage space.
rcpt | later | 550 Benutzer hat zuviele Mails auf dem Server. / User has too many messages on the server.
rcpt | later | 422 4.2.2 Quota limit exceeded (Speicherplatz des Kontos ueberschritten)
rcpt | later | 550 Mailbox quota exceeded / Mailbox voll.
data | later | 552 Da die Kapazität des Empfänger E-Mail Postfaches erschöpft ist.
rcpt | gone | 550 Es gibt keine Person mit diesem Namen unter dieser Adresse
data | content | 571 5.7.1 message classified as spam (Nachricht als Spam eingestuft)
session | ours now | 421 4.4.5 Server nicht verfügbar, versuchen Sie es später noch einmal.
rcpt | ours now | 421 4.7.0 IP nicht auf weißer Liste für RCPT-Domain, Verbindung wird beendet.
data | ours now | 421 4.7.0 Unser System hat eine ungewöhnliche Anzahl unerwünschter E-Mails von Ihrer IP-Adresse festgestellt. Um unsere Nutzer vor Spam zu schützen, wurden E-Mails von Ihrer IP-Adresse vorübergehend blockiert.
session | ours now | 421 4.3.0 Vorübergehendes Systemproblem. Versuchen Sie es später noch einmal.
rcpt | ours now | 421 4.7.0 TLS für RCPT-Domain erforderlich, Verbindung wird beendet.
rcpt | later | 450 4.2.1 Der Nutzer, den Sie kontaktieren möchten, erhält zu rasch E-Mails. Senden Sie Ihre Nachricht zu einem späteren Zeitpunkt noch einmal.
rcpt | later | 450 4.2.1 Der Nutzer, den Sie kontaktieren möchten, empfängt E-Mails in einer Geschwindigkeit, die verhindert, dass zusätzliche Nachrichten übermittelt werden.
data | ours now | 451 4.3.0 Der E-Mail-Server hat die Nachricht vorübergehend abgelehnt.
rcpt | later | 451 4.3.0 Mehrere Ziel-Domains pro Transaktion werden nicht unterstützt. Bitte versuchen Sie es erneut.
session | ours now | 451 4.4.2 Zeitüberschreitung, Verbindung wird beendet.
rcpt | later | 452 4.2.2 Im Posteingang des Empfängers ist kein Speicherplatz mehr verfügbar.
rcpt | gone | 550 Angeforderte Aktion nicht ausgeführt: Mailbox nicht verfügbar
rcpt | gone | 550 5.1.1 Das E-Mail-Konto, das Sie zu erreichen versucht haben, existiert nicht
`;
