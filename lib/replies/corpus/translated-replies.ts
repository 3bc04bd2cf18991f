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
session | rate | 421 4.4.5 Server überlastet. Versuchen Sie es später noch einmal.
mail | ours | 553 Absenderadresse abgelehnt: Domain nicht gefunden
data | content | 554 Nachricht wurde als Spam erkannt und abgewiesen
data | not carried | 552 Nachricht ist zu groß
rcpt | ours | 550 Weiterleitung nicht erlaubt, bitte authentifizieren Sie sich
data | quota | 550 Tageslimit für ausgehende E-Mails erreicht
# Spanish and Portuguese (Outlook's pages of help, ionos.es, crm.maila.net.br) and French: renderings once more, in words used before by none
rcpt | ours | 550 clinica@example.com... Retransmissão Negada
rcpt | ours | 553 este domínio não consta na minha lista de rcpthosts autorizados (#5.7.1)
rcpt | gone | 550 5.1.1 caixa inexistente
rcpt | ours now | 451 4.3.0 Erro interno, tente mais tarde
rcpt | ours | 550 5.7.1 relais externe desactive
rcpt | gone | 550 não tomar medidas solicitadas: caixa de correio indisponível
rcpt | gone | 550 El buzón de correo no existe o no tiene permisos para recibir mensajes
rcpt | gone | 550 El usuario al que intenta enviar no está dado de alta
rcpt | gone | 554 5.7.1 Dirección de destino rechazada: no hay ningún buzón con ese nombre
rcpt | later | 552 Espacio de almacenamiento del buzón agotado
mail | ours | 550 El servidor desde el que envía no está autorizado en el registro SPF de su dominio
data | quota | 550 Se ha alcanzado el número máximo de correos que puede enviar al día
data | content | 554 Se ha detectado un virus en el mensaje
data | not carried | 552 El archivo adjunto supera el tamaño permitido
session | ours | 554 Conexión rechazada: su servidor figura en una lista de bloqueo
rcpt | later | 450 Servidor con lista gris activada, reintente en 5 minutos
# Portuguese, renderings
rcpt | gone | 550 Este endereço de e-mail não está mais ativo
rcpt | gone | 550 Não há nenhum usuário com esse nome aqui
rcpt | later | 552 O destinatário ultrapassou o espaço disponível em sua caixa
rcpt | ours | 554 Acesso negado: o seu servidor consta em lista de bloqueio
data | quota | 550 Você excedeu a quantidade máxima de mensagens por hora
auth | ours | 535 Usuário ou senha inválidos
data | not carried | 554 O anexo enviado não é permitido por este servidor
data | content | 550 Sua mensagem foi considerada spam e não será entregue
# French, renderings
rcpt | gone | 550 Cette adresse n'est plus valide
rcpt | gone | 550 Aucune boîte de ce nom sur ce serveur
rcpt | later | 552 L'espace de stockage du destinataire est épuisé
session | ours | 554 Connexion refusée : votre serveur ne possède pas de reverse DNS
data | quota | 550 Vous avez atteint le nombre maximal de messages autorisés par jour
auth | ours | 535 Identifiant ou mot de passe incorrect
data | content | 554 Un virus a été détecté dans votre message
data | not carried | 554 Type de pièce jointe interdit
rcpt | later | 450 Veuillez réessayer plus tard, liste grise
# German, renderings
rcpt | gone | 550 Dieses Postfach wird nicht mehr genutzt
rcpt | gone | 550 Kein Benutzer mit diesem Namen vorhanden
rcpt | later | 552 Der Speicherplatz des Empfängers ist belegt
session | ours | 554 Verbindung abgelehnt: kein gültiger Reverse-DNS-Eintrag für Ihren Server
data | quota | 550 Sie haben die maximale Anzahl an Nachrichten pro Stunde erreicht
auth | ours | 535 Benutzername oder Kennwort falsch
data | content | 554 In Ihrer Nachricht wurde ein Virus gefunden
data | not carried | 554 Anhänge dieses Typs werden nicht angenommen
rcpt | later | 450 Bitte versuchen Sie es in einigen Minuten erneut (Graylisting)
session | ours now | 421 Zu viele Anfragen, Dienst vorübergehend ausgesetzt
# Portuguese, from PowerMTA's patterns
rcpt | gone | 550 conta inativa
rcpt | gone | 550 usuário inativo
# Spanish, renderings once more
rcpt | gone | 550 El destinatario ya no trabaja en esta empresa
rcpt | gone | 550 Esta cuenta de correo fue dada de baja
rcpt | later | 452 El usuario no tiene espacio suficiente en su buzón
mail | ours | 550 El dominio del remitente no existe
data | content | 550 Su mensaje contiene enlaces sospechosos
rcpt | ours | 550 No se permite retransmitir a través de este servidor
# Portuguese, renderings once more
rcpt | gone | 550 Esta conta foi encerrada
rcpt | gone | 550 Endereço de destino incorreto
rcpt | later | 452 Caixa do usuário sem espaço
mail | ours | 550 Domínio do remetente não encontrado
session | ours | 554 Conexão recusada pelo antispam: IP com má reputação
session | rate | 421 Servidor ocupado, tente novamente em instantes
# French, renderings once more
rcpt | gone | 550 Le destinataire n'existe plus
rcpt | gone | 550 Ce nom d'utilisateur est inconnu sur ce domaine
rcpt | later | 452 La messagerie du destinataire est saturée
mail | ours | 550 Domaine de l'expéditeur introuvable
data | content | 554 Votre message a été identifié comme indésirable
session | rate | 421 Serveur surchargé, réessayez plus tard
# German, renderings once more
rcpt | gone | 550 Der Empfänger existiert nicht mehr
rcpt | gone | 550 Diese E-Mail-Adresse wurde gelöscht
rcpt | later | 452 Kein Speicherplatz mehr im Postfach des Benutzers
mail | ours | 550 Die Domain des Absenders existiert nicht
data | content | 554 Ihre Nachricht enthält verdächtige Links
session | ours now | 421 Server ausgelastet, bitte später erneut versuchen
# Spanish, renderings, a third time
rcpt | gone | 550 El buzón solicitado fue eliminado por el administrador
rcpt | gone | 550 Casilla de correo bloqueada por falta de pago
rcpt | later | 452 Buzón saturado, inténtelo más tarde
data | ours | 554 Correo rechazado por la política de seguridad de la organización
session | ours | 554 Su servidor no tiene registro PTR
# Portuguese, renderings, a third time
rcpt | gone | 550 A caixa postal informada não existe
rcpt | gone | 550 Usuário bloqueado pelo administrador
rcpt | later | 452 Caixa postal lotada
data | ours | 554 E-mail recusado pela política de segurança da empresa
session | ours | 554 Seu servidor não possui DNS reverso configurado
# French, renderings, a third time
rcpt | gone | 550 La boîte demandée a été supprimée
rcpt | gone | 550 Cet utilisateur n'est pas connu de nos services
rcpt | later | 452 La boîte du destinataire a atteint sa limite de stockage
data | ours | 554 Message refusé par la politique de sécurité
mail | ours | 550 L'adresse de l'expéditeur n'est pas autorisée
# German, renderings, a third time
rcpt | gone | 550 Das angegebene Postfach wurde geschlossen
rcpt | gone | 550 Der Benutzer ist diesem System nicht bekannt
rcpt | later | 452 Das Postfach hat sein Speicherlimit erreicht
data | ours | 554 E-Mail wegen Sicherheitsrichtlinie abgelehnt
mail | ours | 550 Die Absenderadresse ist nicht zugelassen
# our own account, worded by a reader of the tables in other languages than the documents'
rcpt | ours | 550 5.7.1 Su cuenta ha sido suspendida por exceso de envíos
rcpt | ours | 550 Tu cuenta está suspendida
rcpt | ours | 550 Sua conta foi suspensa por falta de pagamento
rcpt | ours | 550 Cuenta suspendida por falta de pago
rcpt | ours | 550 Account suspended for non-payment
rcpt | ours | 550 Account has been suspended due to spam activity
rcpt | ours | 550 This account has been disabled from sending outbound mail
data | ours | 554 Su cuenta ha sido suspendida
data | ours | 554 Sua conta foi bloqueada por spam
`;
