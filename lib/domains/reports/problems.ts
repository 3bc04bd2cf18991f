import type { Sum } from '@/lib/domain-reports/sums';

/** Why a message did not pass, of each of its two ways. In words: `domainReports.problems` of lib/i18n. */
export const PROBLEMS = [
  'dkim_missing',
  'dkim_broken',
  'dkim_other',
  'dkim_unknown',
  'spf_missing',
  'spf_refused',
  'spf_other',
  'spf_unknown',
] as const;
export type ProblemCode = (typeof PROBLEMS)[number];
export type Problem = { code: ProblemCode; domain: string | null; messages: number };

const MOST_PROBLEMS = 6;

/** Of mail that failed: the most frequent first. */
export function problemsOf(sums: Sum[]): Problem[] {
  const found = new Map<string, Problem>();
  for (const sum of sums.filter(({ dkim, spf }) => !dkim && !spf))
    for (const [code, domain] of [dkimProblem(sum), spfProblem(sum)]) {
      const key = `${code} ${domain}`;
      const known = found.get(key);
      if (known) known.messages += sum.messages;
      else found.set(key, { code, domain, messages: sum.messages });
    }
  return [...found.values()].toSorted((a, b) => b.messages - a.messages).slice(0, MOST_PROBLEMS);
}

function dkimProblem({ dkimResult, dkimDomain }: Sum): [ProblemCode, string | null] {
  if (dkimResult === null || dkimResult === 'none') return ['dkim_missing', null];
  if (dkimResult === 'pass') return ['dkim_other', dkimDomain];
  return [dkimResult === 'temperror' ? 'dkim_unknown' : 'dkim_broken', dkimDomain];
}

function spfProblem({ spfResult, spfDomain }: Sum): [ProblemCode, string | null] {
  if (spfResult === null || spfResult === 'none' || spfResult === 'neutral')
    return ['spf_missing', spfDomain || null];
  if (spfResult === 'pass') return ['spf_other', spfDomain];
  return [spfResult === 'temperror' || spfResult === 'permerror' ? 'spf_unknown' : 'spf_refused', spfDomain];
}
