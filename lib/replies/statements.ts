import type { ReplyCause, Stage } from './meaning';
import { type Concept, readConcepts } from './vocabulary';

/** What is said of whom, as `them absent` or `us refused`; `nobody` where a state stands alone. */
export type Statement = `${Concept | 'nobody'} ${Concept}`;

type Rule = {
  cause: ReplyCause;
  any: (Statement | Concept)[];
  also?: Concept;
  unless?: (Statement | Concept)[];
  stages: Stage[];
  /** First digit of the reply. */
  digit?: 4;
};

const OF_US: Statement[] = ['us refused', 'us listed', 'us spam', 'us absent', 'us bad', 'us closed'];
const ABOUT_RECIPIENTS: Stage[] = ['recipient', 'data'];

/** Which family a statement belongs to, where no phrase is known. Each was checked against every reply of the corpus. */
export const STATEMENT_RULES: Rule[] = [
  {
    cause: 'mailbox_full',
    any: ['them full'],
    unless: ['us full', 'us fast', 'server full'],
    stages: ABOUT_RECIPIENTS,
  },
  {
    cause: 'mailbox_full',
    any: ['nobody full', 'message full'],
    unless: ['us', 'server'],
    stages: ['recipient'],
  },
  {
    cause: 'recipient_rate',
    any: ['them fast'],
    unless: ['us', 'policy', 'them bad', 'them absent'],
    stages: ['recipient'],
  },
  { cause: 'mailbox_disabled', any: ['them closed'], unless: [...OF_US, 'policy'], stages: ABOUT_RECIPIENTS },
  {
    cause: 'user_unknown',
    any: ['them absent'],
    unless: [...OF_US, 'policy', 'them fast'],
    stages: ABOUT_RECIPIENTS,
  },
  {
    cause: 'user_unknown',
    any: ['them bad'],
    unless: [...OF_US, 'policy', 'server', 'them fast'],
    stages: ABOUT_RECIPIENTS,
  },
  {
    cause: 'domain_unknown',
    any: ['domain absent', 'domain bad', 'domain closed'],
    unless: ['us', 'policy'],
    stages: ['recipient'],
  },
  {
    cause: 'mailbox_disabled',
    any: ['nobody closed', 'message closed'],
    unless: ['us', 'policy'],
    stages: ['recipient'],
  },
  {
    cause: 'user_unknown',
    any: ['nobody absent', 'message absent'],
    unless: ['us', 'policy'],
    stages: ['recipient'],
  },
  {
    cause: 'user_unknown',
    any: ['server absent'],
    also: 'them',
    unless: ['us', 'policy', 'spam', 'listed'],
    stages: ['recipient'],
  },
  // An address that cannot be read is not ours at RCPT.
  {
    cause: 'user_unknown',
    any: ['them malformed', 'domain malformed'],
    unless: ['us', 'policy', 'message', 'content', 'server'],
    stages: ['recipient'],
  },
  // "Not now" to one recipient is no fault of the way, whatever code of policy is with it.
  {
    cause: 'greylisted',
    any: ['them refused'],
    unless: ['us', 'policy', 'listed', 'spam', 'fast', 'them absent'],
    stages: ['recipient'],
    digit: 4,
  },
  // RFC 3463, x.4.5: congestion. Microsoft's "451 4.7.500 Server busy" and Gmail's "421 4.4.5" are told to whoever comes too often.
  {
    cause: 'busy',
    any: ['server busy', 'nobody busy', 'message busy', 'domain busy', 'us busy'],
    unless: ['listed', 'spam'],
    stages: ['session', 'auth', 'sender', 'recipient', 'data'],
    digit: 4,
  },
  { cause: 'attachment', any: ['attachment'], unless: ['us'], stages: ['data'] },
  {
    cause: 'spam',
    any: ['message spam', 'content spam', 'nobody spam', 'content listed', 'message listed'],
    unless: OF_US,
    stages: ['data'],
  },
  { cause: 'spam', any: ['content refused', 'content bad'], unless: ['us', 'policy'], stages: ['data'] },
  {
    cause: 'malformed',
    any: ['message malformed', 'content malformed', 'nobody malformed'],
    unless: OF_US,
    stages: ['data'],
  },
];

/** Which of the rules above fits first; -1: none. */
export function indexByStatements(
  said: Set<string>,
  { stage, code }: { stage: Stage; code: number },
): number {
  return STATEMENT_RULES.findIndex(
    ({ any, also, unless, stages, digit }) =>
      stages.includes(stage) &&
      (!digit || Math.floor(code / 100) === digit) &&
      (!also || said.has(also)) &&
      any.some((one) => said.has(one)) &&
      !unless?.some((one) => said.has(one)),
  );
}

const OF_MORE = ['us', 'policy', 'spam', 'listed', 'server', 'trouble', 'fast'];

/** A refusal at RCPT whose reason no word and no code tells: the recipient's if it names one, says no to it, and speaks of nobody else. */
export function namesRecipient(said: Set<string>): boolean {
  return ['them refused', 'them not'].some((one) => said.has(one)) && !OF_MORE.some((one) => said.has(one));
}

/** Whether anybody but the recipient may be meant, so that a code of an address or a mailbox proves nothing. */
export function speaksOfOthers(said: Set<string>): boolean {
  return [...OF_US, 'us fast', 'policy', 'listed'].some((one) => said.has(one));
}

/** Whether a recipient's refusal speaks of us or of lists, and nowhere says plainly that the recipient is no more. */
export function isOfMore(said: Set<string>): boolean {
  return (
    ['us', 'policy', 'listed'].some((one) => said.has(one)) &&
    !['them absent', 'them closed', 'domain absent'].some((one) => said.has(one))
  );
}

/** "Not now" at RCPT that says something of more than one recipient. 450 is of the mailbox, and so is its trouble. */
export function speaksOfMore(said: Set<string>, code: number): boolean {
  return OF_MORE.some(
    (one) => said.has(one) && !(one === 'trouble' && code === 450 && said.has('them trouble')),
  );
}

/** Whether a reply speaks of us, and of the recipient only as the one we wrote to. */
export function isAboutUs(said: Set<string>): boolean {
  return OF_US.some((one) => said.has(one)) && !['them absent', 'them closed'].some((one) => said.has(one));
}

const SUBJECTS = new Set<Concept>(['us', 'server', 'them', 'attachment', 'content', 'message', 'domain']);
/** Of several in a row the first here is meant: the sender's address is the sender's, the mailbox on a server the recipient's. */
const ORDER: Concept[] = ['us', 'them', 'attachment', 'content', 'domain', 'message', 'server'];

/**
 * A state belongs to the subjects before it in its clause, else to those that follow, else to the last that was named. Also every concept
 * that occurs, by itself.
 */
export function readStatements(text: string): Set<string> {
  const said = new Set<string>();
  let last: Concept | 'nobody' = 'nobody';
  let named: Concept[] = [];
  let waiting: Concept[] = [];
  const settle = (isBefore = false) => {
    const first = isBefore || named[0] === 'message' ? undefined : named[0];
    last = first ?? ORDER.find((one) => named.includes(one)) ?? last;
    for (const state of waiting) said.add(`${last} ${state}`);
    named = [];
    waiting = [];
  };
  for (const concept of readConcepts(text.replace(HOST_NAME, asWord))) {
    if (concept === 'stop') settle();
    else if (concept !== 'aside') {
      said.add(concept);
      if (SUBJECTS.has(concept)) named.push(concept);
      else if (concept !== 'policy') {
        const isAfterSubject = named.length > 0;
        waiting.push(concept);
        if (isAfterSubject) settle(true);
      }
    }
  }
  settle();
  return said;
}

/** A name of a host or an address is made of any words; a block list's says what it is. */
const HOST_NAME = /(?<![\w.-])[\w-]+(?:\.[\w-]+)+/g;
const LIST_NAME = /spamhaus|spamcop|sorbs|barracuda|dnsbl|rbl|abuseat|surriel|uceprotect|spamrats|mailspike/i;

function asWord(name: string): string {
  if (/surbl|uribl/i.test(name)) return 'surbl';
  return LIST_NAME.test(name) ? 'blacklist' : '~';
}
