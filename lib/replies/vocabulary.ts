/**
 * Single words of replies, in five languages and some Italian, by what they mean: who is spoken of, and what is said. Stems, matched as whole words, the
 * first concept that fits. Sources: RFC 5321, 3463, 5248 and the replies in `corpus/`; for the languages the renderings by Google, OVHcloud, IONOS,
 * Orange, UOL and Libero.
 */
const VOCABULARY = {
  /** Why they refuse at all, which says nothing of this message. */
  aside: [
    '(?:protect|reduce) (?:\\w+ ){0,5}spam(?: sent)?|if (?:this|it) is not spam|(?:bulk|large|all) (?:e-?mail )?senders?|(?:user|account) complaints?|error id|message[- ]id',
  ],
  /** Us: who sends, from where, and what proves it. */
  us: [
    'senders?|sending|mail ?from|from[: -](?:address|header|domain|field)|from:|envelope|return[- ]path|originat\\w+|clients?|connecting|helo|ehlo|ips?|relay\\w*|hostname|spf|dkim|dmarc|ptr|rdns|reverse|spammers?|reputation|authenticat\\w+|credentials?|password|login|to send|ipv[46]',
    '(?:your|client|sending|remote|connecting|source|this|invalid) (?:mail ?)?(?:hosts?|servers?|network|mta|machine|system)|mail ?(?:servers?|mta|system)|your(?! (?:recipient|message|mail|e-?mail|attachment))|you(?! (?:tried|are trying|sent|have reached|send))',
    'remitente|remetente|exp[eé]diteur|[eé]metteur|absender|mittente|su (?:ip|servidor|dominio)|votre|ihre?[rs]?|seu (?:ip|servidor|dom[ií]nio)',
  ],
  domain: ['domains?|hosts?|host/domain|dominio|dom[ií]nio|domaine|mx(?: records?)?|dns'],
  /** The other server, its commands and its service. */
  server: [
    'connections?|service|system|server|command|sequence|arguments?|parameters?|syntax|protocol|transaction|resources?|database|servicio|servi[cç]o|servidor|serveur|dienst',
  ],
  /** The person written to, and the box. */
  them: [
    'recipients?|rcpt(?: to)?|users?(?! agent)|user ?(?:id|account)|mail ?box(?:es)?|mail ?drop|mail ?folder|maildir|inbox|accounts?|(?:e-?mail |mail ?)?add?ress(?:es|ee)?|e-?mail (?:name|account|user)|person|alias(?:es)?|local[- _]?part|customer|subscriber|destination|receiver',
    'usuarios?|usu[aá]rios?|destinatari[oa]s?|destinat[aá]ri[oa]s?|buz[oó]n|casilla|bandeja|cuenta|direcci[oó]n|caixa|conta|endere[cç]o|utilisateur|destinataires?|bo[iî]te|compte|(?:e-mail-)?adresse|benutzer|nutzer|teilnehmer|empf[aä]nger\\w*|postfach\\w*|konto|utente|casella|indirizzo',
  ],
  attachment: ['attachments?|attached|adjuntos?|anexos?|pi[eè]ces? jointes?|anh[aä]nge?'],
  /** What is in the message. */
  content: [
    'content[- ]policy|contents?|body|headers?|urls?|links?|subject|mime|html|words?|phrases?|images?|pictures?|pattern|contenido|conte[uú]do|contenu|inhalt\\w*|bilder\\w*|contenuto',
  ],
  message: [
    'messages?|mails?|e-?mails?|data|text|mensajes?|correos?|mensagem|mensagens|courriel|nachricht|messaggio',
  ],
  policy: ['polic(?:y|ies)|security|administrative(?:ly)?|rules?|pol[ií]tica|politique|richtlinie\\w*'],
  absent: [
    'unknown|unknwon|not? (?:\\w+ ){0,3}(?:found|exist\\w*|known|valid|registered|listed|recogni[sz]ed|configured|here|present|hosted|defined|our|one of)|(?:does|do|dos|can|could|was|were|is)(?:n.?t| not) (?:\\w+ ){0,2}(?:exists?|have|handle|host|listed|found|known|recogni[sz]ed|valid)|no such|no longer|not used|no (?:valid |active |local )?(?=(?:recipient|user|mail ?box|account|address|alias|mail host)s?\\b)|nobody|no ?one|niemand|keine person|non-?exist\\w*|unrecogni[sz]ed|un?rout\\w+|unable to route|undeliverable|not ok|(?:unable to|cannot|can.t) find|does not like|has (?:moved|changed)|misspelled|(?:not|isn.t) (?:\\w+ ){0,3}(?:list|directory|database|table|active address)',
    'no (?:se )?(?:existe|encontrad\\w|encuentra|v[aá]lid\\w|hallad\\w)|inexistente?|desconocid\\w|desconhecid\\w|n[aã]o (?:foi )?(?:existe|encontrad\\w|localizad\\w|v[aá]lid\\w|cadastrad\\w)|inconnue?|inexistante?|n.existe pas|introuvable|unbekannt\\w*|existiert nicht|nicht (?:gefunden|vorhanden|bekannt)|sconosciut\\w|inesistente|non esiste',
  ],
  bad: [
    'not? (?:\\w+ )?available|invalid|incorrect|illegal|wrong|bad|unavailable|bogus|unacceptable|no disponible|inv[aá]lid\\w|indispon[ií]vel|indisponible|invalide|nicht verf[uü]gbar|ung[uü]ltig\\w*|errat\\w',
  ],
  closed: [
    'disabled|inactive|not active|inactivity|suspended|deactivated|closed|locked|terminated|expired|discontinued|deleted|removed|abandoned|dormant|frozen|cancell?ed|(?:not|cannot|can.t|n.t|no longer|unable to) (?:able to )?(?:receiv\\w+|accepts? (?:e-?)?mail)|unable to receive|receiving disabled|no (?:recipient )?activity|never logged|hasn.t (?:entered|logged)',
    'deshabilitad\\w|desactivad\\w|inactiv\\w|inativ\\w|suspendid\\w|cerrad\\w|cancelad\\w|desativad\\w|encerrad\\w|suspens\\w|d[eé]sactiv\\w+|inactif|suspendue?|ferm[eé]e?|deaktiviert|gesperrt|stillgelegt|disattivat\\w',
  ],
  full: [
    'full|over ?quota|over quote|quota|storage|disk|disk ?space|overdrawn|out of (?:\\w+ )?(?:space|room)|(?:no|not enough|insufficient) (?:\\w+ )?(?:space|room)|space (?:\\w+ ){0,3}(?:used|not enough|exceeded)|exceeded his/her|(?:maximum|allowed) (?:\\w+ )?(?:number of messages|message count)|any more mail',
    'llen[oa]|cheia|lotad\\w|plein\\w?|satur\\w+|voll|[uü]berf[uü]llt|ersch[oö]pft|cuota|cota|pien\\w',
  ],
  spam: [
    'spam\\w*|junk|uce|ube|unsolicited|virus\\w*|viral|malware|phish\\w*|infected|bulk|bogofilter|dcc|scored|quarantined|filter\\w*|sensitive|surbl|uribl|forti\\w+',
  ],
  listed: ['listed|black-?list\\w*|black listed|block-?list\\w*|block list|rbls?|dnsbl|spamhaus|spamcop'],
  refused: [
    'block\\w*|reject\\w*|refus\\w+|denied|deny|denies|not (?:\\w+ )?(?:accept\\w*|allow\\w*|permit\\w*|authori[sz]ed|welcome|wanted)|unauthori[sz]ed|prohibit\\w*|banned|forbidden|restrict\\w*|disallow\\w*|violat\\w+',
    'rechazad\\w|bloquead\\w|denegad\\w|rejeitad\\w|recusad\\w|negad\\w|refus[eé]\\w*|rejet[eé]\\w*|bloqu[eé]\\w*|abgelehnt|verweigert|blockiert|rifiutat\\w|no (?:permitid|autorizad)\\w|n[aã]o (?:permitid|autorizad)\\w|interdit\\w*|keine? \\w+ .{0,40}akzeptiert',
  ],
  trouble: ['errors?|failures?|failed|could not|unable|problem|timeout|timed out'],
  fast: ['rate|frequen\\w+|throttl\\w+|too (?:many|much|fast|quickly)|volume|slow\\w*'],
  malformed: [
    'malformed|compliant|conformance|rfc ?\\d*|unicode|encoded|duplicate|missing|multi-part|multiple|too many equal',
  ],
  stop: ['[.;:()|]|[-–] '],
} as const;

export type Concept = keyof typeof VOCABULARY;

const WORDS = new RegExp(
  Object.entries(VOCABULARY)
    .map(([concept, words]) =>
      concept === 'stop'
        ? `(?<stop>${words.join('|')})`
        : `(?<${concept}>(?<![\\p{L}\\d])(?:${words.join('|')})(?!\\p{L}))`,
    )
    .join('|'),
  'giu',
);

/** The concepts of a text, in its order. */
export function readConcepts(text: string): Concept[] {
  return [...text.matchAll(WORDS)].flatMap(({ groups = {} }) =>
    (Object.keys(groups) as Concept[]).filter((concept) => groups[concept] !== undefined),
  );
}
