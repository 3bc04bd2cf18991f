import { anyOf } from './any-of';
import type { WordRule } from './families';

/**
 * What is said of us: our account, address, domain, machine. Sources: Postfix, Exim, Sendmail and qmail as shipped; Exchange Online ("NDR error codes"),
 * Gmail (support.google.com/a/answer/3726730), Yahoo, Outlook.com (S3140, S3150), iCloud (support.apple.com/102322), GMX, Orange (OFR_), Free, Proofpoint,
 * Mimecast, Barracuda, Cisco, Spamhaus, Amazon SES, SendGrid, Mailgun, Brevo and cPanel for the accounts they relay for.
 */
export const WORDS_OF_US: WordRule[] = [
  {
    cause: 'no_tls',
    says: anyOf(
      'must issue (?:a )?starttls|starttls (?:is )?(?:required|first)|encryption (?:is )?required|requires? (?:tls|encryption|ssl)|tls (?:is )?required|must use (?:tls|ssl|encryption)',
    ),
  },
  {
    cause: 'auth',
    says: anyOf(
      '(?:smtp |sender |user |client )?auth\\w* (?:is )?(?:required|needed|fail|unsuccessful|denied|error|invalid|rejected|disabled|mechanism)',
      '(?:require|need|must|please|turn on|enable|use|without|not|no|un)[ a-z]{0,24}(?:authenticat|smtp auth|log ?in|sign ?in|pop before)',
      'username and password|(?:invalid|incorrect|bad|wrong) (?:\\S+ )?(?:login|credentials|password)|credentials(?: \\S+){0,3} (?:invalid|rejected|expired)|not logged in|password (?:incorrect|expired|command)|application-specific password|basic authentication|SmtpClientAuthentication|mail relay authentication|pop-before-smtp',
      '(?:debe|requiere|necesita|requer|precisa|deve)\\S*(?: \\S+){0,3} autentic|autenticaci[oó]n(?: \\S+){0,3} (?:requerid|necesari|fall|incorrect)|autentica[cç][aã]o(?: \\S+){0,3} (?:requerid|necess[aá]ri|falh|obrigat)|authentification(?: \\S+){0,3} (?:requise|n[eé]cessaire|[eé]chou|obligatoire)|authentifizierung|nicht authentifiziert|anmeldung erforderlich|contrase[nñ]a|mot de passe|passwort|senha',
    ),
    unless: anyOf(
      '\\bspf\\b|dkim|dmarc|unauthenticated (?:e-?mail|mail|message)|sender is unauthenticated|authentication (?:check|result|level)|e-?mail authentication|domain authentication|from domain|sending domain|arc\\b|lacks? authentication|required authentication level|credits? exceeded',
    ),
  },
  {
    cause: 'relay',
    says: anyOf(
      'relay(?:ing)?(?: \\S+){0,5} (?:denied|not (?:permitted|allowed|authori[sz]ed|accepted|enabled)|prohibited|disallowed|forbidden|refused|reject|restricted|blocked|disabled)',
      '(?:not|no|un|cannot|can.t|refus\\w*|den\\w*|disallow\\w*|won.t|open|third[- ]party|unauthori[sz]ed|attempt to|authorized to|allowed to|permitted to|do not|does not|able to)(?: \\S+){0,3} relay',
      'relay (?:access|denied|not)|relaying|not a gateway|not (?:a )?local host|\\brelay\\b(?: \\S+){0,3} reject|rcpthosts|not (?:a|an) (?:\\S+ )?(?:local|relay|gateway|hosted|accepted) (?:domain|host)|not in my list|(?:must|should) be (?:a )?local|we do not accept mail for|not accept(?:ing)? mail for|no mail relay|not hosted here|not handled here|host not permitted to send|us(?:e|ing) (?:\\S+ ){1,6}as (?:a|an|your) (?:\\S+ )?relay',
      'reenv[ií]o(?: \\S+){0,4} (?:denegad|no permitid|no autoriz)|retransmisi[oó]n|encaminhamento|relay(?: \\S+){0,3} (?:negad|n[aã]o permitid|no permitid|denegad|interdit|refus|verweigert|nicht erlaubt)|relais(?: \\S+){0,3} (?:refus|interdit)|weiterleitung(?: \\S+){0,3} (?:nicht|verboten)',
    ),
    unless: anyOf('have an account here'),
  },
  {
    cause: 'authentication_of_domain',
    says: anyOf(
      '\\bspf\\b|\\bdkim\\b|\\bdmarc\\b|\\barc (?:seal|chain)|sender policy framework|sender ?id\\b|domainkeys',
      'unauthenticated (?:e-?mail|mail|message|sender)|sender is unauthenticated|(?:e-?mail|message|domain|sender)(?: \\S+){0,6} authentication (?:check|requirement|result|fail|level|information)|authentication(?: \\S+){0,3} (?:checks?|level)|not (?:properly )?authenticated (?:by|with)',
    ),
  },
  {
    cause: 'reverse_dns',
    says: anyOf(
      'reverse[- ]?(?:dns|lookup|name|hostname|ip|address|mapping)|\\brdns\\b|\\bptr\\b|fcrdns|forward[- ]confirmed|hostname (?:lookup|not found)|cannot find your (?:hostname|reverse)|ip (?:address )?(?:\\S+ ){0,4}(?:not resolve|has no|does not have|without)(?: \\S+){0,3} (?:name|dns|hostname|record|ptr)|unable to (?:verify|resolve) your|client host(?:name)? (?:not found|cannot|could not)|dns inverso|dns reverso|generic (?:reverse|hostname|rdns)|dynamic (?:ip|address|host|pool|reverse)|residential',
    ),
  },
  {
    cause: 'helo',
    says: anyOf(
      '\\bhelo\\b|\\behlo\\b|fully[- ]qualified (?:host|domain|name)|invalid host ?name|host ?name (?:is )?invalid|say hello|polite people say',
    ),
    unless: anyOf('hello \\['),
  },
  {
    cause: 'blocklist',
    says: anyOf(
      'spamhaus|spamcop|barracuda(?:central| ?networks|\\S* reputation)|sorbs|\\brbls?\\b|dns-?[br]l|\\bdnswl|uceprotect|backscatterer|invaluement|abusix|senderbase|senderscore|talosintelligence|trendmicro|proofpoint|mimecast|cloudmark|cisco|ironport|symantec|messagelabs|fortiguard|surbl|uribl|psbl|cbl\\.|abuseat|truncate\\.gbudb|njabl|mailspike|spfbl|gmx\\.(?:net|com)|t-online\\.de|postmaster\\.\\S+|sender-?support|delist',
      'black-?\\s?list|block-?\\s?list|blocked (?:using|by|for|due|because|from|-)|deny ?list|listed (?:in|at|by|on|as)|on (?:our|a|the) (?:\\S+ )?(?:block|black|deny) ?list|lista negra|lista de bloque|liste noire|sperrliste|gesperrt|blackliste',
      '(?:poor|bad|low|negative|no|insufficient|sender|ip|domain|mail server|your|its|web) reputation|reputation (?:is|score|filter|of|too|block|check|based)|reputaci[oó]n|reputa[cç][aã]o|r[eé]putation',
      '(?:your|client|sending|remote|source|connecting|originating|this|the) (?:\\S+ ){0,2}(?:ip|ips|host|server|network|mta|isp|machine|subnet|address|system)(?: \\S+){0,7} (?:block|ban|den|reject|refus|not (?:allowed|accepted|authori[sz]ed|welcome|permitted)|restrict|blacklist|prohibit|suspicio|abus|spam|compromis|infect)',
      '(?:block|ban|den(?:y|ied)|reject|refus|restrict)\\w*(?: \\S+){0,6} (?:ip|ip address|host|server|network|client|connection)\\b|client host(?: \\S+){0,3} (?:rejected|blocked|denied)|\\bS31[45]0\\b|\\bCS01\\b|\\bHM0\\d|\\bOFR_|\\bPH01\\b|\\bTS0[1-4]\\b|\\bRP-00\\d|\\bDY-00\\d|\\bSC-00\\d|\\bOU-00\\d|\\bIPBL\\d|\\bRBL\\d|\\bBL\\d{2}\\b',
      'access denied|connection (?:refused|rejected|denied|blocked|dropped)|banned|junkmail|no more connections|source of (?:spam|abuse)|spam(?:mer| source| from| host| ?trap)|spamming|unsolicited|abus(?:e|ive)|complaint|bad (?:host|ip|sender|client)|suspicious|honeypot|(?:messages|mail|e-?mails?) from (?:\\[?\\d|your|this)\\S*(?: \\S+){0,6} (?:not|block|reject|refus|defer|den)|not (?:accept\\w*|allow\\w*) (?:\\S+ ){0,3}from (?:your|this|dynamic|\\[?\\d)|temporarily deferred',
    ),
  },
  {
    cause: 'account',
    says: anyOf(
      '(?:account|service|smtp|user|domain|customer|subscription|domain name)(?: \\S+){0,6} (?:suspended|disabled|on hold|under review|under validation|not (?:active|activated|approved)|blocked|limited|restricted|locked|expired|disallowed|compromised|frozen|closed|terminated)',
      '(?:outgoing|outbound|sending|send|smtp service|smtp)(?: \\S+){0,5} (?:disabled|suspended|blocked|paused|not (?:allowed|enabled|activated)|denied|restricted|disallowed)',
      'outbound ?spam|OutboundSpamException|bill(?:ing|ed)|unpaid|overdue|payment|trial|free plan|upgrade your|sandbox|test (?:domain|account)|only send (?:testing|test)|contact (?:your )?(?:support|administrator|provider)|not permitted to send|may not send|not allowed to send|unable to send|cannot send|permission to send|no permission|unauthori[sz]ed|not authori[sz]ed|cuenta(?: \\S+){0,4} (?:suspendid|deshabilitad|bloquead)|conta(?: \\S+){0,4} (?:suspens|bloquead|desativad)',
    ),
    unless: anyOf('recipient|\\brcpt|mailbox (?:is )?(?:disabled|inactive)|that you tried to reach'),
  },
  {
    cause: 'sender',
    says: anyOf(
      '(?:sender|mail from|from|return[- ]?path|envelope from|reverse[- ]path|originator)\\S{0,2}(?: \\S+){0,8} (?:reject|denied|refus|verif|not (?:\\S+ )?(?:allow|accept|permit|authori|exist|found|valid|known|match|owned|local|verif|a)|unknown|invalid|block|does not|does ?n.t|mismatch|must|domain|forbidden|unresolv|bad|syntax|illegal|spoof|forg|is not|failed|cannot)',
      '(?:invalid|unknown|unverified|bad|illegal|forged|spoofed|blocked|rejected|unauthori[sz]ed|wrong|verify|verified) (?:\\S+ ){0,2}(?:sender|from|return path|identity|originator)',
      'send ?(?:as|on behalf)(?: ?denied)?|SendAsDenied|sender identity|verified sender|(?:e-?mail )?address is not verified|(?:domain|identity|address|identities)(?: \\S+){0,4} not (?:\\S+ )?verified|not verified|unverified|domain (?:is )?not (?:allowed|associated|owned|configured|authori)|from (?:field|header|domain|address)|header from|backscatter|callback|callout|not owned by|forged|spoof',
      'remitente|remetente|exp[eé]diteur|absender|dominio(?: \\S+){0,4} no (?:est[aá] )?verificad|dom[ií]nio(?: \\S+){0,4} n[aã]o (?:est[aá] )?verificad',
    ),
  },
  {
    cause: 'policy',
    says: anyOf(
      'polic(?:y|ies)|administrative(?:ly)? (?:prohibit|denied|reject|block|reasons?)|prohibited|prohibid|proibid|violat|terms of (?:service|use)|guidelines|security (?:reasons?|policy)|not (?:accepted|allowed|permitted) (?:for|due|by)|restrictions?|pol[ií]tica|richtlinie|politique|r[eè]gles|transport\\.rules|RESOLVER\\.RST|rejected by (?:\\S+ )?(?:rule|administrator|organi[sz]ation|recipient)|compliance',
    ),
  },
  {
    cause: 'loop',
    says: anyOf(
      'too many hops|mail loop|looping|loop (?:detect|back)|routing loop|hop count|received headers|(?:loops|points) back|forwarding loop|maximum forwarding',
    ),
  },
  {
    cause: 'unavailable',
    says: anyOf(
      'too many (?:errors|(?:invalid|unknown|bad) (?:\\S+ )?(?:recipients|users|commands|addresses))|system (?:storage|resources|error|failure|busy|problem|not accepting)|insufficient (?:system )?(?:storage|resources|memory|disk)|local (?:error|problem|configuration)|internal (?:error|server|software)|server (?:error|busy|too busy|unavailable|overload|is busy)|service (?:not|un|temporar|currently)|(?:queue|spool) (?:file|is|full)|out of memory|load (?:average|too|is)|maintenance|shutting down|closing (?:connection|transmission|channel)|temporary (?:\\S+ )?(?:local|server|system|internal|lookup|dns|failure|error|problem)|temporarily unavailable|database|ldap|timed? ?out|timeout|resources|greeting|backend|could not (?:connect|be (?:delivered|completed))|unable to (?:connect|deliver|process)',
    ),
    unless: anyOf('mailbox|recipient|user\\b|inbox'),
  },
];

/** Of us, though a recipient or the message is named: Exim's callback to the sender, Gmail's and La Poste's judgement of who sends. */
export const PLAINLY_OF_US: WordRule[] = [
  {
    cause: 'sender',
    says: anyOf(
      'postmaster verification|sender verif|verify (?:the |your )?(?:sender|return[- ]path)|account unavailable: possible forgery',
    ),
  },
  {
    cause: 'unavailable',
    says: anyOf(
      '^error in processing|scanners? (?:\\S+ ){0,2}(?:failed|error|time-?out|unavailable|not (?:available|running|reachable))',
    ),
  },
  // Whom we may not have written to by this way. Haraka's words where no plugin takes the domain for its own (connection.js, `rcpt_respond`), and
  // hMailServer's to an address range that may not send outwards (https://github.com/hmailserver/hmailserver/issues/287).
  {
    cause: 'relay',
    says: anyOf(
      '(?:can ?not|can.t|will not|won.t) deliver (?:e-?mails?|messages?|mails?) (?:for|to)\\b|(?<!smtp )deliver(?:y|ies) (?:to \\S+ )?(?:is |are )?not (?:allowed|permitted|authori[sz]ed)',
      'entrega (?:no|n[aã]o) (?:est[aá] )?(?:permitida|autorizada)|(?:livraison|remise) non autoris|zustellung (?:\\S+ ){0,3}nicht (?:erlaubt|gestattet|zul[aä]ssig)',
    ),
    unless: anyOf('unknown|no such|not (?:exist|found)|\\bfull\\b|quota|disabled|inactive'),
    stages: ['recipient'],
  },
  // Whose account it is is told by whom it is said to, or by what it may not do.
  {
    cause: 'account',
    says: anyOf(
      '(?:(?:su|tu|vuestra) cuenta|(?:sua|tua) conta) (?:\\S+ ){0,7}?(?:suspen|bloque|desactiv|desativ|deshabilit|cancel|encerr|cerrad)',
      '(?:account|cuenta|conta|compte|konto) (?:\\S+ ){0,4}?(?:suspen|disabled|blocked|bloque|gesperrt)\\S* (?:\\S+ ){0,3}?(?:non-?payment|unpaid|billing|spam|abuse|sending|outbound|falta de pag|impag|exceso de env|excesso de env|inadimpl|impay|remetente|remitente|abus[eo])',
    ),
  },
  // What is sent is ours, and so is whoever may not send it.
  {
    cause: 'account',
    says: anyOf(
      '\\benv[ií]os?\\b(?: \\S+){0,6} (?:deshabilit|desactiv|desativ|bloque|suspen|cancel)|(?:cuenta|conta|usuario|usu[aá]rio) de env[ií]o',
      '(?:no|n[aã]o) (?:est[aá] |tiene permiso |tem permiss[aã]o )?(?:autorizad[oa]s? |permitid[oa]s? )?(?:a|para) enviar|pas (?:autoris[eé]\\S*|le droit|permis) (?:[aà]|d.) ?envoyer|nicht (?:berechtigt|erlaubt|befugt)\\S*(?: \\S+){0,3} (?:zu )?(?:senden|versenden)|versand(?: \\S+){0,3} (?:nicht|gesperrt|deaktiviert|verweigert)',
      '(?:mailbox|account|quota) (?:\\S+ ){0,6}you (?:can ?not|can.t|may not) send',
    ),
    unless: anyOf('tasa|velocidad|ritmo|frecuencia|l[ií]mite|demasiad|\\brate\\b'),
  },
  {
    cause: 'auth',
    says: anyOf(
      'nicht (?:angemeldet|eingeloggt)|no (?:ha iniciado sesi[oó]n|autenticad)|n[aã]o autenticad|non (?:connect|authentifi|identifi)[eé]|not (?:logged|signed) in',
    ),
  },
  {
    cause: 'sender',
    says: anyOf('absender\\S*(?: \\S+){0,4} (?:existiert nicht|unbekannt|nicht|ung[uü]ltig)'),
  },
  // Of everybody who is not the server's own: it delivers to nobody outside for us, whoever it is.
  {
    cause: 'relay',
    says: anyOf(
      '\\b(?:remote|external|outbound|outgoing|outside|non-?local) (?:mail |e-?mail )?(?:delivery|deliveries|recipients?|addresses|destinations?|domains?)(?: \\S+){0,3} (?:disabled|refused|prohibited|forbidden|(?:not|n.t) (?:\\S+ )?(?:allowed|accepted|permitted|enabled|possible))',
    ),
    unless: anyOf('temporar|too many|limit|quota'),
    stages: ['recipient', 'data'],
  },
  // Whoever wants no mail of ours may well want that of another.
  {
    cause: 'policy',
    says: anyOf(
      '(?:refuses?|declines?|denie[sd]|(?:not|n.t) (?:want|wish|accept)\\w*) (?:to (?:accept|receive) )?(?:your|this) (?:mail|e-?mail|message|letter)(?! because)',
      'batv|backscatter|recipient(?:.s)? preferences?|block-send|accept\\w* (?:any )?(?:e-?)?(?:mails?|messages?) from\\b|(?:e-?mails?|mails?|messages?) from (?:this|your|that) (?:domain|address|sender|host|server|ip)(?: \\S+){0,3} (?:not|refused|reject|denied|blocked)|\\bGL/BL\\b',
    ),
  },
  {
    cause: 'blocklist',
    says: anyOf('message is likely unsolicited|unsolicited (?:e-?mail|mail) originating'),
  },
];
