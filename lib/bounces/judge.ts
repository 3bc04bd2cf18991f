import { classifyReply, type DecidedBy } from '@/lib/replies/classify-reply';
import type { ReplyCause, Stage } from '@/lib/replies/meaning';
import {
  findOwnRule,
  isMailKind,
  meaningByRule,
  type OwnRule,
  type RuleRef,
  refOf,
} from '@/lib/replies/own/match';
import type { Action } from './delivery-status';
import { INTRODUCTIONS, NO_SERVER, OF_COMMAND, OF_DNS, OF_NETWORK } from './own-words';
import type { BounceCause } from './vocabulary';

export type Judgement = {
  class: 'hard' | 'soft';
  cause: BounceCause;
  reply: ReplyCause;
  /** Absent: words of the reporting server itself. */
  by?: DecidedBy | { table: 'own' };
  rule?: RuleRef;
};

export type Evidence = {
  action: Action;
  status?: string;
  /** What may tell the reason, the most precise first. */
  words: string[];
  from?: string;
  to?: string;
};

export const CAUSES: Record<ReplyCause, BounceCause> = {
  auth: 'ours',
  no_tls: 'ours',
  relay: 'ours',
  sender: 'ours',
  account: 'ours',
  blocklist: 'ours',
  authentication_of_domain: 'ours',
  reverse_dns: 'ours',
  helo: 'ours',
  policy: 'ours',
  connections: 'quota',
  rate: 'quota',
  quota: 'quota',
  too_many_recipients: 'quota',
  recipient_rate: 'quota',
  busy: 'network',
  loop: 'network',
  unavailable: 'network',
  size: 'content',
  characters: 'content',
  attachment: 'content',
  virus: 'content',
  spam: 'content',
  malformed: 'content',
  mailbox_full: 'mailbox_full',
  greylisted: 'recipient',
  mailbox_disabled: 'recipient',
  user_unknown: 'recipient',
  domain_unknown: 'recipient',
  unclear: 'unknown',
};

/**
 * What a report of one recipient means, by the rules that judge replies at send time. `hard` is only what will never arrive, for a reason that
 * lies with the recipient, and a message that expired: who reported it has tried for days. `own`: the rules asked before the tables.
 */
export function judge(evidence: Evidence, own: readonly OwnRule[] = []): Judgement {
  const { action, status, words } = evidence;
  const owned = judgeByOwn(evidence, own);
  if (owned) return owned;
  let best: Judged | undefined;
  for (const each of candidates(words)) {
    const judged = judgeWords(each, evidence);
    if (!best || VAGUE.has(best.reply)) best = judged.reply === 'unclear' && best ? best : judged;
  }
  const { reply, isForGood, by } = best!;
  const isExpired =
    action === 'failed' && (EXPIRED_CODE.test(status ?? '') || words.some((text) => EXPIRED.test(text)));
  if (isExpired && YIELDS.has(reply)) return { class: 'hard', cause: 'network', reply, by };
  return { class: action === 'failed' && isForGood ? 'hard' : 'soft', cause: CAUSES[reply], reply, by };
}

/** By all that was said at once: a rule's words may stand anywhere. */
function judgeByOwn({ action, status, words }: Evidence, own: readonly OwnRule[]): Judgement | undefined {
  if (own.length === 0) return undefined;
  const text = words.join('\n');
  const said = replyWithin(text);
  const code = said && Number(said.code);
  const rules = own.filter(({ means }) => !isMailKind(means));
  const stage = said && stageOf(text);
  const rule = findOwnRule(rules, { as: 'bounce', text, code, enhanced: status, stage });
  const digit = said?.code[0] ?? status?.[0] ?? '5';
  const meaning = rule && meaningByRule(rule, { isForGood: digit === '5', text });
  if (!meaning) return undefined;
  const isHard = action === 'failed' && meaning.fault === 'recipient' && meaning.permanent === true;
  const { cause: reply } = meaning;
  return {
    class: isHard ? 'hard' : 'soft',
    cause: CAUSES[reply],
    reply,
    by: { table: 'own' },
    rule: refOf(rule),
  };
}

/** Each text, then what stands before a reply that says little, then nothing but the status. */
function candidates(words: string[]): string[] {
  return [...words, ...words.map(textBeforeReply)].filter((text) => text.trim()).concat('');
}

/** Words that say more may still be found elsewhere. */
const VAGUE = new Set<ReplyCause>(['unclear', 'unavailable']);

/** RFC 3463, x.4.7; Amazon SES "4.4.7 Message expired", Exchange "Delivery time expired". */
const EXPIRED_CODE = /^[45]\.4\.7$/;
const EXPIRED = /\b[45]\.4\.7\b|\b(?:message|delivery time) (?:has )?expired\b/i;
/** What it says of itself without a better reason for all those days. */
const YIELDS = new Set<ReplyCause>([
  'unclear',
  'unavailable',
  'busy',
  'greylisted',
  'user_unknown',
  'mailbox_disabled',
]);

type Judged = { reply: ReplyCause; isForGood: boolean; by?: DecidedBy };

function judgeWords(words: string, { action, status, from, to }: Evidence): Judged {
  const said = replyWithin(words);
  // Without a server's reply a recipient is meant only where one is spoken of.
  const stage = said || OF_DNS.test(words) ? stageOf(words) : 'data';
  const envelope = from && to ? { from, to } : undefined;
  const isForNow = action === 'delayed' || status?.[0] === '4' || /\btry again\b/i.test(words);
  const digit = said?.code[0] ?? (isForNow ? '4' : '5');
  const code = said ? Number(said.code) : Number(`${digit}50`);
  const read = (text: string, as = code) => classifyReply({ stage, code: as, text, envelope });
  if (!said && NO_SERVER.test(words)) return { reply: 'domain_unknown', isForGood: !isForNow };
  const text = said?.text ?? `${code} ${enhancedIn(words) ?? ''} ${flat(words.replace(INTRODUCTIONS, ' '))}`;
  let meaning = read(text);
  // A status that a server only made up of the reply's code says nothing that the words do not.
  if (
    meaning.cause === 'unclear' &&
    status &&
    (/^\d\.[12347]\.[1-9]/.test(status) || !/\p{L}/u.test(flat(words)))
  )
    meaning = read(text.replace(/^(\d{3})[ -]?(?:[245]\.\d{1,3}\.\d{1,3})?/, `$1 ${status}`));
  // They said "not now" as long as anybody asked; that there is nobody is said all the same.
  if (action === 'failed' && meaning.cause === 'user_unknown' && !meaning.permanent)
    meaning = read(
      text.replace(/^4(\d\d[ -]?)(?:4(?=\.))?/, (_, rest) => `5${rest}${text[4] === '4' ? '5' : ''}`),
      550,
    );
  // Exim says "mailbox is full: retry timeout exceeded".
  if (!said && (OF_NETWORK.test(words) || OF_COMMAND.test(words)) && meaning.cause !== 'mailbox_full')
    return { reply: 'unavailable', isForGood: false };
  return {
    reply: meaning.cause,
    isForGood: meaning.fault === 'recipient' && meaning.permanent === true,
    by: meaning.by,
  };
}

/** As Postfix ("in reply to end of DATA command"), Exim ("after RCPT TO:") and qmail ("RCPT TO response") write it. */
function stageOf(words: string): Stage {
  if (
    /(?:in reply to|after|response to|during) (?:end of )?(?:the )?(?:data|\.)\b|end of data|after pipelined end|\bBDAT\b/i.test(
      words,
    )
  )
    return 'data';
  if (/(?:in reply to|after) (?:pipelined )?mail from|but sender was rejected/i.test(words)) return 'sender';
  if (
    /(?:in reply to|after) (?:ehlo|helo|initial connection|starttls|\w{0,10} ?greeting)|while performing the (?:ehlo|helo) handshake|refused to talk to me|but my name was rejected|but greeting failed/i.test(
      words,
    )
  )
    return 'session';
  return 'recipient';
}

/** A reply's code, before its enhanced code or words; not a size, a year or a part of an address. */
const REPLY = /(?<![\d.:@\w/-])([45]\d\d)(?=[ -]+(?:[#(]?[45]\.\d{1,3}\.\d{1,3}|[\p{L}<"'[(=#*]))/gu;
const READ = 1_000;

/** Zoho: `ERROR_CODE :550, ERROR_CODE :5.2.2`, `ResponseCode 421`; Yahoo: `550: 550 …`. */
const LABELLED = /(?:error_code ?:|responsecode )(\d{3}),?(?: ?,? ?error_code ?:)?,?/gi;

function replyWithin(all: string): { code: string; text: string } | undefined {
  const words = all.slice(0, 8 * READ).replace(LABELLED, ' $1 ');
  const match = [...words.matchAll(REPLY)].find(({ index }) => !isHeard(words, index));
  if (!match) return undefined;
  const code = match[1]!;
  const paragraph = words.slice(match.index, match.index + 2 * READ).split(/\n[ \t]*\n|\n[ \t]*>>> /)[0]!;
  // Where a reply has been joined to one line, each of its lines begins with the code again.
  const lines = flat(paragraph).replaceAll(new RegExp(` (?=${code}-?[ -]?[45]\\.\\d)`, 'g'), '\n');
  return { code, text: lines.slice(0, READ) };
}

/** Sendmail answers for a mailer of its own, whose words stand before: `mail.local: unknown user: ana`. */
function textBeforeReply(words: string): string {
  const said = replyWithin(words);
  const isOwn = said && /\.\.\. (?:service unavailable|unknown mailer error)/i.test(said.text);
  return isOwn ? words.slice(0, words.indexOf(said.code)) : '';
}

/** "550 bytes", "in 550 seconds". */
function isHeard(words: string, index: number): boolean {
  return /^\d{3} (?:bytes|kb|mb|seconds|minutes|hours|messages|recipients)\b/i.test(
    words.slice(index, index + 20),
  );
}

function enhancedIn(words: string): string | undefined {
  return /(?<![\d.])#?([45]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(words)?.[1];
}

function flat(words: string): string {
  return words.replace(/\s+/g, ' ').trim().slice(0, READ);
}
