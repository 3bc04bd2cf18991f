import type { StoredOutcome } from '@/drizzle/schema/attempts';
import { type Classified, classifyReply, type DecidedBy, type Reply } from '../classify-reply';
import { FAMILIES } from '../families';
import type { Meaning, ReplyCause, Stage } from '../meaning';
import { parseWaitMs } from '../parse-wait';
import { readReply } from '../read-reply';
import { MAIL_KINDS, type ReplyRuleView } from './schema';

/** As much of a rule as judging needs. */
export type OwnRule = Pick<
  ReplyRuleView,
  'id' | 'name' | 'phrase' | 'appliesTo' | 'stage' | 'code' | 'means' | 'permanent' | 'waitSeconds'
>;

type Said = {
  as: 'reply' | 'bounce';
  text: string;
  /** Of three digits, where one was given. */
  code?: number;
  /** Whole, where it is known apart from the text. */
  enhanced?: string;
  stage?: Stage;
};

/** Longer ones say nothing new. */
const READ = 8_000;

/**
 * The first of the rules, in the order in which they are given, whose words stand in what was said and whose conditions hold. Its cost is that
 * of as many searches for words, whatever they are.
 */
export function findOwnRule(rules: readonly OwnRule[], said: Said): OwnRule | undefined {
  if (rules.length === 0) return undefined;
  const { words, enhanced } = readReply(said.text);
  const first = /^[245]/.exec(said.text)?.[0];
  const known = { ...said, enhanced: said.enhanced ?? (enhanced && first && `${first}.${enhanced}`) };
  const texts = `${flat(said.text.slice(0, READ))}\n${flat(words)}`;
  return rules.find((rule) => holds(rule, known) && texts.includes(flat(rule.phrase)));
}

function flat(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function holds({ appliesTo, stage, code, means }: OwnRule, said: Said): boolean {
  if (appliesTo !== 'both' && appliesTo !== said.as) return false;
  if (stage && stage !== said.stage) return false;
  if (code && !fitsCode(code, said)) return false;
  return isMailKind(means) || !isTooEarly(means, said.stage);
}

function fitsCode(wanted: string, { code, enhanced }: Said): boolean {
  if (wanted.includes('.')) return enhanced === wanted;
  const given = code === undefined ? enhanced : String(code);
  return wanted.length === 1 ? given?.[0] === wanted : String(code) === wanted;
}

/** Before a recipient was named nobody can be meant but us: nobody bounces for it, whatever a rule says. */
function isTooEarly(cause: ReplyCause, stage: Stage | undefined): boolean {
  const { fault } = FAMILIES[cause];
  const isBefore = stage === 'session' || stage === 'auth' || stage === 'sender';
  return isBefore && (fault === 'recipient' || fault === 'content');
}

export function isMailKind(means: OwnRule['means']): means is (typeof MAIL_KINDS)[number] {
  return (MAIL_KINDS as readonly string[]).includes(means);
}

/** What a rule makes of a refusal. `isForGood`: whether the code, where there is one, says so; it counts where the rule leaves it open. */
export function meaningByRule(
  rule: OwnRule,
  { isForGood, text }: { isForGood: boolean; text: string },
): (Meaning & { cause: ReplyCause }) | undefined {
  if (isMailKind(rule.means)) return undefined;
  const { permanent: always, ...means } = FAMILIES[rule.means];
  const retryAfterMs =
    rule.waitSeconds === null ? parseWaitMs(readReply(text).words) : rule.waitSeconds * 1000;
  return {
    ...means,
    cause: rule.means,
    permanent: always ?? rule.permanent ?? isForGood,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

export type ClassifiedByAny = Omit<Classified, 'by'> & { by: DecidedBy | { table: 'own' }; rule?: RuleRef };
export type RuleRef = NonNullable<StoredOutcome['rule']>;

/** As `classifyReply`, with the own rules asked before its tables. */
export function classifyByAny(reply: Reply, rules: readonly OwnRule[]): ClassifiedByAny {
  const { code, stage, text } = reply;
  const rule = findOwnRule(rules, { as: 'reply', text, code, stage });
  const meaning = rule && meaningByRule(rule, { isForGood: code >= 500, text });
  return meaning ? { ...meaning, by: { table: 'own' }, rule: refOf(rule) } : classifyReply(reply);
}

export function refOf({ id, name, means }: OwnRule): RuleRef {
  return { id, name, means };
}

/** No word of it is in a table: the code alone decided, or nothing did. */
export function isUnsorted({ table }: { table: string }): boolean {
  return ['stage', 'doubt', 'codes', 'codes_of_recipients'].includes(table);
}
