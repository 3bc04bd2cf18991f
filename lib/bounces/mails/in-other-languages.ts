import type { BounceMail } from './expected';
import { makeMail } from './make-mail';

type Report = [source: string, expected: string, subject: string, body: string];

/** Exchange and Microsoft 365 write in the language of the recipient's server; so do Gmail, and servers whose texts somebody translated. */
const REPORTS: Report[] = [
  [
    'Exchange, Spanish',
    'hard recipient ana@example.com',
    'No se puede entregar: Recibo 13',
    `No se pudo entregar el mensaje a estos destinatarios o grupos:

ana@example.com
No se encuentra la dirección de correo electrónico que ha especificado. Compruebe la dirección de correo electrónico del destinatario e intente volver a enviar el mensaje.

Información de diagnóstico para los administradores:

Generando servidor: mx.example.com

ana@example.com
Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'`,
  ],
  [
    'Exchange, Spanish: a full mailbox, without words for administrators',
    'soft mailbox_full ana@example.com',
    'No se puede entregar: Recibo 13',
    `Error al entregar a estos destinatarios o grupos:

ana@example.com
El buzón de correo del destinatario está lleno y no acepta más mensajes en este momento.`,
  ],
  [
    'Exchange, Portuguese',
    'hard recipient ana@example.com',
    'Não é possível entregar: Recibo 13',
    `Falha na entrega a estes destinatários ou grupos:

ana@example.com
O endereço de email que você inseriu não foi encontrado.

Informações de diagnóstico para administradores:

ana@example.com
Remote Server returned '550 5.1.1 User unknown'`,
  ],
  [
    'Exchange, French',
    'soft content ana@example.com',
    'Non remis : Reçu 13',
    `Échec de la remise aux destinataires suivants :

ana@example.com

Informations de diagnostic pour les administrateurs :

#552 5.3.4 Message size exceeds fixed maximum message size ##`,
  ],
  [
    'Exchange, German',
    'soft ours ana@example.com',
    'Unzustellbar: Beleg 13',
    `Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:

ana@example.com

Diagnoseinformationen für Administratoren:

#550 5.7.1 RESOLVER.RST.AuthRequired; authentication required ##`,
  ],
  [
    'Gmail, Spanish',
    'hard recipient ana@example.com',
    'Delivery Status Notification (Failure)',
    `** No se ha encontrado la dirección **

Tu mensaje no se ha entregado a ana@example.com porque no se ha encontrado la dirección o esta no puede recibir correo.

La respuesta fue:

550 5.1.1 The email account that you tried to reach does not exist.`,
  ],
  [
    'Gmail, Portuguese',
    'hard recipient ana@example.com',
    'Delivery Status Notification (Failure)',
    `** Endereço não encontrado **

Sua mensagem não foi entregue a ana@example.com porque o endereço não foi encontrado ou não pode receber e-mails.`,
  ],
  [
    'qmail of an Argentine provider, Spanish reason',
    'soft mailbox_full ana@example.com',
    'failure notice',
    `Hi. This is the qmail-send program at mx.example.net.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<ana@example.com>:
Espacio en casilla de correo agotado.

--- Below this line is a copy of the message.`,
  ],
  [
    'qmail with a Portuguese text',
    'hard recipient ana@example.com',
    'Falha na entrega',
    `Não foi possível entregar sua mensagem para os seguintes endereços:

<ana@example.com>:
Usuário inexistente. (#5.1.1)`,
  ],
  [
    'Postfix with a Spanish bounce_template_file',
    'hard recipient ana@example.com',
    'Correo no entregado',
    `Este es el sistema de correo de mx.example.net.

Lamentamos informarle que su mensaje no pudo ser entregado.

<ana@example.com>: host mx.example.com[192.0.2.7] said: 550 5.1.1 <ana@example.com>: El usuario no existe (in reply to RCPT TO command)`,
  ],
  [
    'Postfix with a French bounce_template_file: a delay',
    'delayed network ana@example.com',
    'Message retardé : delivery delayed',
    `Votre message n'a pas encore été remis. Il n'est pas nécessaire de le renvoyer : une nouvelle tentative aura lieu.

<ana@example.com>: connect to mx.example.com[192.0.2.7]:25: Connection timed out`,
  ],
  [
    'T-Online, German',
    'hard recipient ana@example.com',
    'Unzustellbar: Beleg 13',
    `Ihre Nachricht konnte nicht zugestellt werden.

<ana@example.com>:
550 Empfänger unbekannt`,
  ],
];

export const IN_OTHER_LANGUAGES: BounceMail[] = REPORTS.map(([source, expected, subject, body]) => ({
  source,
  expected,
  mail: makeMail({ subject, body }),
}));
