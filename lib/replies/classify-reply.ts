import { withoutCourtesies } from './courtesies';
import { CODES, CODES_OF_RECIPIENTS, type CodeRule, NARROW_CODES } from './enhanced-codes';
import { FAMILIES, type WordRule } from './families';
import type { Meaning, ReplyCause, Stage } from './meaning';
import { type Envelope, namesOnlySender } from './names-sender';
import { parseWaitMs } from './parse-wait';
import {
  causeByStatements,
  isAboutUs,
  isOfMore,
  namesRecipient,
  readStatements,
  speaksOfMore,
  speaksOfOthers,
} from './statements';
import { CALLED_SPAM, FOUND_SPAM, PLAINLY_MALFORMED, WORDS_OF_CONTENT } from './words-of-content';
import { WORDS_OF_PACE } from './words-of-pace';
import { PLAINLY_OF_RECIPIENTS, WORDS_OF_RECIPIENTS } from './words-of-recipients';
import { PLAINLY_OF_US, WORDS_OF_US } from './words-of-us';

export type Reply = {
  stage: Stage;
  code: number;
  /** All lines as the server wrote them, with their codes. */
  text: string;
  /** Where it is known whom a reply is about. */
  envelope?: Envelope;
};

/** Longer ones say nothing new, and no expression has to read them. */
const READ = 1_000;

/**
 * Whose fault a refusal is, whether for good, whether the provider was asked too fast or its allowance is used up, and when to come back if
 * it says so. Words go first, where they are clear; then the enhanced code, right behind the reply's code and nowhere else; then the stage of
 * the conversation. A bare refusal at RCPT, without a word of the recipient, is no bounce.
 */
export function classifyReply(reply: Reply): Meaning & { cause: ReplyCause } {
  const { words, enhanced } = readReply(reply.text);
  const judged = judge(reply, words, enhanced);
  const cause = isOfSender(reply, judged, enhanced) ? 'sender' : judged;
  const means = meaningOf(cause, reply);
  const isNotNow = FOR_NOW.test(words) && means.fault === 'recipient';
  const permanent = means.permanent ?? (reply.code >= 500 && !isNotNow);
  const retryAfterMs = parseWaitMs(words);
  return { ...means, permanent, cause, ...(retryAfterMs !== undefined && { retryAfterMs }) };
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
function judge(reply: Reply, words: string, enhanced: string | undefined): ReplyCause {
  const plain = withoutCourtesies(words);
  const cause = judgeWrapped(reply, plain, enhanced);
  // Whoever is told to ask the host of the account is the one whose account it is.
  if (cause === 'mailbox_disabled' && OWN_HOST.test(words)) return 'account';
  if (plain === words || (cause !== 'unclear' && cause !== 'unavailable')) return cause;
  const ofAll = judgeWords(reply, words, enhanced);
  return ofAll === 'unclear' || FAMILIES[ofAll].fault === 'recipient' ? cause : ofAll;
}

const OWN_HOST =
  /contact (?:your|the) (?:\S+ )?host(?:ing)?\b|proveedor de (?:alojamiento|hosting)|provedor de hospedagem|h[eé]bergeur|hosting-?anbieter/i;

/** Postfix names the recipient before whatever a restriction or a policy service of it says, be it of us or of itself. */
const WRAPPED = /\baddress rejected ?: (?!access denied|un(?:verified|deliverable))(.{3,})/i;

function judgeWrapped(reply: Reply, words: string, enhanced: string | undefined): ReplyCause {
  const cause = judgeWords(reply, words, enhanced);
  const [, inside] = WRAPPED.exec(words) ?? [];
  if (!inside || reply.code < 500 || FAMILIES[cause].fault !== 'recipient') return cause;
  const said = judgeWords(reply, inside, undefined);
  return said === 'unclear' || FAMILIES[said].fault === 'recipient' ? cause : said;
}

function judgeWords(reply: Reply, words: string, enhanced: string | undefined): ReplyCause {
  const said = readStatements(words);
  const found =
    causeByCode(NARROW_CODES, enhanced, reply) ??
    causeByWords(PLAIN_WORDS, words, reply) ??
    (isAboutUs(said) ? undefined : causeByWords(OF_RECIPIENTS, words, reply)) ??
    causeByStatements(said, reply) ??
    causeByWords(LOOSE_WORDS, words, reply) ??
    (speaksOfOthers(said) || BARE_REFUSAL.test(words)
      ? undefined
      : causeByCode(CODES_OF_RECIPIENTS, enhanced, reply)) ??
    causeByWords(LAST_WORDS, words, reply) ??
    causeByCode(CODES, enhanced, reply) ??
    causeByStage(reply, said);
  return !FOR_NOW.test(words) && isBounceInDoubt(found, reply, said, enhanced) ? 'unclear' : found;
}

/** Says that they want no mail and names nobody: AOL's reputation refusals stood under 5.2.1 so (postmaster.aol.com, "521 5.2.1"). */
const BARE_REFUSAL =
  /^\W*(?:(?:your |the |this )?(?:e-?mail|mail|message|delivery|connection|access|request)s? )?(?:was |is |has been )?(?:refused|rejected|blocked|denied|not (?:permitted|allowed|authori[sz]ed|accepted))\W*$|will not accept (?:delivery|(?:this |your |any )?(?:e-?mail|mail|messages?))/i;

/** Said of a recipient, it is no bounce, whatever the first digit says. */
const FOR_NOW =
  /\btemporar(?:y|il)|\btempor[aá]ri?[ao]?(?:l?mente)?\b|\btemporalmente\b|temporaire|vor[uü]bergehend|(?:try|retry) (?:\S+ ){0,2}later|m[aá]s tarde|mais tarde|plus tard|sp[aä]ter/i;

/** In this order: what is narrow and clear before what is said in many senses. */
const PLAIN_WORDS: WordRule[] = [
  ...only(WORDS_OF_US, ['no_tls', 'auth']),
  {
    cause: 'greylisted',
    says: /gr[ae]y[- ]?list|postgrey|milter-greylist|lista gris|liste grise|graue liste/i,
    digit: 4,
  },
  // Mimecast's words for it, though the page that it points to bears the name of a filter: "SMTP Error Codes", 451.
  {
    cause: 'greylisted',
    says: /^internal resources? (?:is |are )?temporarily unavailable/i,
    stages: ['recipient'],
    digit: 4,
  },
  ...only(WORDS_OF_CONTENT, ['virus', 'attachment', 'size']),
  ...only(WORDS_OF_RECIPIENTS, ['mailbox_full']),
  ...WORDS_OF_PACE,
  PLAINLY_MALFORMED,
  FOUND_SPAM,
  ...PLAINLY_OF_US,
  ...PLAINLY_OF_RECIPIENTS,
  ...only(WORDS_OF_US, ['relay', 'loop', 'authentication_of_domain', 'reverse_dns', 'helo']),
  ...only(WORDS_OF_CONTENT, ['characters']),
];
const OF_RECIPIENTS = only(WORDS_OF_RECIPIENTS, ['mailbox_disabled', 'domain_unknown', 'user_unknown']);
const LOOSE_WORDS = [
  ...only(WORDS_OF_CONTENT, ['spam']),
  ...only(WORDS_OF_US, ['sender', 'blocklist', 'account', 'policy']),
  CALLED_SPAM,
  ...only(WORDS_OF_CONTENT, ['malformed']),
];
const LAST_WORDS = only(WORDS_OF_US, ['unavailable']);

function only(rules: WordRule[], causes: ReplyCause[]): WordRule[] {
  return causes.flatMap((cause) => rules.filter((rule) => rule.cause === cause));
}

/** `550-5.1.1 …`, `550 #5.1.0 …`: an enhanced code counts only there; other dotted numbers are addresses, scores and versions. */
const LINE =
  /^\d{3}[ -]? {0,3}(?:[#[(]?([245]\.\d{1,3}\.\d{1,3})\b[\])]?)?[ :-]*(?:(?:smtp )?error[:,-]+ *|sorry,? +)?/i;
/** A page's address is made of any words, too; whose page it is says something. */
const PAGE = /\bhttps?:\/\/([^\s/<>"()?]{1,255})[^\s<>"]{0,500}/gi;
/** Postfix's own words around another server's reply, and what its log adds behind one. */
const QUOTED = /\(in reply to [^)]{1,40}\)|[;,]? ?\b(?:from|to|proto|helo|client|relay)=[^\s,;]{0,255}/gi;
/** An address in numbers is of the machine that sent, never a mailbox or the other domain. */
const OWN_MACHINE =
  /(?<=^|[.:;] )(?:address|host)(?: unknown| not found| invalid)?:? \[?\d{1,3}(?:\.\d{1,3}){3}\b\]?(?!\[| said)/gi;
/** Names of files are made of any words, too; QQ puts a trace of the session behind its words: `[MGzP… IP: 203.0.113.9]`. */
const OF_MACHINES = /(?<![\w.:/])(?:\/[\w.+-]{1,255}){2,20}|\[\S{6,200} IP: ?[\da-f.:]{3,45}\]/gi;
const ADDRESS = /<?[^\s<>@:,;]{1,100}@[^\s<>@,;:]{1,255}>?/g;

/** A relay that hands on another server's reply. */
const HANDED_ON =
  /^(\d{3}[ -])(?:host \S{1,255} said:|\d\.\d\.\d{1,3} Failed, id=\S{1,60} from MTA\(\S{1,80}\):) \d{3}[ -]/;

function readReply(text: string): { words: string; enhanced: string | undefined } {
  let enhanced: string | undefined;
  const lines = text
    .slice(0, READ)
    .replace(HANDED_ON, '$1')
    .split(/\r?\n/)
    .map((line) => {
      const match = LINE.exec(line);
      enhanced ??= match?.[1];
      const rest = line.slice(match?.[0].length ?? 0);
      // Some repeat the enhanced code alone on the lines that follow.
      return enhanced && rest.startsWith(enhanced) ? rest.slice(enhanced.length) : rest;
    });
  // An address may be made of any words.
  const words = lines
    .join(' ')
    .replace(PAGE, '$1')
    .replace(OWN_MACHINE, 'your ip')
    .replace(QUOTED, '')
    .replace(OF_MACHINES, '')
    .replace(ADDRESS, '~')
    .replace(/\s+/g, ' ')
    .trim();
  return { words, enhanced: enhanced?.slice(2) };
}

function causeByWords(rules: WordRule[], words: string, { stage, code }: Reply): ReplyCause | undefined {
  return rules.find(
    ({ says, unless, stages, digit }) =>
      (!stages || stages.includes(stage)) &&
      (!digit || Math.floor(code / 100) === digit) &&
      says.test(words) &&
      !unless?.test(words),
  )?.cause;
}

function causeByCode(rules: CodeRule[], enhanced: string | undefined, { stage, code }: Reply) {
  if (!enhanced) return undefined;
  return rules.find(
    (rule) =>
      rule.code.test(enhanced) &&
      (!rule.stages || rule.stages.includes(stage)) &&
      (!rule.digit || Math.floor(code / 100) === rule.digit),
  )?.cause;
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
