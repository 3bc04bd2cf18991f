/** Standard replies as translated pages of help render them; a rendering, where no server was quoted. */
export const TRANSLATED_REPLIES = `
# Spanish: Adobe's and Google's help, hosts' pages
rcpt | gone | 550 cuenta no disponible
rcpt | gone | 550 5.1.1 La dirección no existe en este servidor
rcpt | gone | 550 El destinatario no pertenece a este dominio
rcpt | later | 452 4.2.2 El buzón del destinatario ha superado su cuota
rcpt | later | 552 La casilla del usuario está llena
rcpt | gone | 550 La cuenta del usuario se encuentra suspendida
mail | ours | 553 Remitente no autorizado a enviar desde este dominio
rcpt | ours | 550 No está permitido el reenvío: debe autenticarse
data | content | 554 Mensaje rechazado por contenido no permitido
data | content | 550 El correo fue clasificado como spam
data | not carried | 552 El mensaje supera el tamaño máximo permitido
data | quota | 550 Ha superado el límite de correos por hora
session | ours now | 421 Servicio no disponible temporalmente, intente más tarde
data | ours | 550 El dominio del remitente no tiene registro SPF válido
rcpt | later | 451 Demasiados destinatarios
session | connections | 421 Demasiadas conexiones simultáneas desde su IP
# Portuguese: Adobe's and Google's help, UOL's and Locaweb's words
rcpt | gone | 550 5.1.1 Conta de e-mail não existe neste domínio
rcpt | gone | 550 Destinatário não encontrado no servidor
rcpt | later | 452 Caixa postal cheia
rcpt | later | 552 5.2.2 A caixa de correio do usuário excedeu a cota
rcpt | gone | 550 Conta desativada por inatividade
mail | ours | 553 Remetente inválido ou não autorizado
session | ours | 554 Seu IP está bloqueado por envio de spam
data | content | 554 Mensagem rejeitada: conteúdo suspeito de spam
data | ours | 550 Mensagem rejeitada devido à política local
data | quota | 550 Limite diário de envio de e-mails atingido
rcpt | ours | 550 Relay não permitido para este destinatário, autentique-se
session | ours now | 421 Serviço indisponível, host do cliente temporariamente bloqueado usando Spamhaus
rcpt | later | 450 Caixa de correio ocupada, tente novamente mais tarde
session | ours | 500 Erro de sintaxe, comando não reconhecido
# French: un-pas-en-avant.eu, arobase.org, gladir.com
rcpt | gone | 550 Adresse inconnue
rcpt | gone | 550 L'adresse de messagerie n'existe pas
rcpt | gone | 550 Action non effectuée : boîte-aux-lettres non disponible, non trouvée, pas d'accès
rcpt | later | 450 Action non effectuée : boîte-aux-lettres non disponible [Ex., bloquée par un autre utilisateur]
rcpt | gone | 551 Utilisateur non local
data | ours now | 452 Action non effectuée : manque de ressources système
session | ours | 503 Mauvaise séquence de commandes
rcpt | gone | 550 Ce compte a été désactivé
mail | ours | 553 Adresse de l'expéditeur refusée : domaine inexistant
session | ours | 554 Votre adresse IP est sur une liste noire
data | content | 554 Message rejeté : considéré comme spam
data | not carried | 552 Taille du message supérieure à la limite autorisée
data | quota | 550 Quota d'envoi quotidien dépassé
rcpt | ours | 550 Relais non autorisé, authentification requise
session | ours now | 421 Service non disponible, canal en fermeture
# German: mm-com.de, walkingtoweb, Google's help
rcpt | gone | 550 Adresse hier nicht vorhanden
rcpt | gone | 550 Adresse existiert nicht
rcpt | gone | 550 Empfaenger unbekannt
rcpt | gone | 550 Das Konto des Empfängers ist gesperrt
rcpt | later | 552 Das Postfach ist voll
rcpt | gone | 550 Befehl nicht ausgeführt, Mailbox nicht verfügbar
session | ours now | 421 Service nicht verfügbar, Verbindung wird beendet
data | ours now | 451 Aktion abgebrochen: Fehler bei der lokalen Ausführung
data | ours now | 452 Aktion abgebrochen: unzureichender Systemspeicher
rcpt | rate | 450 4.2.1 SMTP-Relay-Dienst-Höchstbeschränkung für diesen Kunden überschritten. Das ist ein vorübergehender Fehler.
session | ours now | 421 4.4.5 Server überlastet. Versuchen Sie es später noch einmal.
mail | ours | 553 Absenderadresse abgelehnt: Domain nicht gefunden
data | content | 554 Nachricht wurde als Spam erkannt und abgewiesen
data | not carried | 552 Nachricht ist zu groß
rcpt | ours | 550 Weiterleitung nicht erlaubt, bitte authentifizieren Sie sich
data | quota | 550 Tageslimit für ausgehende E-Mails erreicht
`;
