/**
 * How servers write a bounce in words alone. To add one: find the sentence it always begins with, say where it is written, and if its
 * recipients do not stand on a line of their own (which is found without a rule), how they are found. What the reason means is not for
 * this table: its words are judged by `lib/replies`.
 */
export type Format = {
  server: string;
  /** Where the format is written down. */
  source: string;
  /** Words that this server always writes and no person does. */
  says: RegExp;
  /** Group 1: the address. What follows, up to the next one, is its reason. Flags `gm`. */
  recipient?: RegExp;
  /** Group 1: the reason, where it does not follow the recipient. */
  reason?: RegExp;
};

const ADDRESS = String.raw`([^\s<>()[\]:;,"'@]{1,100}@[^\s<>()[\]:;,"'@]{1,200})`;
const each = (before: string, behind = ''): RegExp => new RegExp(`${before}${ADDRESS}${behind}`, 'gim');

export const FORMATS: Format[] = [
  {
    server: 'qmail',
    source: 'qmail-send.c, injectbounce()',
    says: /this is the qmail-send program|i wasn't able to deliver your message to the following addresses/i,
    recipient: each('^<', '>:'),
  },
  {
    server: 'qmail, localized (Plesk, MXHero, Terra)',
    source: 'control/bouncetext patches of qmail-send.c',
    says: /no he podido entregar su mensaje|no hemos podido entregar su mensaje|n[aã]o foi poss[ií]vel entregar (?:sua|a) mensagem|je n'ai pas pu (?:distribuer|remettre) votre message|konnte ihre (?:nachricht|mail) nicht zustellen/i,
  },
  {
    server: 'Postfix',
    source: 'src/bounce/bounce_templates.c, bounce_notify_util.c',
    says: /this is the (?:mail system at host|\S{1,80} (?:program|mail system) at host)|i'm sorry to have to inform you that (?:your message|the message returned)/i,
    recipient: each('^<', String.raw`>(?: \((?:expanded from|unknown).{0,200}\))?:`),
  },
  {
    server: 'Exim',
    source: 'src/deliver.c, moan.c; "warnmsg" of delays',
    says: /this message was created automatically by mail delivery (?:software|system)|a message that you (?:have )?sent (?:could not be delivered|has not yet been delivered|contained|was rejected by)/i,
    recipient: each(
      String.raw`^[ \t]{0,4}["<]?`,
      String.raw`[">]?(?: <[^>\n]{1,200}>)?(?: \(.{0,200}\))?:?[ \t]*$`,
    ),
  },
  {
    server: 'Sendmail',
    source: 'sendmail/savemail.c, errbody()',
    says: /----- ?the following addresses had (?:permanent|transient|delivery|fatal)|----- ?transcript of session follows|----- ?unsent message follows/i,
    recipient: each(String.raw`^[ \t]*(?:\d+\. )?<?`, String.raw`>?(?:\.\.\. .{0,300})?[ \t]*$`),
  },
  {
    server: 'Exchange 5.5, 2000, 2003',
    source: 'support.microsoft.com/kb/284204',
    says: /did not reach the following recipient\(s\):/i,
    // Also as X.400 wrote it: `c=US;a= ;p=FIRM;o=SITE;dda:SMTP=ana@example.com; on …`.
    recipient: each(String.raw`^[ \t]*["'<]?(?:c=[^@\n]{0,120}\bsmtp=)?`, `['">;]{0,2} on .{6,60}$`),
  },
  {
    server: 'Exchange 2007 and later, Microsoft 365',
    source: 'learn.microsoft.com, "Email non-delivery reports and SMTP errors"',
    says: /delivery has failed to these recipients or (?:groups|distribution lists)|diagnostic information for administrators|your message (?:to \S{3,200} )?couldn't be delivered|error al entregar a estos destinatarios|no se pudo entregar (?:el mensaje )?a estos destinatarios|falha na entrega a estes destinat[aá]rios|[eé]chec de la remise aux? (?:ces )?destinataires|fehler bei der (?:nachrichten)?zustellung an folgende empf[aä]nger|informaci[oó]n de diagn[oó]stico para (?:los )?administradores|informa[cç][oõ]es de diagn[oó]stico para administradores|informations de diagnostic pour les administrateurs|diagnoseinformationen f[uü]r administratoren/i,
  },
  {
    server: 'Gmail',
    source: 'support.google.com/mail/answer/6596',
    says: /delivery to the following recipients? (?:failed permanently|has been delayed)|technical details of (?:permanent|temporary) failure|your message wasn't delivered to|your message to \S{3,200} has been blocked|there was a temporary problem (?:while )?delivering your message to|tu mensaje no se ha (?:podido entregar|entregado) a|sua mensagem n[aã]o foi entregue (?:a|para)|votre message n'a pas (?:pu )?[eê]t[eé] (?:distribu[eé]|remis) [aà]|ihre nachricht (?:wurde nicht|konnte nicht) an/i,
    recipient: each(
      String.raw`(?:^[ \t]*|delivered to |(?:your|delivering your) message to |entregado a |entregar a |entregue a |entregue para |(?:distribué|remis) à |nicht an )<?`,
      String.raw`>?(?=[\s.]|$)`,
    ),
  },
  {
    server: 'Yahoo',
    source: 'help.yahoo.com, "Mailer-Daemon"',
    says: /sorry, we (?:were|are) unable to deliver your message to the following address|message from +\S{3,60}\.\s*unable to deliver message to the following address/i,
    recipient: each('^<', '>:'),
  },
  {
    server: 'Lotus Domino, HCL Domino',
    source: 'Domino Administrator help, "Delivery failure reports"',
    says: /\bwas not delivered to:/i,
    recipient: each(String.raw`^[ \t]+["<]?`, String.raw`[">]?[ \t]*$`),
    reason: /because:\s*([\s\S]{1,600}?)(?:\n[ \t]*\n|$)/i,
  },
  {
    server: 'Lotus Notes',
    source: 'Lotus Notes 4 and 5, "NonDelivery Report"',
    says: /-{3} ?failure reasons? ?-{3}/i,
    reason: /failure reasons? *-{3,}\s*([\s\S]{1,600}?)(?:-{5}|$)/i,
  },
  {
    server: 'MailEnable',
    source: 'mailenable.com/kb, "Message could not be delivered to some recipients"',
    says: /message could not be delivered to some recipients/i,
    recipient: each(String.raw`recipient: \[smtp:`, String.raw`\]`),
  },
  {
    server: 'hMailServer',
    source: 'hmailserver/source/Server/Common/Application/Languages/english.ini, "SEND_FAILED_NOTIFICATION"',
    says: /your message did not reach some or all of the intended recipients/i,
  },
  {
    server: 'GroupWise',
    source: 'Novell GroupWise Internet Agent, "Mail Status"',
    says: /the message that you sent was undeliverable to the following/i,
    recipient: each(String.raw`^[ \t]+`, String.raw`(?=[ \t]*\(|[ \t]*$)`),
  },
  {
    server: 'IMail',
    source: 'Ipswitch IMail 5 to 12, "Undeliverable Mail"',
    says: /^(?:unknown (?:user|host)|user mailbox exceeds allowed size|(?:undeliverable|delivery failed \d{1,3} attempts?)(?: to| for)?|invalid final delivery user(?:id)?)[: ]/im,
    recipient: each(
      String.raw`(?=^(?:unknown|user mailbox|undeliverable|delivery failed|invalid final)[^@\n]{0,80})(?:^[^@\n:]{0,80}?[: ]+)<?`,
    ),
    reason:
      /^((?:unknown (?:user|host)|user mailbox exceeds|undeliverable|delivery failed|invalid final)[\s\S]{1,600}?)(?:\n[ \t]*\n|$)/im,
  },
  {
    server: 'MDaemon',
    source: 'MDaemon, "DSN.dat"',
    says: /the attached message had permanent fatal delivery errors|the following addresses had delivery problems|--- session transcript ---/i,
  },
  {
    server: 'MDaemon, of its own users',
    source: 'MDaemon, "NoSuchUser.dat"',
    says: /there is no user by that name at this server/i,
    recipient: each(String.raw`^[ \t]*<?`, '>? - no such user'),
  },
  {
    server: 'Courier',
    source: 'courier/module.dsn, "dsnhead.txt"',
    says: /your message to the following recipients? cannot be delivered/i,
    recipient: each('^<', '>:'),
  },
  {
    server: 'CommuniGate Pro',
    source: 'communigate.com, "Delivery report"',
    says: /^failed to deliver to '/im,
    recipient: each(`^failed to deliver to '<?`, `>?'`),
  },
  {
    server: 'OpenSMTPD',
    source: 'usr.sbin/smtpd/bounce.c',
    says: /this is the mailer-daemon, please do not reply to this/i,
    recipient: each('^', ':'),
  },
  {
    server: 'DragonFly Mail Agent',
    source: 'dma/bounce.c',
    says: /this is the dragonfly mail agent|message delivery to '[^']{3,200}' failed/i,
    recipient: each(`(?:message delivery to |there was an error delivering your mail to )['<]`, `['>]`),
  },
  {
    server: 'Apache James',
    source: 'james/mailets, NotifyPostmaster and Bounce',
    says: /your message could not be delivered|error message below:/i,
    reason: /error message below:\s*([\s\S]{1,600}?)(?:\n[ \t]*\n|$)/i,
  },
  {
    server: 'Zoho Mail',
    source: 'zoho.com/mail/help, "Undelivered mails"',
    says: /this message was created automatically by mail delivery software|\[status: (?:error|\d{3}), address: </i,
    recipient: each('(?:address: <|^)', '(?=>?,? (?:responsecode|invalid|error)|>)'),
  },
  {
    server: 'Mercury/32',
    source: 'Mercury Mail Transport System, "Error report" template',
    says: /the following (?:addressees?|addresses|recipients?) (?:failed|were rejected)|for the following reasons?, (?:mercury|this message)/i,
  },
  {
    server: 'Kerio Connect',
    source: 'Kerio Connect manual, "Delivery status"',
    says: /^reporting-mta: .{1,200}\n|your (?:e-?mail )?message (?:could not|cannot) be delivered to (?:one or more|the following) recipients?/im,
  },
  {
    server: 'Google Groups',
    source: 'support.google.com/a/answer/168383',
    says: /the group you tried to contact \(/i,
    recipient: each('(?:^|inform you that your message to )'),
  },
  {
    server: 'Trend Micro InterScan, MailMarshal and other gateways with a transcript',
    source: 'InterScan Messaging Security Suite, "Mail could not be delivered"',
    says: /^(?:sent +)?(?:>>>|<<<) rcpt to:/im,
    recipient: each('(?:>>>|<<<) rcpt to: ?<', '>'),
  },
  {
    server: 'MailFoundry',
    source: 'MailFoundry appliance, "Message delivery has failed"',
    says: /^unable to deliver message to: </im,
    recipient: each('^unable to deliver message to: <', '>'),
    reason: /delivery failed for the following reason:\s*([\s\S]{1,600}?)(?:\n[ \t]*\n|$)/i,
  },
  {
    server: 'Amazon SES, WorkMail',
    source: 'docs.aws.amazon.com/ses, "Bounce notifications by email"',
    says: /an error occurred while trying to deliver the mail to the following recipients/i,
    reason: /technical report:\s*([\s\S]{1,600})/i,
  },
  {
    server: 'Postal',
    source: 'postal, app/lib/bounce_message.rb',
    says: /this is the mail delivery service responsible for delivering mail to/i,
    recipient: each('responsible for delivering mail to ', String.raw`(?=\.?[ \t]*$)`),
  },
  {
    server: 'hosted gateways (Frontbridge, Cudamail)',
    source: 'as received: "There was an error sending your mail"',
    says: /the following recipients returned (?:permanent|temporary) errors:/i,
    recipient: each('returned (?:permanent|temporary) errors: '),
  },
  {
    server: 'smail, csmap and others that head the list of whom they failed',
    source: 'smail 3, notify.c; samples of Mailman (flufl.bounce)',
    says: /^\|?-{3,}.? ?failed (?:recipients|addresses)\b/im,
    recipient: each('^<?', String.raw`>?(?::|[ \t]*\.\.\.)`),
  },
  {
    server: 'gateways of few words (Symantec, InterScan, mail rooms of firms)',
    source: 'samples of Mailman (flufl.bounce)',
    says: /(?:could not|cannot|can't) be delivered to(?: the following (?:recipients?|users?|address(?:es)?))?:[ \t]*$|^intended recipient: ./im,
  },
];

/** Where the returned message begins within a text. */
export const COPIES: RegExp[] = [
  /^[-= ]{2,}.{0,30}\b(?:copy of (?:the|your) (?:original )?(?:message|mail)|(?:original|returned|undelivered|unsent|failed) message|message (?:headers?|text|contents?) follows?|headers? (?:of the|from)|mensaje original|mensagem original|message (?:d.origine|original)|urspr[uü]ngliche nachricht)\b/im,
  /^[-= ]{0,10}(?:below this line is a copy of the message|original message (?:follows|headers?:|text:)|the (?:first \d{1,4} lines of (?:the|your) )?original message (?:headers? )?follows?|(?:included|here|below|enclosed) (?:below )?is a copy of|message headers follow|---+ ?original message ?---+|start of returned message|copy of the message follows|the following (?:is|are) (?:the|a copy)|encabezados (?:originales|de(?:l| los)? mensajes? original)|cabe[cç]alhos (?:originais|da mensagem original)|en-t[eê]tes (?:d.origine|de message d.origine)|urspr[uü]ngliche (?:nachrichten)?kopfzeilen)/im,
  /^(?:return-path: ?<|received: from |received: \(qmail|received: by |x-received: |dkim-signature: |message-id: ?<)/im,
];

/** Who sends what a server writes by itself. */
export const DAEMONS =
  /\b(?:mailer[-_. ]?daemon|mail[-_. ]?daemon|post[ _]?master|mdaemon|mail ?delivery|delivery ?(?:sub)?system|mail ?(?:administrator|system|router)|system administrator|double-?bounces?|bounces?|microsoft exchange|mail gateway|smtp ?gateway|administrador del sistema|systemadministrator)\b/i;

export const SUBJECTS =
  /undeliver|undelivered|delivery (?:status|failure|failed|report|notification|problem|error|has failed|incomplete|delayed|unsuccessful)|(?:mail|message) delivery (?:failed|failure|status|problem|delayed)|failed delivery|failure (?:notice|delivery)|returned (?:e-?)?mail|returned to sender|returning message|(?:mail|message|e-?mail)(?: \S+)? (?:delayed|not delivered|could not be (?:sent|delivered)|system error|status report|error report)|mail (?:system )?error|non[- ]?deliver|nondeliver|not deliverable|could not send message|error sending your (?:e-?)?mail|warning: message|no se (?:ha )?(?:pudo|puede|podido) entregar|(?:mensaje|correo) (?:no entregado|devuelto)|no entregado|notificaci[oó]n de (?:estado de )?entrega|n[aã]o (?:foi )?entregue|n[aã]o (?:p[oô]de ser|foi poss[ií]vel) entreg|falha (?:na|de) entrega|mensagem devolvida|notifica[cç][aã]o de (?:status|estado) de entrega|non remis|[eé]chec de (?:la )?(?:remise|distribution)|rapport de non-remise|impossible de remettre|unzustellbar|zustell(?:ung|fehler)|nicht zugestellt|mancato recapito/i;

/** Still on its way: it will be tried again by who writes. */
export const DELAYS =
  /\bwarning message only\b|has not (?:yet )?been delivered(?: yet)?|not yet been delivered|will (?:keep|continue) (?:trying|to try|to retry)|will (?:be retried|retry for|try again|continue to be attempted)|delivery (?:attempts? will (?:continue|be retried)|is delayed|incomplete|has been delayed)|you do not need to resend|no action is required on your part|transient non-fatal errors|is (?:still )?being (?:delayed|retried)|could not send message for past|se seguir[aá] intentando|se volver[aá] a intentar|no es necesario (?:que )?(?:vuelva a enviar|reenv)|continuar[aá] tentando|ser[aá] tentad[ao] novamente|n[aã]o (?:é|e) necess[aá]rio reenviar|nouvelle tentative|sera (?:r[eé]essay|retent)|wird (?:weiter|erneut) versucht|weitere zustellversuche/i;
