/**
 * Single words of replies, in five languages and some Italian, by what they mean: who is spoken of, and what is said. Stems, matched as
 * whole words; of several that fit the first concept counts. Sources: RFC 5321, 3463, 5248 and the replies in `corpus/`; for the languages
 * the renderings by Google, OVHcloud, IONOS, Orange, UOL and Libero.
 */
const VOCABULARY = {
  /** Why they refuse at all, which says nothing of this message. */
  aside: [
    '(?:protect|reduce) (?:\\p{L}+ ){0,5}spam(?: sent)?|transaction failed|if (?:this|it) is not spam|(?:may|might|can|could) be (?:related|due)[^.]{0,200}|(?:bulk|large|all) (?:e-?mail )?senders?|(?:user|account) complaints?|error id',
    '(?:on|at|in|by|for|of) (?:(?:this|our|that|the) )?(?:mail ?)?(?:server|system|host)|en este servidor|neste servidor|sur ce serveur|auf diesem server|su questo server|(?:may|can|could) (?:contain|carry)(?: \\p{L}+){0,2}',
  ],
  /** Us: who sends, from where, and what proves it. */
  us: [
    'senders?|sending|mail ?from|from[: -](?:address|header|domain|field)|from:|envelope(?! recipient)|bounces?|smtp (?:user|account|login)|(?:may|can|cannot|allowed to) send|batv|backscatter|return[- ]path|originat\\p{L}+|clients?|connecting|helo|ehlo|ips?|relay\\p{L}*|rcpthosts|hostname|spf|dkim|dmarc|ptr|rdns|reverse|spammers?|reputation|authenticat\\p{L}+|credentials?|password|login|outgoing|outbound|to send|ipv[46]',
    '(?:your|client|sending|remote|connecting|source|this|invalid) (?:mail ?)?(?:hosts?|servers?|network|mta|machine|system)|mail ?(?:servers?|mta|system)|your(?! (?:recipient|envelope recipient|message|mail|e-?mail|attachment|spelling))|(?<!thank )you(?! (?:tried|are (?:trying|writing)|sent|have reached|have attempted|send|entered|specified|provided|typed|gave|requested))',
    'remitente|remetente|exp[eé]diteur|[eé]metteur|absender|mittente|su (?:ip|servidor|dominio)|votre(?! (?:message|courriel|e-?mail|mail|pi[eè]ce))|ihre?[rs]?(?! (?:nachricht|e-?mail|mail|anh))|seu (?:ip|servidor|dom[ií]nio)',
    'reenv[ií]\\p{L}+|retransmisi[oó]n|retransmiss[aã]o|encaminhamento|relais|relayage|weiterleit\\p{L}+|inoltro|authenti\\p{L}+|autentic\\p{L}+|autentica\\p{L}+|identifiant|contrase[nñ]a|senha|mot de passe|kennwort|passwort|benutzername|usted|voc[eê] (?:excedeu|atingiu|ultrapassou|enviou|n[aã]o)|vous (?:avez (?:atteint|d[eé]pass[eé]|envoy[eé])|[eê]tes|n.[eê]tes)|sie (?:haben|sind|d[uü]rfen)|ihre[nm]?(?! (?:nachricht|e-?mail|empf))|(?:servidor|ip|dominio|dom[ií]nio|serveur|adresse ip) (?:desde|de origen|de origem|d.envoi)|tu (?:ip|servidor|dominio)',
  ],
  domain: ['domains?|hosts?|host/domain|dominio|dom[ií]nio|domaine|mx(?: records?)?|dns'],
  /** The other server, its commands and its service. */
  server: [
    '(?:(?:mail|message|content|spam|virus) )?(?:filters?|scanners?) (?:\\p{L}+ )?(?:failures?|errors?|unavailable|timeouts?|problems?|down)|connections?|queue|service|system|server|command|sequence|arguments?|parameters?|syntax|protocol|transaction|resources?|database|servicio|servi[cç]o|servidor|serveur|dienst',
    'conexi[oó]n|conex[aã]o|connexion|verbindung|connessione|sistema|syst[eè]me|comando|orden|commande|befehl',
  ],
  /** The person written to, and the box. */
  them: [
    'rec[ie]{1,3}pi[ea]nts?|rcpt(?: to)?|users?(?! agent)|user ?(?:id|account)|mail ?box(?:es)?|mail ?drop|mail ?folder|maildir|inbox|accounts?|(?:e-?mail |mail ?)?add?ress(?:es|ee)?|e-?mail (?:name|account|user)|person|alias(?:es)?|local[- _]?part|customer|subscriber|employee|staff|destination|receiver',
    'usuarios?|usu[aá]rios?|destinatari[oa]s?|destinat[aá]ri[oa]s?|buz[oó]n|casilla|bandeja|cuenta|direcci[oó]n|caixa|conta|endere[cç]o|utilisateur|destinataires?|bo[iî]te|compte|(?:e-mail-)?adresse|benutzer|nutzer|teilnehmer|empf[aä]nger\\p{L}*|postfach\\p{L}*|konto|utente|casella|indirizzo',
    'adressat|mailbox|empleado|funcion[aá]rio|employ[eé]e?|mitarbeiter\\p{L}*|messagerie|destino|caixas? de entrada|bo[iî]tes? (?:de r[eé]ception|mail)|casella di posta',
  ],
  attachment: [
    'attachments?|attached|adjuntos?|anexos?|pi[eè]ces? jointes?|anh[aä]nge?',
    'anh[aä]ng\\p{L}*|allegat\\p{L}s?|fichero|fichier joint|arquivo',
  ],
  /** What is in the message. */
  content: [
    'content[- ]policy|contents?|body|headers?|urls?|links?|subject|mime|html|words?|enlaces?|liens?|strings?|phrases?|images?|pictures?|pattern|message-?id|characters|contenido|conte[uú]do|contenu|inhalt\\p{L}*|bilder\\p{L}*|contenuto',
  ],
  message: [
    'messages?|mails?|e-?mails?|data|text|mensajes?|correos?|mensagem|mensagens|courriel|nachricht|messaggio',
  ],
  policy: [
    'polic(?:y|ies)|mailing list(?! expansion)|members?[- ]only|non-members?|subscribers?[- ]only|not subscribed|security|administrative(?:ly)?|rules?|pol[ií]tica|politique|richtlinie\\p{L}*',
    'normas?|reglas?|regras?|r[eè]gles?|regeln?|seguridad|seguran[cç]a|s[eé]curit[eé]|sicherheit\\p{L}*|directiva|diretiva',
  ],
  absent: [
    'no[-_](?:such[-_])?(?:domain|user|mail ?box|account|recipient)s?|unknown(?! (?:\\p{L}+ )?(?:error|reason|problem|failure|command))|unknwon|bogus|dead|no (?:valid )?route|obsolete|retired|for sale|several matches|null mx|not? (?:\\p{L}+ ){0,3}(?:member|deliverable|local|activated|found|exist\\p{L}*|known|valid|registered|listed|recogni[sz]ed|configured|here|present|hosted|defined|our|one of)|(?:does|do|dos|can|could|was|were|is)(?:n.?t| not) (?:\\p{L}+ ){0,2}(?:exists?|have|handle|host|be verified|listed|found|known|recogni[sz]ed|valid)|no such|no longer|not used|no(?= (?:valid |active |local )?(?:recipient|user|mail ?box|account|address|alias|mail host)s?\\b)|nobody|no ?one|niemand|keine person|non-?exist\\p{L}*|unrecogni[sz]ed|un?rout\\p{L}+|unable to route|undeliverable|not ok|(?:unable to|cannot|can.t) find|does not like|does not belong|unable to (?:\\p{L}+ )?read|have no mail|no (?:\\p{L}+ )?entry|has (?:moved|changed|left)|misspelled|(?:not|isn.t) (?:\\p{L}+ ){0,3}(?:list|directory|database|table|active address)',
    'no tiene|n[aã]o tem|no (?:se )?(?:existe|encontrad\\p{L}s?|encuentra|v[aá]lid\\p{L}s?|hallad\\p{L}s?)|inexistente?|desconocid\\p{L}s?|desconhecid\\p{L}s?|n[aã]o (?:foi )?(?:existe|encontrad\\p{L}s?|localizad\\p{L}s?|v[aá]lid\\p{L}s?|cadastrad\\p{L}s?)|inconnue?|inexistante?|no pertenece|n[aã]o pertence|n.appartient pas|geh[oö]rt nicht|non local|n.existe pas|introuvable|unbekannt\\p{L}*|existiert nicht|nicht (?:gefunden|vorhanden|bekannt)|sconosciut\\p{L}s?|inesistente|non esiste',
    'ning[uú]n\\p{L}? (?:usuario|buz[oó]n|cuenta|destinatario)|nenhum\\p{L}? (?:usu[aá]rio|conta|caixa|destinat[aá]rio|endere[cç]o)|n[aã]o (?:h[aá]|consta)|no (?:est[aá] )?(?:dad[oa] de alta|registrad\\p{L}s?|configurad\\p{L}s?)|n[aã]o (?:est[aá] )?(?:mais )?(?:registrad\\p{L}s?|cadastrad\\p{L}s?)|aucune? (?:bo[iî]te|utilisateur|compte|adresse|destinataire)|n.est (?:pas|plus) (?:\\p{L}+ )?(?:valide|valable|connu\\p{L}*|attribu\\p{L}+|utilis\\p{L}+)|n.a pas (?:de|[eé]t[eé] trouv\\p{L}+)|(?:nicht|n.existe|no existe|n[aã]o existe) (?:mehr|plus|m[aá]s|mais)|ya no (?:trabaja|existe|pertenece)|keine?n? (?:benutzer|empf[aä]nger|postfach|konto|adresse|mailbox|user|account)|nicht (?:mehr )?(?:genutzt|verwendet|g[uü]ltig|zustellbar|erreichbar|registriert|eingerichtet|existent)|nessun\\p{L}* (?:utente|casella|indirizzo|destinatario)|non (?:trovat\\p{L}s?|valid\\p{L}s?|registrat\\p{L}s?)',
  ],
  bad: [
    'not? (?:\\p{L}+ )?available|incorr?ect[oae]?s?|incorret\\p{L}s?|errad\\p{L}s?|equivocad\\p{L}s?|falsch\\p{L}*|valid(?= \\p{L}+ is required)|invalid|incorrect|illegal|wrong|bad|unavailable|unacceptable|no disponible|inv[aá]lid\\p{L}s?|indispon[ií]vel|indisponible|invalide|nicht verf[uü]gbar|ung[uü]ltig\\p{L}*|errat\\p{L}s?',
  ],
  closed: [
    'disabled|inactive|not active|inactivity|suspended|deactivated|closed|locked|terminated|expired|discontinued|deleted|removed|abandoned|dormant|frozen|cancell?ed|(?:(?<!did )not|cannot|can.t|(?<!did)n.t|no longer|unable to) (?:able to )?(?:receiv\\p{L}+|accept(?:s|ing)? (?:any )?(?:e-?)?(?:mails?|messages?))|unable to receive|suppressed|not capable|receiving disabled|to enable receiving|no (?:recipient )?activity|never logged|hasn.t (?:entered|logged)|hang-?up',
    'deshabilitad\\p{L}s?|desactivad\\p{L}s?|inactiv\\p{L}s?|inativ\\p{L}s?|suspendid\\p{L}s?|expirad\\p{L}s?|cerrad\\p{L}s?|cancelad\\p{L}s?|desativad\\p{L}s?|encerrad\\p{L}s?|suspens\\p{L}s?|d[eé]sactiv\\p{L}+|inactif|suspendue?|ferm[eé]e?|deaktiviert|gesperrt|stillgelegt|disattivat\\p{L}s?',
    'dad[oa] de baja|eliminad\\p{L}s?|borrad\\p{L}s?|exclu[ií]d\\p{L}s?|removid\\p{L}s?|fechad\\p{L}s?|r[eé]sili[eé]e?|supprim[eé]e?|verrouill[eé]e?|gel[oö]scht|inaktiv\\p{L}*|geschlossen|gek[uü]ndigt|abgeschaltet|chius\\p{L}s?|sospes\\p{L}s?|(?:ya no|n.est plus|n[aã]o est[aá] (?:mais )?|nicht mehr) (?:est[aá] )?(?:activ\\p{L}s?|activ[eé]|actif|ativ\\p{L}s?|aktiv)',
  ],
  full: [
    'full|over ?quota|over quote|quota|storage|disk|disk ?space|overdrawn|out of (?:\\p{L}+ )?(?:space|room)|(?:no|not enough|insufficient) (?:\\p{L}+ )?(?:space|room)|space (?:\\p{L}+ ){0,3}(?:used|not enough|exceeded)|exceeded his/her|(?:maximum|allowed) (?:\\p{L}+ )?(?:number of messages|message count)|any more mail',
    'llen[oa]|cheia|lotad\\p{L}s?|plein\\p{L}?|satur\\p{L}+|voll|[uü]berf[uü]llt|ersch[oö]pft|cuota|cota|pien\\p{L}s?',
    'espacio|almacenamiento|espa[cç]o|armazenamento|espace|stockage|speicher\\p{L}*|spazio',
  ],
  spam: [
    'spam\\p{L}*|junk|uce|ube|unsolicited|virus\\p{L}*|viral|malware|phish\\p{L}*|infected|bulk|bogofilter|dcc|scored|spm|quarantined|filter\\p{L}*|filtros?|filtres?|antispam\\p{L}*|sensitive|surbl|uribl|forti\\p{L}+',
    '\\p{L}?spam|correo (?:no deseado|basura)|lixo eletr[oô]nico|ind[eé]sirables?|pourriel|unerw[uü]nscht\\p{L}*|indesiderat\\p{L}s?|leak|sospechos\\p{L}s?|suspeit\\p{L}s?|suspect\\p{L}*|verd[aä]chtig\\p{L}*|v[ií]rus|schad(?:software|code)|malicious|malicios\\p{L}s?|malveillant\\p{L}*',
  ],
  listed: [
    'listed|(?:white|allow)-?list\\p{L}*|black-?list\\p{L}*|black listed|block-?list\\p{L}*|block list|rbls?|dnsbl|spamhaus|spamcop',
    'list[ao]s? (?:negras?|de bloque(?:o|io))|listes? (?:noires?|de blocage)|sperrlisten?|lista nera|figura en',
  ],
  refused: [
    'block\\p{L}*|reject\\p{L}*|(?:cannot|can.t|failed to|unable to) deliver|rejct|refus\\p{L}+|denied|deny|denies|not (?:\\p{L}+ )?(?:accept\\p{L}*|allow\\p{L}*|permit\\p{L}*|authori[sz]ed|welcome|wanted)|unauthori[sz]ed|prohibit\\p{L}*|banned|forbidden|restrict\\p{L}*|disallow\\p{L}*|violat\\p{L}+',
    'rechazad\\p{L}s?|bloquead\\p{L}s?|denegad\\p{L}s?|rejeitad\\p{L}s?|recusad\\p{L}s?|negad\\p{L}s?|refus[eé]\\p{L}*|rejet[eé]\\p{L}*|bloqu[eé]\\p{L}*|abgelehnt|verweigert|blockiert|rifiutat\\p{L}s?|no (?:permitid|autorizad)\\p{L}|n[aã]o (?:permitid|autorizad)\\p{L}|interdit\\p{L}*|keine e-?mails|nicht akzeptiert',
    'denegad\\p{L}s?|prohibid\\p{L}s?|proibid\\p{L}s?|verboten|untersagt|unzul[aä]ssig\\p{L}*|nicht (?:erlaubt|zugelassen|gestattet|berechtigt|angenommen|autorisiert)|non (?:autoris|permis)\\p{L}*|restring\\p{L}+',
  ],
  trouble: [
    '(?:can.t|cannot) (?:connect|contact|reach)|errors?|failures?|failed|could not|unable|problem|timeout|timed out',
    'erro(?:re?s?)?|erreurs?|fehler|falha|[eé]chec',
  ],
  /** Has too much to do; a person's mailbox may be in use as well. */
  busy: [
    'busy|overload\\p{L}*|overwhelmed|congest\\p{L}*|(?:high|heavy|excessive|too much) (?:\\p{L}+ )?load|heavily loaded|load average|load (?:\\p{L}+ ){0,2}(?:too )?high',
    'ocupad\\p{L}s?|sobrecargad\\p{L}s?|sobrecarregad\\p{L}s?|occup[eé]e?s?|surcharg[eé]e?s?|(?:[uü]ber|aus)lastet|besch[aä]ftigt|sovraccaric\\p{L}|occupat\\p{L}',
  ],
  fast: [
    'rate|limits?|exceeded|per (?:hour|minute|second|day)|frequen\\p{L}+|throttl\\p{L}+|too (?:many|much|fast|quickly)|volume|slow\\p{L}*',
    'l[ií]mites?|m[aá]xim\\p{L}s?|maximale?|quantidade|por (?:hora|d[ií]a|minuto)|par (?:jour|heure|minute)|pro (?:stunde|tag|minute)|tageslimit',
  ],
  malformed: [
    'malformed|conversion|compliant|comply|standards?|conformance|line (?:length|limit|is too long)|lines? too long|rfc ?\\d*|unicode|encoded|encoding|duplicate|missing|multi-part|multiple|too many equal',
    'defect|stray|truncated|corrupt\\p{L}*|unterminated|bare|mal ?formad\\p{L}s?|mal ?form[eé]e?s?|fehlerhaft\\p{L}*',
  ],
  /** A negation by itself. */
  not: [
    '\\p{L}+n.t|not|no|cannot|nicht|keine?\\p{L}?|n[aã]o|ning[uú]n\\p{L}?|nenhum\\p{L}?|aucune?|pas|plus|non|nessun\\p{L}?',
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
