/** To the end of a sentence; a dot inside a name ends none. */
const REST = '(?:[^.;]|\\.(?=\\S)){0,300}';
/** What follows gives a reason, so that it is no mere politeness. */
const NO_REASON =
  '(?!(?:[^.;]|\\.(?=\\S)){0,300}\\b(?:since|because|as your|block ?list|black ?list|spam|verif\\w*|upgrade|limit\\w*|quota))';

/** A page of a list of senders is the reason itself. */
const PAGE_OF_HELP =
  '(?!\\S*(?:spam|block|black|barracuda|sorbs|[bd]l\\.|rbl|abuse|trust|proofpoint|mimecast|cloudmark|senderscore|trendmicro|talos|reputation|delist|unblock|surbl|uribl))[\\w-]+(?:\\.[\\w-]+)+';

/**
 * What a server says to be helpful: where to read more, whom to ask, what else to do. "Your administrator" there is nobody's fault. Sources: Gmail,
 * Cisco ("If you believe that this failure is in error …"), Google Workspace, Exchange, GMX, Orange, OVHcloud, UOL as the corpus quotes them.
 */
const COURTESIES = new RegExp(
  [
    `\\b(?:please )?for (?:(?:more|further|additional|detailed) )?(?:info(?:rmation)?|details|help|assistance|instructions|explanation|questions?)\\b${REST}`,
    `\\b(?:if|should) you (?:feel|believe|think|consider|have (?:any )?questions?|need|require)\\b${NO_REASON}${REST}`,
    `\\b(?:please )?(?:contact|call|ask|notify|speak to|check with|get in touch with) (?:your|the|our|us|~|postmaster|support|administrator)${NO_REASON}${REST}`,
    `\\byou (?:may|might) have (?:misspel|mistyp|enter)${REST}|\\b(?:see|read|review) our (?:[a-z]\\S{0,20} ){0,4}(?:polic(?:y|ies)|terms|guidelines|faqs?|rules)\\b`,
    `\\b(?:please )?(?:see|visit|go to|refer to|read|review|consult|learn more at|more at|details at) (?:[a-z]\\S{0,20} ){0,5}${PAGE_OF_HELP}`,
    `\\b(?:please )?(?:double-?)?(?:check|verify|correct|confirm) (?:for|the|that|your|this)\\b${NO_REASON}${REST}`,
    '\\bdear (?:[a-z]+ )?(?:sender|user|customer)\\b,?',
    '^(?:delivery (?:has )?failed|(?:your|the) (?:message|mail|e-?mail) (?:could not|cannot|can.t|was not|wasn.t) (?:be )?delivered)(?: to ~)?[.:]',
    `\\bto (?:best )?protect (?:our|its|the) (?:users|customers|members)[^,.;]{0,60},?`,
    `\\bpara (?:m[aá]s|mais|mayor) informa\\S+${REST}|\\bsi (?:usted )?cree que\\b${REST}|\\bse (?:voc[eê] )?(?:acredita|acha) que\\b${REST}`,
    `\\b(?:por favor,? )?(?:p[oó]ngase en contacto|contacte|contacta|comun[ií]quese|entre em contato|contate)\\b${NO_REASON}${REST}`,
    `\\bpour (?:plus d.|en savoir)${REST}|\\bsi vous (?:pensez|croyez)\\b${REST}|\\b(?:veuillez|merci de) contacter\\b${NO_REASON}${REST}`,
    `\\b(?:weitere|n[aä]here) (?:informationen|hinweise|details)\\b${REST}|\\b(?:falls|wenn) sie (?:glauben|meinen|denken)\\b${REST}|\\b(?:bitte )?(?:wenden sie sich|kontaktieren sie)\\b${NO_REASON}${REST}`,
  ].join('|'),
  'giu',
);

/** The same without politeness, as long as anything is left. */
export function withoutCourtesies(words: string): string {
  const rest = words.replace(COURTESIES, ' ').replace(/\s+/g, ' ').trim();
  return /\p{L}{3}/u.test(rest) ? rest : words;
}
