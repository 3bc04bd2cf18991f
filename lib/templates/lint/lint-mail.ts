import { readMail } from './read-mail';
import { type Level, LINT_CODES, LINT_RULES, type LintCode, type LintedMail, type Values } from './rules';

export type LintFinding = { code: LintCode; level: Level; values: Values };

/** What is to be mended before a template is sent to many, gravest first; the same in the browser and on the server. */
export function lintMail(mail: LintedMail): LintFinding[] {
  const facts = readMail(mail.html);
  return LINT_CODES.flatMap((code) => {
    const { level, find } = LINT_RULES[code];
    const values = find(mail, facts);
    return values ? [{ code, level, values }] : [];
  });
}
