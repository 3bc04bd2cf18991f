import { withoutCourtesies } from './courtesies';
import { CODES, CODES_OF_RECIPIENTS, type CodeRule, NARROW_CODES } from './enhanced-codes';
import { FAMILIES, type WordRule } from './families';
import type { Meaning, ReplyCause, Stage } from './meaning';
import { type Envelope, namesOnlySender } from './names-sender';
import { parseWaitMs } from './parse-wait';
import { READ, readReply } from './read-reply';
import {
  indexByStatements,
  isAboutUs,
  isOfMore,
  namesRecipient,
  readStatements,
  STATEMENT_RULES,
  speaksOfMore,
  speaksOfOthers,
} from './statements';
import type { TableName } from './tables';
import { LAST_WORDS, LOOSE_WORDS, PLAIN_WORDS, WORDS_OF_THEM } from './word-tables';

export type Reply = {
  stage: Stage;
  code: number;
  /** All lines as the server wrote them, with their codes. */
  text: string;
  /** Where it is known whom a reply is about. */
  envelope?: Envelope;
};

/**
 * What decided: a row of a table, counted from 1; the stage of the conversation and the code alone; doubt, where a bounce would have needed
 * plainer words; or that the sender is spoken of.
 */
export type DecidedBy = { table: TableName; row: number } | { table: 'stage' | 'doubt' | 'sender' };

export type Classified = Meaning & { cause: ReplyCause; by: DecidedBy };

type Found = { cause: ReplyCause; by: DecidedBy };

/**
 * Whose fault a refusal is, whether for good, whether the provider was asked too fast or its allowance is used up, and when to come back if
 * it says so. Words go first, where they are clear; then the enhanced code, right behind the reply's code and nowhere else; then the stage of
 * the conversation. A bare refusal at RCPT, without a word of the recipient, is no bounce.
 */
export function classifyReply(reply: Reply): Classified {
  const { words, enhanced } = readReply(reply.text);
  const judged = judge(reply, words, enhanced);
  const { cause, by }: Found = isOfSender(reply, judged.cause, enhanced)
    ? { cause: 'sender', by: { table: 'sender' } }
    : judged;
  const means = meaningOf(cause, reply);
  const isNotNow = FOR_NOW.test(words) && means.fault === 'recipient';
  const permanent = means.permanent ?? (reply.code >= 500 && !isNotNow);
  const retryAfterMs = parseWaitMs(words);
  return { ...means, permanent, cause, by, ...(retryAfterMs !== undefined && { retryAfterMs }) };
}

function isOfSender({ text, envelope }: Reply, cause: ReplyCause, enhanced: string | undefined): boolean {
  const { fault, permanent } = FAMILIES[cause];
  if (fault !== 'recipient' || permanent === false) return false;
  const read = text.slice(0, READ);
  if (envelope && namesOnlySender(read, envelope)) return true;
  // RFC 3463: bad sender's system address. Some say it of a recipient, by name.
  return enhanced === '1.8' && !(envelope && namesOnlySender(read, { from: envelope.to, to: envelope.from }));
}

/** Without its politeness first: that names administrators and policies of whomever. Nobody bounces for what was said out of it. */
function judge(reply: Reply, words: string, enhanced: string | undefined): Found {
  const plain = withoutCourtesies(words);
  const found = judgeWrapped(reply, plain, enhanced);
  // Whoever is told to ask the host of the account is the one whose account it is.
  if (found.cause === 'mailbox_disabled' && OWN_HOST.test(words))
    return { cause: 'account', by: { table: 'sender' } };
  if (plain === words || (found.cause !== 'unclear' && found.cause !== 'unavailable')) return found;
  const ofAll = judgeWords(reply, words, enhanced);
  return ofAll.cause === 'unclear' || FAMILIES[ofAll.cause].fault === 'recipient' ? found : ofAll;
}

const OWN_HOST =
  /contact (?:your|the) (?:\S+ )?host(?:ing)?\b|proveedor de (?:alojamiento|hosting)|provedor de hospedagem|h[eé]bergeur|hosting-?anbieter/i;

/** Postfix names the recipient before whatever a restriction or a policy service of it says, be it of us or of itself. */
const WRAPPED = /\baddress rejected ?: (?!access denied|un(?:verified|deliverable))(.{3,})/i;

function judgeWrapped(reply: Reply, words: string, enhanced: string | undefined): Found {
  const found = judgeWords(reply, words, enhanced);
  const [, inside] = WRAPPED.exec(words) ?? [];
  if (!inside || reply.code < 500 || FAMILIES[found.cause].fault !== 'recipient') return found;
  const said = judgeWords(reply, inside, undefined);
  return said.cause === 'unclear' || FAMILIES[said.cause].fault === 'recipient' ? found : said;
}

function judgeWords(reply: Reply, words: string, enhanced: string | undefined): Found {
  const said = readStatements(words);
  const found =
    byCode('narrow_codes', NARROW_CODES, enhanced, reply) ??
    byWords('plain_words', PLAIN_WORDS, words, reply) ??
    (isAboutUs(said) ? undefined : byWords('words_of_recipients', WORDS_OF_THEM, words, reply)) ??
    byStatements(said, reply) ??
    byWords('loose_words', LOOSE_WORDS, words, reply) ??
    (speaksOfOthers(said) || BARE_REFUSAL.test(words)
      ? undefined
      : byCode('codes_of_recipients', CODES_OF_RECIPIENTS, enhanced, reply)) ??
    byWords('last_words', LAST_WORDS, words, reply) ??
    byCode('codes', CODES, enhanced, reply) ??
    ({ cause: causeByStage(reply, said), by: { table: 'stage' } } as const);
  return !FOR_NOW.test(words) && isBounceInDoubt(found.cause, reply, said, enhanced)
    ? { cause: 'unclear', by: { table: 'doubt' } }
    : found;
}

/** Says that they want no mail and names nobody: AOL's reputation refusals stood under 5.2.1 so (postmaster.aol.com, "521 5.2.1"). */
const BARE_REFUSAL =
  /^\W*(?:(?:your |the |this )?(?:e-?mail|mail|message|delivery|connection|access|request)s? )?(?:was |is |has been )?(?:refused|rejected|blocked|denied|not (?:permitted|allowed|authori[sz]ed|accepted))\W*$|will not accept (?:delivery|(?:this |your |any )?(?:e-?mail|mail|messages?))/i;

/** Said of a recipient, it is no bounce, whatever the first digit says. */
const FOR_NOW =
  /\btemporar(?:y|il)|\btempor[aá]ri?[ao]?(?:l?mente)?\b|\btemporalmente\b|temporaire|vor[uü]bergehend|(?:try|retry) (?:\S+ ){0,2}later|m[aá]s tarde|mais tarde|plus tard|sp[aä]ter/i;

function byWords(
  table: TableName,
  rules: WordRule[],
  words: string,
  { stage, code }: Reply,
): Found | undefined {
  const index = rules.findIndex(
    ({ says, unless, stages, digit }) =>
      (!stages || stages.includes(stage)) &&
      (!digit || Math.floor(code / 100) === digit) &&
      says.test(words) &&
      !unless?.test(words),
  );
  return foundAt(table, rules, index);
}

function byCode(
  table: TableName,
  rules: CodeRule[],
  enhanced: string | undefined,
  { stage, code }: Reply,
): Found | undefined {
  if (!enhanced) return undefined;
  const index = rules.findIndex(
    (rule) =>
      rule.code.test(enhanced) &&
      (!rule.stages || rule.stages.includes(stage)) &&
      (!rule.digit || Math.floor(code / 100) === rule.digit),
  );
  return foundAt(table, rules, index);
}

function byStatements(said: Set<string>, reply: Reply): Found | undefined {
  return foundAt('statements', STATEMENT_RULES, indexByStatements(said, reply));
}

function foundAt(table: TableName, rules: { cause: ReplyCause }[], index: number): Found | undefined {
  const rule = rules[index];
  return rule && { cause: rule.cause, by: { table, row: index + 1 } };
}

/**
 * After the body a recipient is meant only if one is named; a command out of sequence (503) is nobody's but ours; and where we or a list are
 * spoken of too, only a code or plain words bounce.
 */
function isBounceInDoubt(cause: ReplyCause, { stage, code }: Reply, said: Set<string>, enhanced?: string) {
  if (FAMILIES[cause].fault !== 'recipient' || FAMILIES[cause].permanent === false) return false;
  return (
    code === 503 ||
    (isOfMore(said) && !/^1\.(?:1|2|10|351)$|^2\.1$/.test(enhanced ?? '')) ||
    (stage === 'data' &&
      !said.has('them') &&
      !said.has('nobody absent') &&
      !/^1\.(?:1|2|10|351)$/.test(enhanced ?? ''))
  );
}

/** RFC 5321, 4.2.3, as servers use its codes. */
function causeByStage({ stage, code }: Reply, said: Set<string>): ReplyCause {
  if (code === 421) return 'unavailable';
  if (code === 552) return stage === 'recipient' ? 'mailbox_full' : 'size';
  if (code === 530 || code === 535) return 'auth';
  // "Not now" of a receiver without a word more: many greylist so.
  if (stage === 'recipient' && (code === 450 || code === 451))
    return speaksOfMore(said, code) ? 'unavailable' : 'greylisted';
  if (stage === 'recipient' && code === 452) return 'too_many_recipients';
  if (code < 500) return 'unavailable';
  return stage === 'recipient' && namesRecipient(said) ? 'user_unknown' : 'unclear';
}

/** Before a recipient was named nobody can be meant but us; and all at once can be too many only for this server. */
function meaningOf(cause: ReplyCause, { stage }: Reply) {
  const means = FAMILIES[cause];
  if (cause === 'too_many_recipients' && stage === 'data') return FAMILIES.size;
  const isBefore = stage === 'session' || stage === 'auth' || stage === 'sender';
  return isBefore && (means.fault === 'recipient' || means.fault === 'content') ? FAMILIES.unclear : means;
}
