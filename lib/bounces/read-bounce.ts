import {
  findOwnRule,
  isMailKind,
  meaningByRule,
  type OwnRule,
  type RuleRef,
  refOf,
} from '@/lib/replies/own/match';
import { answerWords } from './answer-words';
import { hasAutoSubject, isAutoReply } from './auto-replies';
import { type DeliveryStatus, parseDeliveryStatus, type RecipientReport } from './delivery-status';
import { type Feedback, readFeedback } from './feedback-report';
import { type Field, findValue } from './fields';
import { DAEMONS, SUBJECTS } from './formats';
import { type FreeForm, readFreeForm, type Told } from './free-form';
import { CAUSES, type Evidence, type Judgement, judge } from './judge';
import type { Mail } from './mail';
import { returnedHeader } from './returned';
import type { BounceCause, BounceClass } from './vocabulary';

/** What is said of one recipient. */
export type Finding = {
  class: BounceClass;
  cause?: BounceCause;
  /** The reporting server tries on. */
  isDelay?: true;
  /** Addresses by which the mail names the recipient, the best first. */
  recipients: string[];
  code?: string;
  reply?: string;
  /** The own rule that says so. */
  rule?: RuleRef;
  /** What decided, where a reply or words of one were judged. */
  by?: Judgement['by'];
};

export type Reading = { findings: Finding[]; returned: Field[] };

/**
 * What a mail that came to a bounce mailbox says: whose message did not arrive and why, who complained, who answered. `own`: the rules asked
 * before the tables.
 */
export function readBounce(mail: Mail, own: readonly OwnRule[] = []): Reading {
  const returned = returnedHeader(mail);
  return { findings: findingsOf({ mail, returned, own }), returned };
}

type Read = { mail: Mail; returned: Field[]; own: readonly OwnRule[] };

/** The first that fits: what is written for programs before what is written for people. */
function findingsOf(read: Read): Finding[] {
  const { mail } = read;
  const feedback = readFeedback(mail);
  if (feedback) return readComplaint(feedback);
  const told = readFreeForm(mail);
  if (mail.parts.some(({ type }) => type === 'message/disposition-notification'))
    return isRejection(mail)
      ? [readTold(told.told[0]!, told, read)]
      : [{ class: 'auto_reply', recipients: [] }];
  const status = deliveryStatusOf(mail);
  if (status) return status.recipients.map((report) => readReport(report, told, read));
  if (isBounce(mail, told)) return told.told.map((each) => readTold(each, told, read));
  const kind = classOfOther(mail);
  const owned = kind === 'unknown' || kind === 'human_reply' ? readByOwn(read, kind) : undefined;
  if (owned) return [owned];
  if (kind !== 'human_reply') return [{ class: kind, recipients: [] }];
  return [
    { class: kind, recipients: known(sender(mail.fields)), reply: answerWords(mail.text) || undefined },
  ];
}

/** One for each that it names: several may have complained of copies of one message. */
function readComplaint({ isComplaint, recipients }: Feedback): Finding[] {
  const kind = isComplaint ? 'complaint' : 'unknown';
  const named = recipients.length > 0 ? recipients.map((recipient) => [recipient]) : [[]];
  return named.map((each) => ({ class: kind, recipients: each }));
}

/**
 * Dovecot's mail-send.c and Pigeonhole's `reject` tell a full mailbox and a recipient's own filter in a notification for readers. One that says
 * "deleted" alone is of a person who did not read it.
 */
function isRejection({ fields, text }: Mail): boolean {
  const isSaid = /\brejected\b/i.test(findValue(fields, 'auto-submitted') ?? '');
  return isSaid || /\bmessage (?:to <[^<>\n]{3,320}> )?was automatically rejected\b/i.test(text);
}

/** In a part of its own; servers that build it wrongly leave it among the words. */
function deliveryStatusOf({ parts, text }: Mail): DeliveryStatus | undefined {
  const part = parts.find(({ type }) => /^message\/(?:global-)?delivery-status$/.test(type));
  const inText = /^(?:reporting-mta|final-recipient|original-recipient):/im.exec(text);
  const status = parseDeliveryStatus(part?.text ?? (inText ? text.slice(inText.index) : ''));
  return status.recipients.length > 0 ? status : undefined;
}

function readReport(report: RecipientReport, { told, isDelay }: FreeForm, { returned, own }: Read): Finding {
  const recipients = known(report.original, report.final);
  if (report.action === 'delivered' || report.action === 'relayed' || report.action === 'expanded')
    return { class: 'delivered', recipients, code: report.status };
  const action = report.action ?? (isDelay && !report.status?.startsWith('5') ? 'delayed' : 'failed');
  const words = wordsFor(recipients, told);
  const diagnostic = report.diagnostic ?? '';
  const evidence = {
    action,
    status: report.status,
    words: [stageOnly(words, diagnostic), words],
    from: sender(returned),
    to: recipients.at(-1),
  };
  return {
    ...meant(judge(evidence, own)),
    ...(action === 'delayed' && { isDelay: true }),
    recipients,
    code: report.status,
    reply: short(diagnostic || words),
  };
}

/** Postfix tells the stage in its words alone. */
function stageOnly(words: string, diagnostic: string): string {
  const [stage = ''] = diagnostic
    ? (/\(in reply to [^)]{1,40}\)/.exec(words.replace(/\s+/g, ' ')) ?? [])
    : [];
  return diagnostic && stage && !diagnostic.includes('in reply to') ? `${diagnostic} ${stage}` : diagnostic;
}

/** What the words say of these addresses; of the only one also where it is written otherwise. */
function wordsFor(recipients: string[], told: Told[]): string {
  const names = recipients.map((name) => name.toLowerCase());
  const own = told.find(({ recipient }) => recipient && names.includes(recipient.toLowerCase()));
  return (own ?? (told.length === 1 ? told[0] : undefined))?.words ?? '';
}

function readTold(
  { recipient, words }: Told,
  { isDelay, report }: FreeForm,
  { returned, own }: Read,
): Finding {
  const action = isDelay ? 'delayed' : 'failed';
  const evidence: Evidence = { action, words: [words, report], from: sender(returned), to: recipient };
  return {
    ...meant(judge(evidence, own)),
    ...(isDelay && { isDelay: true }),
    recipients: known(recipient),
    code: /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(words)?.[0],
    reply: short(words),
  };
}

function meant({ reply: _, rule, ...judgement }: Judgement) {
  return { ...judgement, ...(rule && { rule }) };
}

/** A mail that no format and no table knows. What a person wrote is never taken for a bounce, only for what a machine answers. */
function readByOwn({ mail, own }: Read, kind: BounceClass): Finding | undefined {
  const rules = own.filter(({ means }) => kind === 'unknown' || isMailKind(means));
  const text = `${mail.subject}\n${mail.text}`;
  const rule = findOwnRule(rules, { as: 'bounce', text });
  if (!rule) return undefined;
  const said = { rule: refOf(rule), by: { table: 'own' as const }, recipients: [], reply: short(mail.text) };
  if (isMailKind(rule.means)) return { class: rule.means, ...said };
  const meaning = meaningByRule(rule, { isForGood: true, text })!;
  const isHard = meaning.fault === 'recipient' && meaning.permanent === true;
  return { class: isHard ? 'hard' : 'soft', cause: CAUSES[meaning.cause], ...said };
}

/** By two signs at least: people quote bounces, too. An empty return path is one only of what is no answer: those have none either. */
function isBounce(mail: Mail, { format }: FreeForm): boolean {
  if (findValue(mail.fields, 'x-failed-recipients')) return true;
  const isAnswer = isAutoReply(mail) || /^\s*(?:re|aw|rv|res|fwd?)\s*:/i.test(mail.subject);
  const returnPath = findValue(mail.fields, 'return-path') ?? '';
  const signs = [
    DAEMONS.test(findValue(mail.fields, 'from') ?? '') ||
      (!isAnswer && /^<>|mailer-daemon/i.test(returnPath)),
    SUBJECTS.test(mail.subject) &&
      !hasAutoSubject(mail) &&
      !/^\s*(?:re|aw|rv|res|fwd?)\s*:/i.test(mail.subject),
    format !== undefined,
  ];
  return signs.filter(Boolean).length >= 2;
}

function classOfOther(mail: Mail): BounceClass {
  if (isAutoReply(mail)) return 'auto_reply';
  const isAnswer =
    findValue(mail.fields, 'in-reply-to', 'references') !== undefined ||
    /^\s*(?:re|aw|rv|res|sv|antw|réf)\s*:/i.test(mail.subject);
  return isAnswer && !isFromProgram(mail) ? 'human_reply' : 'unknown';
}

function isFromProgram({ fields }: Mail): boolean {
  return (
    /^auto-/i.test(findValue(fields, 'auto-submitted') ?? '') ||
    /^(?:bulk|list|junk)/i.test(findValue(fields, 'precedence') ?? '') ||
    findValue(fields, 'list-id', 'list-unsubscribe') !== undefined
  );
}

function sender(returned: Field[]): string | undefined {
  const value = findValue(returned, 'from');
  return value && /[^\s<>"]+@[^\s<>"]+/.exec(value)?.[0];
}

function known(...names: (string | undefined)[]): string[] {
  return [...new Set(names.filter((name) => name !== undefined))];
}

function short(words: string): string | undefined {
  // What closed the address before them goes. The cut may go through a character.
  return (
    words
      .replace(/^[\s>)\]"':,]+/, '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 500)
      .toWellFormed() || undefined
  );
}
