const UNITS_MS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const LONGEST_TEXT = 2_000;
const LONGEST_MS = 7 * 86_400_000;

const UNIT =
  '(ms|msecs?|milliseconds?|milisegundos?|millisecondes?|millisekunden?|s|secs?|seconds?|segundos?|secondes?|sekunden?|m|mins?|minutes?|minutos?|minuten?|h|hrs?|hours?|horas?|heures?|stunden?|d|days?|d[ií]as?|dias?|jours?|tage?)';
/** Written out as well; "half an hour" is half of its unit. */
const WORDS: Record<string, number> = {
  ...{ half: 0.5, two: 2, three: 3, five: 5, ten: 10, fifteen: 15, thirty: 30 },
  ...{ media: 0.5, dos: 2, tres: 3, cinco: 5, diez: 10, quince: 15, treinta: 30 },
  ...{ meia: 0.5, duas: 2, três: 3, dez: 10, quinze: 15, trinta: 30 },
  ...{ deux: 2, trois: 3, cinq: 5, dix: 10, trente: 30 },
  ...{ zwei: 2, drei: 3, fünf: 5, zehn: 10, fünfzehn: 15, dreißig: 30 },
};
const COUNT = `(\\d{1,3}(?:,\\d{3}){1,2}|\\d{1,9}(?:\\.\\d{1,2})?|half an?|${Object.keys(WORDS).join('|')}|one|an?|un[ae]?|uma?|eine[rm]?)`;
/** Of a unit: a figure may follow at once, as in `1h30m`, a letter may not. */
const END = '(?![a-z\\u00e0-\\u00ff_])';
/** A wait is asked for: "try again in 300 seconds", "retry after 5 min", "vuelva a intentarlo en 10 minutos". "For 30 days" tells of the past. */
const ASKED = new RegExp(
  `\\b(?:again|retry|retries|wait|back|later|delayed|defer(?:red)?|gr[ae]y-?list(?:ed|ing)|int[eé]nt[ea](?:lo)?|intentar(?:lo)?|reint[eé]nt[ea](?:lo)?|nuevamente|pruebe|probar|novamente|tente|tentar|r[eé]essayer|r[eé]essayez|erneut|nochmals|sp[aä]ter|espere|aguarde|patiente[rz]|warten)\\b[^.;]{0,40}?\\b(?:in|after|for|en|em|dentro de|daqui a|dans|apr[eè]s|nach|within|until)?\\s?\\b${COUNT}\\s?${UNIT}${END}`,
  'di',
);
const SHORTLY = new RegExp(
  `\\b(?:in|after|en|em|dans|nach|f[uü]r)\\s+${COUNT}\\s?${UNIT}${END}[^.;]{0,30}\\b(?:again|retry|erneut|noch ?(?:ein)?mal|wieder|gesperrt|blockiert|novamente|nuevo)\\b`,
  'di',
);
const BARE = new RegExp(
  `\\b(?:in|after|come back in|blocked for(?: the next)?|bloquead[oa]s? (?:por|durante)|bloqu[eé]e?s? pendant)\\s+${COUNT}\\s?${UNIT}${END}`,
  'di',
);
/** The rest of the same wait: `1h30m`, `1 h 30 min`, `2 minutes and 30 seconds`. */
const MORE = new RegExp(`(?:,|,? (?:and|y|e|et|und)\\b)? ?(\\d{1,6})\\s?${UNIT}${END}`, 'iy');
/** It is counted from a moment that is named: it may be over. */
const FROM = /^\s(?:of|from|after|since)\s/i;
const CLOCK =
  /\b(?:in|after|for|daqui a|dentro de|en|em|dans|retry[^.;\d]{0,20}|again[^.;\d]{0,20})\s(\d{1,3}):(\d\d):(\d\d)\b/i;
/** `4:59 minutes`. */
const MINUTES = /\b(?:in|after|for|dentro de|en|em|dans|nach)\s(\d{1,3}):(\d\d)\s?min/i;
/** Seconds, as in the header of HTTP (RFC 9110 10.2.3), which servers repeat in words. */
const SECONDS = /\b(?:retry[ -]after[:=]?\s?(\d{1,6})(?=[\s.;,)]|$)|delay=(\d{1,6})s\b)/i;
/** What was waited for already is not asked for: "Operation timed out after 30001 milliseconds", as curl says it. */
const PAST =
  /\b(?:time(?:d[ -]?|-?)out (?:after|of|in) \d{1,9}|has been delayed|time-?out exceeded|unable to deliver|could not be delivered|expired|inactiv\w{0,10})\b[^.;]{0,40}/gi;
/** "The limit was reset 1 hour ago". */
const AGO = new RegExp(
  `\\b(?:${COUNT}\\s?${UNIT}\\s(?:ago|earlier|old|atr[aá]s)|(?:hace|h[aá]|il y a|vor)\\s${COUNT}\\s?${UNIT})(?![a-z])`,
  'gi',
);
/** "120 mails in 1 minute": how many in how long, not how long from now. */
const SPEED = new RegExp(
  `\\d(?: \\w{1,12})? (?:e-?mails?|mails?|messages?|msgs?|recipients?|rcpts?|connections?|requests?|correos|mensajes|mensagens|nachrichten)(?: \\w{1,12})? (?:in|within|en|em|dans)(?: the)?(?: last| past)? ${COUNT}\\s?${UNIT}${END}`,
  'gi',
);
const BOUND = '\\b(?:until|after|at|before|on|hasta|desde)\\s+';
const ISO = new RegExp(
  `${BOUND}(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,6})?)?)\\s?(Z|UTC|GMT|[+-]\\d\\d:?\\d\\d)?`,
  'i',
);
/** `Sat Nov 28 04:05:06 2026` as C's asctime writes it, in UTC; `Sat, 28 Nov 2026 04:05:06 +0000` of RFC 5322. */
const ASCTIME =
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d)(?: (?:UTC|GMT))? (\d{4})\b/;
const RFC_5322 =
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d(?::\d\d)?)\s?(GMT|UTC|[+-]\d{4})?/;

/**
 * When a reply asks to be tried again, in milliseconds from now; undefined where it names no such time. What it tells of the past ("over
 * quota for 30 days", "in the last 60 minutes", a date that is over) is no wait. At most a week.
 */
export function parseWaitMs(reply: string, now = Date.now()): number | undefined {
  const text = [PAST, AGO, SPEED].reduce(
    (rest, past) => rest.replace(past, ' '),
    reply.slice(0, LONGEST_TEXT),
  );
  const [, hours, minutes, seconds] = CLOCK.exec(text) ?? [];
  if (hours) return bounded((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
  const [, whole, rest] = MINUTES.exec(text) ?? [];
  if (whole) return bounded((Number(whole) * 60 + Number(rest)) * 1000);
  const asked = ASKED.exec(text) ?? SHORTLY.exec(text) ?? BARE.exec(text);
  if (asked) return readWait(text, asked, now);
  const at = readDate(text);
  if (at !== undefined) return at < now ? undefined : bounded(at - now);
  const [, after, delay] = SECONDS.exec(text) ?? [];
  const bare = after ?? delay;
  return bare === undefined ? undefined : bounded(Number(bare) * 1000);
}

/** From its first figure on, through all its units. */
function readWait(text: string, { 1: count, 2: unit, indices }: RegExpExecArray, now: number) {
  let ms = countOf(count!) * unitMs(unit!);
  let end = indices![2]![1];
  for (MORE.lastIndex = end; ; end = MORE.lastIndex) {
    const more = MORE.exec(text);
    if (!more) break;
    ms += Number(more[1]) * unitMs(more[2]!);
  }
  const rest = text.slice(end);
  const from = FROM.test(rest) ? readDate(rest.replace(FROM, ' after ')) : undefined;
  if (from === undefined) return bounded(ms);
  return from + ms < now ? undefined : bounded(from + ms - now);
}

function countOf(count: string): number {
  return Number(count.replaceAll(',', '')) || (WORDS[count.toLowerCase().split(' ')[0]!] ?? 1);
}

function unitMs(unit: string): number {
  const word = unit.toLowerCase();
  if (/^(?:ms|mil)/.test(word)) return 1;
  if (/^(?:jour|tag)/.test(word)) return UNITS_MS.d!;
  if (/^(?:heure|stunde)/.test(word)) return UNITS_MS.h!;
  return UNITS_MS[word[0]!] ?? 0;
}

function readDate(text: string): number | undefined {
  const iso = ISO.exec(text);
  if (iso) return parsed(`${iso[1]}T${iso[2]}${zoneOf(iso[3])}`);
  const asctime = ASCTIME.exec(text);
  if (asctime) return parsed(`${asctime[2]} ${asctime[1]} ${asctime[4]} ${asctime[3]} UTC`);
  const rfc = RFC_5322.exec(text);
  return rfc ? parsed(`${rfc[1]} ${rfc[2] ?? 'UTC'}`) : undefined;
}

/** A time without a zone is UTC. */
function zoneOf(zone: string | undefined): string {
  return zone && /^[+-]/.test(zone) ? zone.replace(/^([+-]\d\d):?/, '$1:') : 'Z';
}

function parsed(date: string): number | undefined {
  const at = Date.parse(date);
  return Number.isNaN(at) ? undefined : at;
}

function bounded(ms: number): number {
  return Math.min(Math.max(0, ms), LONGEST_MS);
}
