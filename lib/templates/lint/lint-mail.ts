import { type MailFacts, readMail } from './read-mail';
import {
  type GraveCode,
  type Level,
  LINT_CODES,
  LINT_RULES,
  type LintCode,
  type LintedMail,
  type Values,
} from './rules';

/** `block`: the one of the visual editor in which it is, where that is known. */
export type LintFinding = { code: LintCode; level: Level; values: Values; block?: string };

/** What is to be mended before a template is sent to many, gravest first; the same in the browser and on the server. */
export function lintMail(mail: LintedMail): LintFinding[] {
  const facts = readMail(mail.html);
  return LINT_CODES.flatMap((code) => {
    const { level, find } = LINT_RULES[code];
    const values = find(mail, facts);
    if (!values) return [];
    const block = blockSaying(facts, values.example);
    return [{ code, level, values, ...(block && { block }) }];
  });
}

export function isGrave(finding: LintFinding): finding is LintFinding & { code: GraveCode } {
  return finding.level === 'error';
}

function blockSaying({ blocks }: MailFacts, example: Values[string] | undefined): string | undefined {
  if (typeof example !== 'string' || example === '') return undefined;
  return [...blocks].find(([, said]) => said.includes(example))?.[0];
}
