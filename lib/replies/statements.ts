import type { ReplyCause, Stage } from './meaning';
import { type Concept, readConcepts } from './vocabulary';

/** What is said of whom, as `them absent` or `us refused`; `nobody` where a state stands alone. */
export type Statement = `${Concept | 'nobody'} ${Concept}`;

type Rule = {
  cause: ReplyCause;
  any: (Statement | Concept)[];
  unless?: (Statement | Concept)[];
  stages: Stage[];
};

const OF_US: Statement[] = ['us refused', 'us listed', 'us spam', 'us absent', 'us bad', 'us closed'];
const ABOUT_RECIPIENTS: Stage[] = ['recipient', 'data'];

/** Which family a statement belongs to, where no phrase is known. Each was checked against every reply of the corpus. */
const RULES: Rule[] = [
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
  { cause: 'mailbox_disabled', any: ['them closed'], unless: OF_US, stages: ABOUT_RECIPIENTS },
  { cause: 'user_unknown', any: ['them absent'], unless: [...OF_US, 'policy'], stages: ABOUT_RECIPIENTS },
  {
    cause: 'user_unknown',
    any: ['them bad'],
    unless: [...OF_US, 'policy', 'server'],
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
    any: ['nobody closed'],
    unless: ['us', 'server', 'policy'],
    stages: ['recipient'],
  },
  {
    cause: 'user_unknown',
    any: ['nobody absent', 'message absent'],
    unless: ['us', 'server', 'policy'],
    stages: ['recipient'],
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

export function causeByStatements(said: Set<string>, { stage }: { stage: Stage }): ReplyCause | undefined {
  return RULES.find(
    ({ any, unless, stages }) =>
      stages.includes(stage) && any.some((one) => said.has(one)) && !unless?.some((one) => said.has(one)),
  )?.cause;
}

/** A refusal at RCPT whose reason no word and no code tells: the recipient's if it names one. */
export function namesRecipient(said: Set<string>): boolean {
  return (
    said.has('them refused') && !['us', 'policy', 'spam', 'listed', 'server'].some((one) => said.has(one))
  );
}

/** Whether a reply speaks of us, and of the recipient only as the one we wrote to. */
export function isAboutUs(said: Set<string>): boolean {
  return OF_US.some((one) => said.has(one)) && !['them absent', 'them closed'].some((one) => said.has(one));
}

const SUBJECTS = new Set<Concept>(['us', 'server', 'them', 'attachment', 'content', 'message', 'domain']);
/** Of several in a row the first here is meant: the sender's address is the sender's, the mailbox on a server the recipient's. */
const ORDER: Concept[] = ['us', 'them', 'attachment', 'content', 'domain', 'message', 'server'];

/** A state belongs to the subject before it in its clause, else to the one that follows. Also every concept that occurs. */
export function readStatements(text: string): Set<string> {
  const said = new Set<string>();
  let named: Concept[] = [];
  let subject: Concept | 'nobody' = 'nobody';
  let waiting: Concept[] = [];
  const settle = () => {
    for (const state of waiting) said.add(`${subject} ${state}`);
    waiting = [];
  };
  for (const concept of readConcepts(text.replace(HOST_NAME, asWord))) {
    if (concept === 'aside') continue;
    if (concept !== 'stop') said.add(concept);
    if (concept === 'stop') {
      settle();
      named = [];
    } else if (SUBJECTS.has(concept)) {
      named.push(concept);
      subject = ORDER.find((one) => named.includes(one)) ?? concept;
      settle();
    } else if (concept === 'policy') {
    } else if (named.length === 0) waiting.push(concept);
    else {
      said.add(`${subject} ${concept}`);
      named = [];
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
