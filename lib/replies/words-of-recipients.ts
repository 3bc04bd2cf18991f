import { anyOf } from './any-of';
import type { WordRule } from './families';

const PERSON =
  '(?:user|recipient|mailbox|mail ?box|address|account|addressee|person|customer|inbox|local[- ]?part|alias|rcpt)';
const PERSON_ES_PT =
  '\\b(?:usuarios?|destinatari[oa]s?|buz[oó]n|casilla|cuenta|direcci[oó]n|usu[aá]rios?|destinat[aá]ri[oa]s?|caixa(?: postal| de correio| de entrada)?|conta|endere[cç]o)\\b';
const PERSON_FR_DE =
  '(?:utilisateur|destinataire|bo[iî]te(?: aux lettres| de r[eé]ception)?|adresse|compte|benutzer|empf[aä]nger(?:adresse)?|postfach|konto|mailbox|teilnehmer|nutzer)';
const GAP = '.{0,60}?';

/**
 * What is said of an address. Sources: RFC 5321 and 3463; Postfix ("User unknown in local recipient table"), Exim ("Unrouteable address"), Sendmail,
 * qmail and its kin ("no mailbox here by that name", "mailbox is full"), Exchange (learn.microsoft.com, "NDR error codes"), Gmail
 * (support.google.com/a/answer/3726730), Yahoo, GMX and web.de (postmaster.gmx.net), Orange, Free, Zimbra, UOL, Terra.
 */
export const WORDS_OF_RECIPIENTS: WordRule[] = [
  {
    cause: 'mailbox_full',
    says: anyOf(
      '(?:over|exceed\\w*)(?: \\S+){0,4} quota|quota(?: \\S+){0,5} (?:exceed|full|reach)|quota violation|over-?quota|disk ?(?:space )?quota|out of (?:storage|disk|space|quota)',
      `(?:mailbox|mail ?box|inbox|maildir|storage|disk|folder|account)${GAP}(?:is |too )?\\bfull\\b`,
      `(?:mailbox|mail ?box|inbox|account|user)${GAP}(?:no (?:space|room)|not enough (?:space|storage)|insufficient (?:space|storage|disk)|exceeds? (?:\\S+ ){0,3}(?:size|limit|space)|too (?:many messages (?:stored|on the server)|much mail))`,
      'exceeds? (?:\\S+ ){0,2}mailbox size|too many messages (?:in|on) (?:this|the|your)? ?(?:mail ?box|server)|exceeded storage allocation|full mailbox|mailbox (?:has )?exceeded|mailbox (?:size|space|storage) limit|space has been used up|can.t create (?:user )?output|too much mail data',
      '(?:not|n.t)(?: have)? enough (?:storage|space|disk|room)|exhausted (?:\\S+ ){0,2}(?:storage|space)|QuotaExceededException|insufficient (?:mailbox )?storage for|no space left',
      `(?:buz[oó]n|casilla|bandeja|cuenta)${GAP}(?:llen[oa]|excedi|cuota|sin espacio)|caixa${GAP}(?:chei|lotad|excedi)|cota${GAP}excedi|cuota${GAP}(?:excedi|super)`,
      `(?:bo[iî]te|compte)${GAP}(?:plein|satur|d[eé]pass|quota)|postfach${GAP}(?:voll|[uü]berf[uü]llt|[uü]berschritten)|speicher(?:platz|volumen)|kapazit[aä]t|zu ?viele (?:e-?)?mails auf dem server|mailbox${GAP}(?:voll|[uü]berf[uü]llt)`,
    ),
    unless: anyOf(
      '\\bsender|sending quota|submission|daily|hourly|monthly|weekly|your (?:\\S+ )?quota|outgoing|messages? (?:per|sent)',
      '\\brate\\b|env[ií]o\\b|envoi\\b|versand|por minuto|par minute|pro minute|quota exceeded[,;.]? (?:please )?wait|\\byour account is over|you (?:can ?not|can.t|may not) send',
      'write error|space on (?:the |this )?(?:server|system)|queue quota|system storage|system is full|queue (?:is )?full|full queue|count quota|message size',
    ),
    stages: ['recipient', 'data'],
  },
  {
    cause: 'mailbox_disabled',
    says: anyOf(
      `${PERSON}\\S{0,3}(?: \\S+){0,7} (?:is |has been |was |been |currently |temporarily |administratively |now )*(?:disabled|inactive|not active|suspended|deactivated|closed|locked|terminated|expired|discontinued|deleted|blocked from receiving|over its age|abandoned|dormant|frozen|unconfirmed)`,
      `(?:disabled|inactive|suspended|deactivated|expired|closed|locked) (?:${PERSON}|e-?mail)`,
      `${PERSON_ES_PT}${GAP}(?:deshabilitad|desactivad|inactiv|inativ|suspendid|bloquead|cerrad|cancelad|expirad|desativad|encerrad|suspens)`,
      `${PERSON_FR_DE}${GAP}(?:d[eé]sactiv|inactif|inactive|suspendu|ferm[eé]|bloqu|deaktiviert|gesperrt|inaktiv|geschlossen|stillgelegt)`,
      'mailbox (?:is )?(?:temporarily )?(?:locked|busy|in use)|user (?:account )?(?:is )?not (?:yet )?activated|inactivity|falta de uso|for lack of use|archived recipient|user (?:is |has been )?banned|recipient (?:address )?suppressed|archiv[eé]e|recipient suspend|^\\S{1,99} is (?:now )?(?:disabled|inactive|locked|suspended)',
    ),
    unless: anyOf(
      '\\b(?:your|sender|sending|sender.s|from) (?:\\S+ ){0,3}(?:account|address|domain|mailbox|ip)|smtp (?:service|access)|outgoing|may not send|send(?:ing)? (?:has been|is|was)|\\benv[ií]o\\b|para enviar',
    ),
    stages: ['recipient', 'data'],
  },
  {
    cause: 'domain_unknown',
    says: anyOf(
      'un?routeable (?:address|mail domain)|unroutable',
      '(?:host|domain|hostname)(?: \\S+){0,5} (?:not found|does ?n.t exist|not exist|unknown|no (?:such|mx|valid mx|a record)|could not be (?:resolved|found)|cannot be resolved|not reachable|unreachable|invalid)',
      'no (?:valid )?(?:mx|mail (?:server|exchanger))|null ?mx|does not accept mail|unknown host|host unknown|recipient domain must exist|domain (?:\\S+ ){0,3}accepts? no mail|name service error|dns (?:error|lookup fail)',
      'no (?:hay|existe) (?:el )?dominio|dominio(?: \\S+){0,3} (?:no existe|inexistente|inv[aá]lido|desconocid|n[aã]o existe)|domaine(?: \\S+){0,3} (?:inexistant|inconnu)|domain(?: \\S+){0,3} (?:existiert nicht|unbekannt)',
    ),
    unless: anyOf(
      'sender|from address|\\bfrom:|helo|ehlo|client host|reverse|relay|mail from|your (?:domain|host)|sending (?:domain|host)|blocked|listed',
    ),
    stages: ['recipient', 'data'],
  },
  {
    cause: 'user_unknown',
    says: anyOf(
      `unknown (?:\\S+ ){0,2}${PERSON}`,
      `${PERSON}\\S{0,3}(?: \\S+){0,8} (?:is |are )?(?:unknown(?! (?:\\S+ )?error)|not (?:\\S+ )?(?:known|found|listed|exist|valid|available|recogni[sz]ed|allowed here|our customer|in (?:our|the) (?:\\S+ )?(?:list|directory|database|system))|doe?s ?n.t (?:\\S+ )?(?:exist|have)|do(?:es)? not (?:\\S+ )?exist|doesnt exist|no longer|invalid|undeliverable|unavailable|cannot be found|could not be found|verification failed|lookup failed)`,
      `(?:no|not a|not an|is not a|invalid|illegal|incorrect|non-?existent|undeliverable|bad(?: destination)?|wrong) (?:\\S+ ){0,3}${PERSON}`,
      'no such \\S|no idea who|no ?one (?:with|by|at|here)|mail for (?:that|this) (?:user|recipient|address)|user \\S{1,99} not ok',
      '^does not exist|no mailbox(?:es)? (?:here|by|found)|not our (?:customer|user|client)|not a member of (?:this |the |our )?domain|does(?: not| ?n.t) (?:\\S+ )?have an? (?:\\S+ )?account|has no account|is not a known|there is no one|no account by|we do not have an? (?:user|mailbox|recipient|address)|not a (?:local|valid) user|user not local|not (?:here|local)\\b',
      'RecipientNotFound|RecipNotFound|NoSuchUser|e-?mail account that you tried to reach|couldn.t be found|wasn.t found at',
      'recipient address(?:es)? rejected ?: access denied|address rejected: (?:unverified|undeliverable)|(?:address|recipient)(?: \\S+){0,2} (?:rejected|refused)$|\\bvrfy failed|not deliverable|e-?mail(?: address| account)? (?:(?:do|does|dos) not?|doe?sn.t|not|no) exists?|address must contain a domain|characters? in (?:the )?(?:address|recipient|local)|recipients?(?: \\S+){0,2} (?:cannot|could not|can.t) be verified|no longer valid|not present in (?:the )?directory|can.t accept user|rejected recipients|recipients? (?:is |are )?not (?:accepted|ok)\\b|bad(?:rcpt|recipient)to|validrcptto|missing home directory|recipient (?:has been |was )?denied|unknown e-?mail address|^\\S{1,99} (?:is |was )?not found|failed recipient validation|recipient (?:validation|verification|verify)(?: \\S+){0,3} failed|address verification failed|callout verification failed',
      'requested (?:mail )?action not taken: mailbox (?:unavailable|not)|mailbox (?:name )?(?:not|un)|mail receiving disabled|addressee|delivery to the following recipients? failed',
      `${PERSON_ES_PT}${GAP}(?:no (?:se )?(?:existe|encontrad|v[aá]lid|encuentra|hallad|disponible)|desconocid|inexistent|inv[aá]lid|n[aã]o (?:existe|encontrad|foi encontrad|[eé] v[aá]lid|localizad)|desconhecid|indispon[ií]vel|rechazad|rejeitad)`,
      `no tiene (?:una )?cuenta|(?:no existe|n[aã]o existe|inexistente|desconocid[oa]|desconhecid[oa])(?: \\S+){0,3} ${PERSON_ES_PT}`,
      `${PERSON_FR_DE}${GAP}(?:inconnu|inexist|n.existe|introuvable|indisponible|invalide|non trouv|unbekannt|existiert nicht|nicht (?:gefunden|vorhanden|bekannt|verf[uü]gbar|existent)|ung[uü]ltig)`,
      '(?:unbekannte|ung[uü]ltige)\\S{0,2} (?:benutzer|empf|adress|postfach)|kein (?:solcher|solches) (?:benutzer|postfach|konto)|keine person mit diesem namen|adresse (?:\\S+ )?inconnue',
    ),
    unless: anyOf(
      '\\bsender|\\bip\\b|mail from|from address|envelope from|return[- ]path|helo|ehlo|relay|\\bspf\\b|dkim|dmarc|reverse|client host|your (?:ip|host|domain|server)|sending (?:domain|address)|identity|not verified|remitente|remetente|exp[eé]diteur|absender',
      'blocked using|blacklist|blocklist|spam|policy|virus|authenticat|temporar',
      'too many (?:invalid|unknown|bad)|fully[- ]qualified',
      '\\b(?:command|sequence|argument|parameters?|syntax error|credentials|password|login|certificate)\\b',
    ),
    stages: ['recipient', 'data'],
  },
];

/** Of a recipient, though in words that elsewhere mean us. Sources: Barracuda, mail.ru, IceWarp. */
export const PLAINLY_OF_RECIPIENTS: WordRule[] = [
  {
    cause: 'mailbox_disabled',
    says: anyOf(
      'one or more recipients \\S{0,300}blocked\\)|\\bsuppressed:? recipient|recipient(?: \\S+){0,3} suppression list',
      // MailChannels' own list: "[RB] This recipient email address has been blocked."
      '\\brecipient (?:e-?mail )?address (?:is|was|has been) blocked\\b(?! (?:by|for|due|from|because))',
    ),
    stages: ['recipient', 'data'],
  },
  {
    cause: 'user_unknown',
    says: anyOf('deliver to a bogus|^no \\S+ in \\S+ directory|recipient syntax error'),
    stages: ['recipient'],
  },
];
