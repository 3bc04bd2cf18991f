/**
 * Single words of replies, in five languages and some Italian, by what they mean: who is spoken of, and what is said. Stems, matched as
 * whole words; of several that fit the first concept counts. Sources: RFC 5321, 3463, 5248 and the replies in `corpus/`; for the languages
 * the renderings by Google, OVHcloud, IONOS, Orange, UOL and Libero.
 */
const VOCABULARY = {
  /** Why they refuse at all, which says nothing of this message. */
  aside: [
    '(?:protect|reduce) (?:\\p{L}+ ){0,5}spam(?: sent)?|if (?:this|it) is not spam|(?:bulk|large|all) (?:e-?mail )?senders?|(?:user|account) complaints?|error id',
  ],
  /** Us: who sends, from where, and what proves it. */
  us: [
    'senders?|sending|mail ?from|from[: -](?:address|header|domain|field)|from:|envelope|return[- ]path|originat\\p{L}+|clients?|connecting|helo|ehlo|ips?|relay\\p{L}*|rcpthosts|hostname|spf|dkim|dmarc|ptr|rdns|reverse|spammers?|reputation|authenticat\\p{L}+|credentials?|password|login|outgoing|outbound|to send|ipv[46]',
    '(?:your|client|sending|remote|connecting|source|this|invalid) (?:mail ?)?(?:hosts?|servers?|network|mta|machine|system)|mail ?(?:servers?|mta|system)|your(?! (?:recipient|message|mail|e-?mail|attachment|spelling))|you(?! (?:tried|are trying|sent|have reached|send))',
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
    'usuarios?|usu[aá]rios?|destinatari[oa]s?|destinat[aá]ri[oa]s?|buz[oó]n|casilla|bandeja|cuenta|direcci[oó]n|caixa|conta|endere[cç]o|utilisateur|destinataires?|bo[iî]te|compte|(?:e-mail-)?adresse|benutzer|nutzer|teilnehmer|empf[aä]nger\\p{L}*|postfach\\p{L}*|konto|utente|casella|indirizzo',
  ],
  attachment: ['attachments?|attached|adjuntos?|anexos?|pi[eè]ces? jointes?|anh[aä]nge?'],
  /** What is in the message. */
  content: [
    'content[- ]policy|contents?|body|headers?|urls?|links?|subject|mime|html|words?|phrases?|images?|pictures?|pattern|message-?id|characters|contenido|conte[uú]do|contenu|inhalt\\p{L}*|bilder\\p{L}*|contenuto',
  ],
  message: [
    'messages?|mails?|e-?mails?|data|text|mensajes?|correos?|mensagem|mensagens|courriel|nachricht|messaggio',
  ],
  policy: ['polic(?:y|ies)|security|administrative(?:ly)?|rules?|pol[ií]tica|politique|richtlinie\\p{L}*'],
  absent: [
    'unknown|unknwon|null mx|not? (?:\\p{L}+ ){0,3}(?:a member|deliverable|local|activated|found|exist\\p{L}*|known|valid|registered|listed|recogni[sz]ed|configured|here|present|hosted|defined|our|one of)|(?:does|do|dos|can|could|was|were|is)(?:n.?t| not) (?:\\p{L}+ ){0,2}(?:exists?|have|handle|host|be verified|listed|found|known|recogni[sz]ed|valid)|no such|no longer|not used|no(?= (?:valid |active |local )?(?:recipient|user|mail ?box|account|address|alias|mail host)s?\\b)|nobody|no ?one|niemand|keine person|non-?exist\\p{L}*|unrecogni[sz]ed|un?rout\\p{L}+|unable to route|undeliverable|not ok|(?:unable to|cannot|can.t) find|does not like|does not belong|(?:cannot|can.t|failed to|unable to) deliver|unable to (?:\\p{L}+ )?read|have no mail|no (?:\\p{L}+ )?entry|has (?:moved|changed)|misspelled|(?:not|isn.t) (?:\\p{L}+ ){0,3}(?:list|directory|database|table|active address)',
    'no tiene|n[aã]o tem|no (?:se )?(?:existe|encontrad\\p{L}|encuentra|v[aá]lid\\p{L}|hallad\\p{L})|inexistente?|desconocid\\p{L}|desconhecid\\p{L}|n[aã]o (?:foi )?(?:existe|encontrad\\p{L}|localizad\\p{L}|v[aá]lid\\p{L}|cadastrad\\p{L})|inconnue?|inexistante?|no pertenece|n[aã]o pertence|n.appartient pas|geh[oö]rt nicht|non local|n.existe pas|introuvable|unbekannt\\p{L}*|existiert nicht|nicht (?:gefunden|vorhanden|bekannt)|sconosciut\\p{L}|inesistente|non esiste',
  ],
  bad: [
    'not? (?:\\p{L}+ )?available|invalid|incorrect|illegal|wrong|bad|unavailable|bogus|unacceptable|no disponible|inv[aá]lid\\p{L}|indispon[ií]vel|indisponible|invalide|nicht verf[uü]gbar|ung[uü]ltig\\p{L}*|errat\\p{L}',
  ],
  closed: [
    'disabled|inactive|not active|inactivity|suspended|deactivated|closed|locked|terminated|expired|discontinued|deleted|removed|abandoned|dormant|frozen|cancell?ed|(?:not|cannot|can.t|n.t|no longer|unable to) (?:able to )?(?:receiv\\p{L}+|accepts? (?:e-?)?mail)|unable to receive|receiving disabled|to enable receiving|no (?:recipient )?activity|never logged|hasn.t (?:entered|logged)',
    'deshabilitad\\p{L}|desactivad\\p{L}|inactiv\\p{L}|inativ\\p{L}|suspendid\\p{L}|expirad\\p{L}|cerrad\\p{L}|cancelad\\p{L}|desativad\\p{L}|encerrad\\p{L}|suspens\\p{L}|d[eé]sactiv\\p{L}+|inactif|suspendue?|ferm[eé]e?|deaktiviert|gesperrt|stillgelegt|disattivat\\p{L}',
  ],
  full: [
    'full|over ?quota|over quote|quota|storage|disk|disk ?space|overdrawn|out of (?:\\p{L}+ )?(?:space|room)|(?:no|not enough|insufficient) (?:\\p{L}+ )?(?:space|room)|space (?:\\p{L}+ ){0,3}(?:used|not enough|exceeded)|exceeded his/her|(?:maximum|allowed) (?:\\p{L}+ )?(?:number of messages|message count)|any more mail',
    'llen[oa]|cheia|lotad\\p{L}|plein\\p{L}?|satur\\p{L}+|voll|[uü]berf[uü]llt|ersch[oö]pft|cuota|cota|pien\\p{L}',
  ],
  spam: [
    'spam\\p{L}*|junk|uce|ube|unsolicited|virus\\p{L}*|viral|malware|phish\\p{L}*|infected|bulk|bogofilter|dcc|scored|spm|quarantined|filter\\p{L}*|antispam\\p{L}*|sensitive|surbl|uribl|forti\\p{L}+',
  ],
  listed: [
    'listed|black-?list\\p{L}*|black listed|block-?list\\p{L}*|block list|rbls?|dnsbl|spamhaus|spamcop',
  ],
  refused: [
    'block\\p{L}*|reject\\p{L}*|refus\\p{L}+|denied|deny|denies|not (?:\\p{L}+ )?(?:accept\\p{L}*|allow\\p{L}*|permit\\p{L}*|authori[sz]ed|welcome|wanted)|unauthori[sz]ed|prohibit\\p{L}*|banned|forbidden|restrict\\p{L}*|disallow\\p{L}*|violat\\p{L}+',
    'rechazad\\p{L}|bloquead\\p{L}|denegad\\p{L}|rejeitad\\p{L}|recusad\\p{L}|negad\\p{L}|refus[eé]\\p{L}*|rejet[eé]\\p{L}*|bloqu[eé]\\p{L}*|abgelehnt|verweigert|blockiert|rifiutat\\p{L}|no (?:permitid|autorizad)\\p{L}|n[aã]o (?:permitid|autorizad)\\p{L}|interdit\\p{L}*|keine e-?mails|nicht akzeptiert',
  ],
  trouble: ['errors?|failures?|failed|could not|unable|problem|timeout|timed out'],
  fast: [
    'rate|limits?|exceeded|per (?:hour|minute|second|day)|frequen\\p{L}+|throttl\\p{L}+|too (?:many|much|fast|quickly)|volume|slow\\p{L}*',
  ],
  malformed: [
    'malformed|conversion|compliant|comply|standards?|conformance|line (?:length|limit|is too long)|lines? too long|rfc ?\\d*|unicode|encoded|duplicate|missing|multi-part|multiple|too many equal',
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
