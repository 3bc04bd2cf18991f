import { z } from 'zod';
import type { AiAnswer } from '@/lib/ai/ask/answer';
import { askAi } from '@/lib/ai/ask/ask';
import { cleanUntrusted, UNTRUSTED } from '@/lib/ai/words/clean';
import type { Context } from '@/lib/context';
import { FAMILIES } from '@/lib/replies/families';
import { isMailKind } from '@/lib/replies/own/match';
import { type APPLIES_TO, MEANINGS, type RuleMeaning, RulePhrase } from '@/lib/replies/own/schema';
import { languageName } from './language-name';

const Answer = z.strictObject({
  means: z.enum(MEANINGS),
  permanent: z.enum(['yes', 'no', 'as_the_code_says']),
  phrase: z.string(),
  reason: z.string(),
  confidence: z.enum(['low', 'medium', 'high']),
});
type Answer = z.output<typeof Answer>;

/** What a rule would say. Nothing is done with it before a person has saved one. */
export type Proposed = {
  means: RuleMeaning;
  permanent: boolean | null;
  /** Stands in what was said. */
  phrase: string;
  reason: string;
  confidence: Answer['confidence'];
  appliesTo: (typeof APPLIES_TO)[number];
};

export type ToSort = {
  as: 'reply' | 'bounce';
  /** As it was said. */
  text: string;
  /** Of whom it speaks, as far as that is known. */
  addresses: string[];
  companyId: string | null;
  language: string;
};

const MOST_TEXT = 2_000;
const MOST_REASON = 300;
const LINK = /https?:|www\.|\b[\w-]+@[\w-]+\.\w|\{\{|\{%|<[a-z/!]/i;

/** What a reply or a bounce means that no table knows, as a proposal in the vocabulary of the tables. */
export async function proposeRule(ctx: Context, asked: ToSort): Promise<AiAnswer<Proposed>> {
  const { as, companyId, language } = asked;
  const text = cleanUntrusted(asked.text, MOST_TEXT);
  const answer = await askAi(ctx, {
    use: 'sort',
    name: 'sort',
    version: 1,
    instructions: `You sort what mail servers say when they refuse a message, or what comes back by mail, into one of the given meanings. "means": what it says; choose "unclear" where you do not know. "permanent": whether the same message can never arrive. "phrase": from 4 to 120 characters copied exactly from the text, on one line, by which the same is recognised the next time: the words of the server, without addresses, names, numbers, links and dates. "reason": why, at most 40 words, in ${languageName(language)}, without links. ${UNTRUSTED}`,
    input: { kind: as === 'reply' ? 'reply of a server' : 'mail that came back', untrusted_text: text },
    schema: Answer,
    maxOutputTokens: 1_000,
    companyId,
    check: (output) => flawOf(output, { ...asked, text }),
  });
  return answer.ok ? { ...answer, output: toProposed(answer.output, as) } : answer;
}

function toProposed({ permanent, ...output }: Answer, as: ToSort['as']): Proposed {
  const isOpen = !isMailKind(output.means) && FAMILIES[output.means].permanent === undefined;
  const isForGood = { yes: true, no: false, as_the_code_says: null }[permanent];
  return {
    ...output,
    phrase: RulePhrase.parse(output.phrase),
    permanent: isOpen ? isForGood : null,
    appliesTo: as,
  };
}

/** What the schema cannot say. What is refused here is nobody's proposal. */
function flawOf({ means, phrase, reason }: Answer, { as, text, addresses }: ToSort): string | undefined {
  if (as === 'reply' && isMailKind(means)) return 'no reply of a server means this';
  if (reason.trim() === '' || reason.length > MOST_REASON || LINK.test(reason)) return 'no such reason';
  if (!RulePhrase.safeParse(phrase).success) return 'no such phrase';
  if (!flat(text).includes(flat(phrase))) return 'the phrase is not in the text';
  return namesSomebody(phrase, [...addresses, ...addressesIn(text)])
    ? 'the phrase names somebody'
    : undefined;
}

/** An address, a link, a machine, a long number, or a person by what stands before the `@` of an address. */
function namesSomebody(phrase: string, addresses: string[]): boolean {
  if (/@|:\/\/|www\.|\d{4,}|\d{1,3}(?:\.\d{1,3}){3}|\d[\d ().-]{5,}\d/i.test(phrase)) return true;
  const words = new Set(flat(phrase).split(/[^\p{L}\p{N}]+/u));
  return addresses
    .map((address) => flat(address.split('@')[0]!))
    .flatMap((name) => [name, ...name.split(/[^\p{L}\p{N}]+/u)])
    .some((name) => name.length > 1 && words.has(name));
}

function addressesIn(text: string): string[] {
  return text.match(/[^\s<>()[\]:;,"'=@{}]{1,64}@[a-z0-9-]{1,63}/gi) ?? [];
}

function flat(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
