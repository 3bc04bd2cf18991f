import { anyOf } from './any-of';
import type { WordRule } from './families';

const LONG_PERIOD =
  '(?:dail[iy]|hourly|weekly|monthly|per (?:1 ?)?(?:hour|day|month|week|24|h\\b|d\\b)|an hour|a day|/ ?(?:1 ?)?(?:hour|day|h|d)\\b|24[ -]?h(?:ours?|rs?)?\\b|hour limit|one day|hora\\b|por d[ií]a|al d[ií]a|a la hora|ao dia|diari[oa]s?|di[aá]ri[oa]s?|por hora|por dia|par jour|par heure|journali|pro (?:tag|stunde)|t[aä]glich|today\\b|this day\\b|hoy\\b|hoje\\b|aujourd.hui|\\bheut(?:e|ig))';
const USED_UP =
  '(?:limit|quota|exceed|maxim|m[aá]xim|max\\b|reached|threshold|allowance|l[ií]mite|cuota|cota|excedid|excedeu|excedido|super[oó]|superad|alcanzad|atingi|ultrapass|d[eé]pass|atteint|erreicht|kontingent|[uü]berschritten)';
const SENDING =
  '(?:sending|submission|outgoing|outbound|outbox|sent|send|messages?|e-?mails?|mails?|recipients?|env[ií]o|correos?|mensajes|mensagens|envoi|nachrichten)';

/**
 * Too fast, too many at once, or used up. Sources: Gmail (support.google.com/a/answer/3221692), Exchange Online (learn.microsoft.com,
 * "Sending limits" and "Fix NDR error"), Amazon SES (docs.aws.amazon.com/ses, "SMTP response codes"), Yahoo (senders.yahooinc.com/smtp-error-codes),
 * Postfix smtpd(8) and anvil(8), Exim's ratelimit ACL, cPanel's Exim configuration, Sendmail's access_db rate controls, OVHcloud, GoDaddy, Plesk,
 * Mimecast ("SMTP Error Codes").
 */
export const WORDS_OF_PACE: WordRule[] = [
  {
    cause: 'recipient_rate',
    says: anyOf(
      'receiving (?:e-?mail|mail|messages) (?:too quickly|at a rate)|(?:recebendo|recibiendo) (?:e-?mails|correos?|mensagens|mensajes) (?:muito|muy|demasiado|rápido|a uma taxa|a una velocidad)',
      '(?:user|recipient|mailbox|account) (?:\\S+ ){0,6}(?:has )?(?:received|is receiving) too (?:many|much)',
      'too many messages for (?:this )?(?:recipient|mailbox|user)',
      'recipient (?:\\S+ ){0,4}(?:rate|receiving|thread) limit',
      'recipients? (?:\\S+ ){0,3}(?:hourly|daily) (?:quota|limit)|receiv(?:e|ing) limit|can receive per (?:minute|hour|day)|send to this recipient per',
    ),
    unless: anyOf('\\byour (?:\\S+ )?(?:tenant|account|organization)\\b'),
  },
  {
    cause: 'connections',
    says: anyOf(
      'too many (?:\\S+ ){0,3}(?:connections?|sessions?|channels)\\b',
      'concurrent (?:smtp )?(?:connections?|sessions?)(?: \\S+){0,3} (?:limit|exceed)',
      '(?:maximum|max|limit)(?: \\S+){0,5} (?:concurrent|simultaneous|connections|sessions)',
      '(?:connections?|session)(?: \\S+){0,3} (?:limit|count)(?: \\S+){0,3} (?:exceed|reach)',
      'exceeded (?:the )?(?:allowable |allowed |maximum )?(?:number of )?(?:concurrent |simultaneous )?connections?',
      'connections? (?:rate )?limit|connection slots|thread limit|too (?:frequent|many) connects|ports? (?:\\S+ )?busy',
      // Gmail counts sign-ins: who keeps connections needs fewer of them.
      'too many (?:concurrent |recent |simultaneous )?(?:login|log-?ins?|sign-?ins?|authentication)(?: attempts| requests)?(?!\\S* (?:fail|error))',
      'demasiadas conexiones|conexiones simult|muitas conex|conex[oõ]es simult|trop de connexions|connexions simultan|zu viele (?:\\S+ )?verbindungen|gleichzeitige\\w* verbindungen',
    ),
    // Of one session too many recipients, not of one client too many sessions.
    unless: anyOf(
      'new tls|messages (?:per|(?:in|for|on) this)|connection time|too many (?:\\S+ )?(?:recipients?|rcpts?)\\b',
    ),
  },
  {
    cause: 'quota',
    says: anyOf(
      `${LONG_PERIOD}.{0,80}${USED_UP}`,
      `${USED_UP}.{0,80}${LONG_PERIOD}`,
      'tages(?:limit|kontingent)|exceeded (?:hour|day|daily|hourly)|smtp limit exceeded',
      'too many (?:\\S+ ){0,4}(?:(?:this|per|an|in (?:the )?last) (?:hour|day|60 minutes|24 hours)|today)\\b',
      'only \\d{1,7} (?:messages|e-?mails|mails|recipients) (?:per|an?) (?:hour|day)\\b',
      '(?:mail|e-?mail|message|account) limit (?:has been |was |is )?(?:reached|exceeded)|count quota',
      'reached (?:\\S+ ){0,3}(?:outgoing|outbound|sending) limit|(?:outgoing|outbound) (?:limits?|messages|e-?mails|mails)(?: \\S+){0,3} (?:reached|exceeded)',
      '(?:sender(?:.s)?|relay|smtp) quota|quota (?:\\S+ ){0,2}for (?:the |this |your )?sender|quota (?:of|for) (?:outgoing|outbound)',
      `${SENDING} (?:quota|allowance|credits?)`,
      `(?:quota|cuota|cota) .{0,30}(?:for sending|de env[ií]o|d.envoi)`,
      '(?:exceeded|reached) your (?:\\S+ ){0,3}(?:limits?|allowance)\\b',
      'your account is over (?:\\S+ )?quota|SubmissionQuotaExceeded|RecipientLimitExceeded|message(?:_| )limit exceeded',
      '(?:credits?|cr[eé]ditos?|cr[eé]dits?)(?: \\S+){0,4} (?:exceed|used|exhaust|expired|agotad|esgotad|[eé]puis)',
      '(?:insufficient|not enough|no more|out of|exceeded|maximum|no) (?:\\S+ )?credits?\\b',
      // Mailgun's, with the time when it is renewed: not of one message's recipients.
      'not allowed to send: (?:\\S+ ){0,3}limit (?:exceeded|reached)|limits? (?:for|of|on) your (?:\\S+ )?account(?: \\S+){0,2} (?:exceed|reach)',
      'plan (?:limit|quota)|limit of your (?:plan|account|package|subscription)',
      '(?:sender|user|account|domain|customer) .{0,60}(?:exceeded|reached).{0,40}(?:limit|quota|number of (?:messages|e-?mails|recipients))',
    ),
    unless: anyOf(
      'per (?:1 ?)?(?:second|minute|s\\b|m\\b)|/ ?(?:1 ?)?(?:sec|min|s\\b|m\\b)|a second|a minute',
      '(?:mailbox|inbox|disk|storage|recipient.s) (?:\\S+ ){0,3}(?:quota|full)',
      'size limit|message size|too large',
      'again (?:in|after) (?:an?|1|one) (?:hour|day)',
      'por (?:segundo|minuto)|par (?:seconde|minute)|pro (?:sekunde|minute)',
    ),
  },
  // Mimecast under its maximum load.
  { cause: 'busy', says: anyOf('unable to process connection at this time'), digit: 4 },
  // Gmail's, for now; with a 5xx the address is blocked.
  { cause: 'rate', says: anyOf('unusual amount of'), digit: 4 },
  // Not of one message: https://www.postfix.org/postconf.5.html#smtpd_client_recipient_rate_limit
  { cause: 'rate', says: anyOf('too many recipients from\\b') },
  {
    cause: 'too_many_recipients',
    says: anyOf(
      'too many (?:\\S+ ){0,2}(?:recipients?|rcpt|addresses)',
      '(?:maximum|max|limit)(?: \\S+){0,4} (?:recipients?|rcpts?)\\b',
      'recipients?(?: \\S+){0,3} (?:limit|exceed|maximum)',
      // One domain, or one policy, a transaction: the rest goes in the next.
      '(?:separate|split) transaction|one recipient (?:allowed|at a time|per)|domains? (?:per|pro) transa[ck]tion',
      'demasiados destinatarios|muitos destinat[aá]rios|trop de destinataires|zu viele empf',
    ),
    unless: anyOf('too many (?:invalid|unknown|bad)|address length'),
  },
  {
    cause: 'rate',
    says: anyOf(
      'throttl',
      'send(?:ing)? limit|limit for processing',
      'rate[ -]?limit|relay limit|relay-\\S+beschr|too many (?:new tls|auth)',
      '(?:sender|sending|send|message|mail|connect|connection|delivery|submission|request|user|account|ip|host)(?:.s)? rate\\b',
      '(?:exceed|high|unusual|excessive|maximum|max)\\w*(?: \\S+){0,4} rate\\b|\\bover (?:the |your )?(?:\\S+ )?rate\\b',
      '\\brate(?: \\S+){0,4} (?:exceed|too|over)|throughput(?: \\S+){0,4} (?:exceed|too)|(?:sending|delivery) speed|flow control|too much traffic',
      '(?:number|amount|count) of (?:\\S+ ){0,2}(?:e-?mails?|messages?|mails?)(?: \\S+){0,4} (?:exceed|limit)|max(?:imum)? \\d{1,5} (?:e-?mails?|msgs?|messages?) ?(?:/|per|a) ?(?:s|m)',
      'quota exceeded[,;.]? (?:please )?wait',
      'too (?:many|much)(?: \\S+){0,2} (?:e-?mails?|messages?|mails?|requests|deliveries|transactions)',
      'too (?:fast|quickly|frequent)|frequency limit',
      'slow(?:ing)? down|slower|back ?off',
      '(?:unexpected|excessive) volume|unusual (?:rate|volume)|high volume|volume of (?:mail|e-?mail|messages)',
      '(?:messages?|e-?mails?|mails?|recipients|number) per (?:connection|session|\\d+ (?:seconds|minutes))\\b',
      `${SENDING} (?:with)?in (?:\\d{1,4}|an?|one) ?(?:s|m|secs?|mins?|seconds?|minutes?)\\b.{0,60}(?:limit|exceed|max|allow)`,
      '(?:per (?:second|minute)|por (?:segundo|minuto)|par (?:seconde|minute)|pro (?:sekunde|minute))\\b.{0,60}(?:limit|l[ií]mit|exce|max|m[aá]x|super|ultrapass|d[eé]pass|[uü]bersch)|(?:limit|l[ií]mit|exce|max|m[aá]x|super|ultrapass|d[eé]pass).{0,60}(?:per (?:second|minute)|por (?:segundo|minuto)|par (?:seconde|minute)|pro (?:sekunde|minute))\\b',
      '(?:velocidad|frecuencia|ritmo|tasa|velocidade|frequ[eê]ncia|taxa|d[eé]bit|fr[eé]quence|cadence|vitesse) (?:de |d.)(?:env[ií]o|envoi|correo|mensajes|mensagens|messages)|reduzca (?:la|su) velocidad|reduza a velocidade|demasiadas (?:solicitudes|peticiones)|muitas (?:solicita|requisi)|trop de demandes',
      '(?:versand|sende|nachrichten|verbindungs)-?(?:rate|geschwindigkeit)|ratenbegrenzung|langsamer',
      'demasiados (?:mensajes|correos|env[ií]os)|demasiado r[aá]pido|muitas mensagens|muitos (?:e-?mails|envios)|r[aá]pido demais|trop de (?:messages|mails|courriels|requ[eê]tes)|trop (?:vite|rapide)|zu viele (?:e-?mails?|nachrichten|mails)|zu schnell',
      `(?:l[ií]mite|limite) de (?:env[ií]o|velocidad|taxa|d[eé]bit)`,
      '(?:l[ií]mite|limite)(?: \\S+){0,5} (?:excedid|superad|ultrapassad|d[eé]pass|atteint)',
    ),
    unless: anyOf(
      'too many (?:errors|invalid|unknown|bad|hops|received|failed|unrecogni[sz]ed)|sent from your (?:\\S+ )?(?:ip )?address has been blocked|unwanted messages|judged to be spam',
      'bad commands|complaints from|(?:spam|bounce|complaint|failure|error|abuse) rate',
    ),
  },
];
