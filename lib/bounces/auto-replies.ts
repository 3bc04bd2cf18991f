import { findValue } from './fields';
import type { Mail } from './mail';

/** `says` is about the value of `field`. Each with where it is written. */
type HeaderRule = { field: string; says: RegExp; source: string };

const HEADERS: HeaderRule[] = [
  { field: 'auto-submitted', says: /^auto-(?:replied|notified)/i, source: 'RFC 3834, 5; RFC 5436' },
  {
    field: 'content-type',
    says: /report-type="?disposition-notification/i,
    source: 'RFC 8098: read receipts',
  },
  { field: 'x-autoreply', says: /\S/, source: 'PleskAutoresponder, Gmail filters, cPanel' },
  { field: 'x-autorespond', says: /\S/, source: 'autorespond of vpopmail' },
  { field: 'x-autoresponder', says: /\S/, source: 'ISPConfig and others' },
  { field: 'x-auto-reply-from', says: /\S/, source: 'Yahoo' },
  { field: 'x-mail-autoreply', says: /\S/, source: 'Postfixadmin' },
  { field: 'x-vacation', says: /\S/, source: 'Zimbra, Communigate' },
  {
    field: 'x-ms-exchange-generated-message-source',
    says: /mailbox rules agent/i,
    source: 'Exchange Online',
  },
  { field: 'x-ms-exchange-inbox-rules-loop', says: /\S/, source: 'Exchange: a rule of the mailbox answered' },
  { field: 'precedence', says: /^auto[-_]?reply/i, source: 'vacation(1) of OpenBSD and Solaris' },
  { field: 'delivered-to', says: /^autoresponder$/i, source: 'old responders' },
];

/**
 * Subjects by which programs answer, in the languages of their users: Exchange and Outlook ("Automatic reply:", "Respuesta automática:"), Lotus
 * Notes ("… is out of the office"), Gmail (keeps the subject, but writes headers), vacation(1) ("away from my mail"), Zimbra, GroupWise.
 */
const SUBJECTS = [
  /^(?:automatic|auto)[- ]?(?:reply|response|responder)\b/i,
  /^out[- ]of[- ](?:the[- ])?office\b|\b(?:i am|i'm|is|am) (?:currently )?out of (?:the )?office\b/i,
  /^(?:away from (?:my|the) (?:e-?)?mail|on vacation|vacation (?:reply|message|notice)|i am on (?:vacation|leave|holiday))\b/i,
  /^(?:respuesta|contestaci[oó]n) autom[aá]tica\b|^autorrespuesta\b|^fuera de (?:la )?oficina\b|^ausente\b|^ausencia\b/i,
  /^resposta autom[aá]tica\b|^fora do escrit[oó]rio\b|^aus[eê]ncia (?:tempor[aá]ria|do escrit[oó]rio)\b/i,
  /^r[eé]ponse automatique\b|^absen(?:ce|t) du bureau\b|^message d.absence\b|^en cong[eé]s?\b|^absence\b/i,
  /^automatische (?:antwort|r[uü]ckantwort)\b|^abwesenheits(?:notiz|nachricht|benachrichtigung|meldung|assistent)\b|^abwesend\b|\bau(?:ß|ss)er haus\b/i,
  /^risposta automatica\b|^fuori ufficio\b|^automatisch antwoord\b|^afwezig\b/i,
];

/** Whether a program wrote it in answer to a mail: nobody has read what was sent. */
export function isAutoReply(mail: Mail): boolean {
  return (
    HEADERS.some(({ field, says }) => says.test(findValue(mail.fields, field) ?? '')) ||
    hasAutoSubject(mail) ||
    // Exchange says no more than this of an answer out of the office; of itself it is also in what people send.
    (/^(?:auto-generated)/i.test(findValue(mail.fields, 'auto-submitted') ?? '') &&
      findValue(mail.fields, 'in-reply-to') !== undefined)
  );
}

export function hasAutoSubject({ subject }: Mail): boolean {
  return SUBJECTS.some((says) => says.test(withoutPrefix(subject)));
}

/** `Re: Out of office`. */
function withoutPrefix(subject: string): string {
  return subject.replace(/^(?:\s*(?:re|aw|rv|res|sv|antw|réf|tr|fwd?)\s*:\s*){1,3}/i, '').trim();
}
