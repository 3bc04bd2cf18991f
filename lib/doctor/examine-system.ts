import type { Context } from '@/lib/context';
import { examineAi } from './examine-ai';
import { examineDns } from './examine-dns';
import { examineDomains } from './examine-domains';
import { examineProviders } from './examine-providers';
import { DOCTOR_AREAS, type DoctorArea, type Report, type Severity } from './schema';

const WORST_FIRST: Severity[] = ['error', 'warning', 'unknown'];
const EXAMINE = { dns: examineDns, domains: examineDomains, providers: examineProviders, ai: examineAi };

/**
 * Looks at everything now, as a person would one page after another: DNS is asked, each provider is connected to, nothing is sent. What is
 * fine is not told.
 */
export async function examineSystem(
  ctx: Context,
  { only = DOCTOR_AREAS }: { only?: readonly DoctorArea[] } = {},
): Promise<Report> {
  const looked: Report['looked'] = { dns: 0, domains: 0, providers: 0, ai: 0 };
  const findings: Report['findings'] = [];
  for (const area of only) {
    const examined = await EXAMINE[area](ctx);
    looked[area] = examined.looked;
    findings.push(...examined.findings.map((found) => ({ area, ...found })));
  }
  const rank = ({ severity }: { severity: Severity }) => WORST_FIRST.indexOf(severity);
  return {
    state: WORST_FIRST.find((severity) => findings.some((found) => found.severity === severity)) ?? 'good',
    looked,
    findings: findings.toSorted((a, b) => rank(a) - rank(b)),
  };
}
