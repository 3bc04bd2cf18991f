import { type Evaluation, expandSpec, macroValues } from './evaluation';
import { expandMacros } from './expand-macros';
import { parseMacroString } from './macro-string';

const LONGEST = 500;

/** What a domain says to those whom it refuses (RFC 7208 6.2). Null: nothing that can be shown, which changes no result. */
export async function explain(
  evaluation: Evaluation,
  { spec, domain }: { spec: string; domain: string },
): Promise<string | null> {
  const target = await expandSpec(evaluation, domain, spec);
  const answer = await evaluation.resolver.resolve(target, 'TXT');
  if (answer.state !== 'found' || answer.records.length !== 1) return null;
  const [text = ''] = answer.records;
  const tokens = /^[\x20-\x7e]*$/.test(text) ? parseMacroString(text, 'text') : null;
  if (!tokens) return null;
  // Those who read it know that it comes from a stranger; a screen full of it helps nobody.
  return (await expandMacros(tokens, macroValues(evaluation, domain))).slice(0, LONGEST);
}
