import { anyOf } from './any-of';
import type { WordRule } from './families';

/**
 * What is said of the message itself. Sources: RFC 1870 (size), RFC 6531 (SMTPUTF8), Postfix ("message size exceeds fixed limit"), Exim ("message too
 * big"), Exchange, Gmail ("552-5.7.0 … potential security issue", "5.3.4 … size limits"), Amavis, ClamAV, SpamAssassin and rspamd as servers quote them.
 */
export const WORDS_OF_CONTENT: WordRule[] = [
  {
    cause: 'virus',
    says: anyOf(
      '\\bvirus|\\bviral\\b|\\bmalware|\\btrojan|\\bworm\\b|infected|phishing|malicious (?:content|url|link|attachment|code)|w32\\.|eicar|contiene un virus|cont[eé]m v[ií]rus|contient un virus|schadsoftware|virenverseucht',
    ),
    unless: anyOf(
      'your (?:computer|ip|server|host|machine)|(?:host|ip|server|machine)(?: \\S+){0,3} (?:is )?(?:infected|compromised)|(?:may|can|could) contain|scanners? (?:\\S+ ){0,2}(?:failed|error|time-?out|unavailable|not (?:available|running|reachable))|(?:check|scan|scanning) for virus\\w* (?:\\S+ ){0,2}(?:failed|impossible|timed out)|cbl\\b|spamhaus',
    ),
  },
  {
    cause: 'attachment',
    says: anyOf(
      'attachments?(?: \\S+){0,6} (?:not (?:allowed|accepted|permitted)|block|reject|forbidden|prohibit|denied|type)',
      '(?:block|reject|forbidden|prohibit|banned|illegal|dangerous|executable)\\w*(?: \\S+){0,3} (?:attachment|file|extension)',
      'file[ _](?:type|extension)|banned (?:file|name)|presents a potential security issue|executable content|adjunto(?: \\S+){0,4} (?:no permitid|prohibid|bloquead)|anexo(?: \\S+){0,4} (?:n[aã]o permitid|proibid|bloquead)|pi[eè]ce jointe(?: \\S+){0,4} (?:interdit|refus)|anhang(?: \\S+){0,4} (?:nicht erlaubt|verboten|blockiert)',
    ),
  },
  {
    cause: 'size',
    says: anyOf(
      '(?:message|attachments?) (?:\\S+ ){0,3}(?:is )?(?:too (?:big|large|long)|larger than)',
      '(?:too (?:big|large)|exceed\\w*|greater than|larger than|over|beyond|maximum|max)(?: \\S+){0,6} size\\b|size\\b(?: \\S+){0,6} (?:exceed|too (?:big|large)|limit|maximum|larger|greater|over)',
      'exceeds?(?: \\S+){0,3} (?:size|length|bytes)|size limit|message length|data size|mail (?:is )?too (?:big|large)|too (?:big|large) (?:message|mail|e-?mail)|message content (?:is )?too large',
      'tama[nñ]o(?: \\S+){0,6} (?:exced|super|m[aá]xim|l[ií]mite)|(?:exced|super)\\S*(?: \\S+){0,5} tama[nñ]o|demasiado (?:grande|largo)|tamanho(?: \\S+){0,6} (?:exced|m[aá]xim|limite|ultrapass)|(?:exced|ultrapass)\\S*(?: \\S+){0,5} tamanho|muito grande',
      'taille(?: \\S+){0,6} (?:d[eé]pass|maxim|limite|exc[eè]d)|(?:d[eé]passe|exc[eè]de)(?: \\S+){0,5} taille|trop (?:gros|volumineu|lourd|grand)|zu gro(?:ss|ß)|(?:gr[oö](?:ss|ß)e|nachrichtengr\\S+)(?: \\S+){0,6} (?:[uü]berschr|maxim)|maximale\\w* (?:nachrichten)?gr',
    ),
    unless: anyOf(
      'mailbox|quota|dropfile|storage (?:space|limit|full)|out of storage|per transaction|postfach|header (?:size|line)|line (?:is )?too long|window size|command line',
    ),
  },
  {
    cause: 'characters',
    says: anyOf(
      'smtputf8|unicode e-?mail|non-unicode|internationali[sz]ed (?:mailbox|address|e-?mail)|8bitmime|non-?ascii|utf-?8 (?:address|header)|conversion required',
    ),
    unless: anyOf('unknown user|does not exist'),
  },
  {
    cause: 'spam',
    says: anyOf(
      '\\bDT:SPM\\b',
      '(?:message|mail|e-?mail|content|text|body|subject)(?: \\S+){0,8} (?:spam|junk|unsolicited|uce)\\b',
      '(?:spam|junk)(?:my|like)? (?:content|message|mail|score|threshold|detected|rejected|probability|filter|check|pattern|characteristics)',
      '(?:looks like|identified as|classified as|detected as|considered|appears to be|marked as|scored as|probability of|rejected as|suspected|this is|possible|probable) (?:a |an |possible |potential |probable )?(?:spam|junk|uce|bulk)',
      'spam(?: \\S+){0,2} (?:detected|rejected|refused|not (?:accepted|wanted|welcome))|content[- ](?:filter|reject|denied|refus|block|scan|policy)|message content|anti-?spam (?:engine|filter|system|check)|message filtered|- spam\\b|(?:spam|blacklisted|blocked) (?:url|link)|spamassassin|rspamd|bayes|dspam|cloudmark',
      'correo no deseado|contenido(?: \\S+){0,4} (?:rechazad|spam)|conte[uú]do(?: \\S+){0,4} (?:rejeitad|spam)|contenu(?: \\S+){0,4} (?:refus|rejet|spam)|spam[- ]?verdacht|als spam|inhalt(?: \\S+){0,4} (?:abgelehnt|spam)',
    ),
    unless: anyOf(
      'your (?:ip|host|server|network|domain|isp)|ip address|\\bip\\b|sender|sending|source of|from this (?:ip|host|server)|spammer|client host|reputation|listed|blacklist|blocklist|block list|\\brbl\\b|dnsbl|spamhaus|spamcop|originating from|spf|dkim|dmarc|policy|amount of spam sent|outbound ?spam|helo|poor',
    ),
    stages: ['data'],
  },
  // A list of pages is asked about the message; lists of senders are another matter.
  {
    cause: 'spam',
    says: anyOf('\\b(?:url|link)s? (?:\\S+ ){0,6}(?:blacklist|blocklist|listed|blocked)'),
    stages: ['data'],
  },
  {
    cause: 'malformed',
    says: anyOf(
      '(?:header|headers|message)(?: [^\\s.;]+){0,5} (?:malformed|invalid|missing|duplicate|not (?:rfc|valid|compliant)|syntax|bad)',
      '(?:malformed|invalid|missing|duplicate|bad|multiple|no|illegal) (?:\\S+ ){0,2}(?:header|headers|from header|date|message-?id|mime|from: )',
      'rfc ?(?:5322|2822|822)|not rfc|bare (?:lf|cr|newline|line)|line (?:is )?too long|lines? longer than|bad header|mime (?:error|structure|parse|complexity)|(?:does|do) not comply|header size|headers too large|improperly[- ]formatted|mime/reject|invalid (?:data|structure)|line (?:length )?limit|8-?bit (?:character|data)|null (?:byte|character)',
    ),
    stages: ['data'],
    unless: anyOf('rfc ?(?:5321|2821|821|7208|1912)|reverse dns|authenticat'),
  },
];

/** After all that speaks of us, a message that is called spam is just that. */
export const CALLED_SPAM: WordRule = {
  cause: 'spam',
  says: anyOf(
    '\\bspam|mail data (?:refused|rejected)|bulk (?:e-?mail|mail)|unacceptable content|mail content|recurrent pattern',
  ),
  unless: anyOf('sender|\\bip\\b|protect|sch[uü]tz|proteg|prot[eé]g|amount of'),
  stages: ['data'],
};

/** So plainly about the form of the message that words about domains, senders and policy beside it are no more than its address. */
export const PLAINLY_MALFORMED: WordRule = {
  cause: 'malformed',
  says: anyOf(
    'too many equal|transaction failed: (?:address|expected|duplicate|missing)|(?:not|must be|are not) rfc(?: ?\\d{3,4})?(?: \\S+){0,3} compliant|duplicate header|multiple \\S+ headers|multiple addresses in from|missing a valid|header error|bare line ?feed|(?:blank|empty|no|missing) from(?::| header)|binary zero|exactly one|failing address in|too long line|(?:message|mail) (?:is )?malformed|malformed (?:message|mail|(?:\\S+ )?header)|7-?bit data|mime complexity|(?:empty|missing|no|wrong\\S*|bad\\S*) (?:formatted )?subject|subject (?:is )?(?:too|mandatory|required|missing|empty)|header (?:size|lines?)\\b|headers? specify no|\\bcr ?lf\\b|from header is not in rfc',
  ),
  stages: ['data'],
};

/** The message itself was found to be spam, whoever else is named beside. */
export const FOUND_SPAM: WordRule = {
  cause: 'spam',
  says: anyOf(
    '(?:message|mail|e-?mail) (?:was|is|has been) (?:detected|identified|classified|flagged) as (?:spam|junk)|(?:message|mail|e-?mail) is spam\\b|spamassassin score|content filter reject|leak detected|due to content (?:policy|restrictions)|bulk\\.advertising|suspicious (?:url|link|content|attachment)',
  ),
  stages: ['data'],
};
