import type { Context } from '@/lib/context';
import { fromMicros } from '@/lib/money';
import { isMarketing } from '@/lib/templates/categories';
import { examplesOf } from '@/lib/templates/examples-of';
import { lintMail } from '@/lib/templates/lint/lint-mail';
import { renderRendition } from '@/lib/templates/render';
import { renditionFor } from '@/lib/templates/renditions';
import { publicAddress } from '@/lib/tracking/public-address';
import { type ApprovalStanding, approvalOf, checkApproval } from './approval/standing';
import { type AudienceCounts, countAudience } from './audience';
import { carriersOf, checkSender, checkWarmUp } from './check-carriers';
import { checkResend } from './check-resend';
import { bad, type CampaignCheck, good, warn } from './check-result';
import { wordsFor } from './compose';
import { type Published, publishedOf, type Refs } from './published';
import { type CampaignRow, readCampaign } from './rows';

export type CampaignChecks = {
  ready: boolean;
  counts: AudienceCounts;
  estimate: { cost: string | null; minutes: number | null; provider: string | null };
  checks: CampaignCheck[];
  approval: ApprovalStanding | null;
};

/** Too few to tell variants apart (5 % error, 80 % power, clicks of 5 against 7 %). */
const ENOUGH_PER_VARIANT = 1_000;

/** What keeps it from being started, what should be looked at, and what it will come to. @throws AppError not_found */
export async function checkCampaign(ctx: Context, { id }: { id: string }): Promise<CampaignChecks> {
  return checkRow(await readCampaign(ctx, id), ctx);
}

export async function checkRow(row: CampaignRow, ctx: Pick<Context, 'actor'>): Promise<CampaignChecks> {
  const [counts, published, carriers, approval] = await Promise.all([
    countAudience(row),
    publishedOf(row),
    carriersOf(row),
    approvalOf(ctx, row),
  ]);
  const [cheapest] = carriers.toSorted((a, b) => a.row.costMicros - b.row.costMicros);
  const costMicros = cheapest ? cheapest.row.costMicros * counts.toSend : null;
  const checks = [
    counts.toSend === 0
      ? bad('audience', counts.audience === 0 ? 'empty' : 'all_excluded', { count: counts.audience })
      : good('audience', 'counted', { count: counts.toSend, excluded: counts.audience - counts.toSend }),
    ...(await checkTemplates(row, published)),
    publicAddress() ? good('unsubscribe', 'one_click') : bad('unsubscribe', 'no_public_address'),
    ...(await checkSender(row, carriers)),
    ...(await checkWarmUp(row, counts.toSend)),
    checkBudget(row, costMicros),
    ...checkTest(row, counts.audience),
    ...(await checkResend(row)),
    ...checkApproval(approval),
  ];
  const perMinute = row.perMinute ?? rateOf(cheapest?.row.limits);
  return {
    ready: checks.every(({ state }) => state !== 'bad'),
    counts,
    estimate: {
      cost: costMicros === null ? null : fromMicros(costMicros),
      minutes: perMinute === null ? null : Math.ceil(counts.toSend / perMinute) + row.spreadHours * 60,
      provider: cheapest?.row.name ?? null,
    },
    checks,
    approval,
  };
}

async function checkTemplates(row: CampaignRow, refs: Refs): Promise<CampaignCheck[]> {
  const checks: CampaignCheck[] = [];
  for (const [variant, { published, code }] of refs.entries()) {
    if (!published) {
      checks.push(bad('template', code, { template: row.variants[variant]?.template ?? row.template }));
      continue;
    }
    const { template, version, languages } = published;
    const own = wordsFor(row, variant);
    if ((own.subject || own.preheader) && !row.language && languages.length > 1)
      checks.push(bad('template', 'one_language'));
    if (!isMarketing(template.category))
      checks.push(warn('template', 'not_marketing', { template: template.title }));
    for (const language of row.language ? [row.language] : languages)
      if (languages.includes(language))
        checks.push(...(await checkContent(row, variant, { published, language })));
    if (checks.every(({ name }) => name !== 'template'))
      checks.push(good('template', 'published', { template: template.title, number: version.number }));
  }
  return checks;
}

async function checkContent(
  row: CampaignRow,
  variant: number,
  of: { published: Published; language: string },
): Promise<CampaignCheck[]> {
  const { version } = of.published;
  const rendition = await renditionFor(version, of.language, row.companyId, wordsFor(row, variant));
  const variables = { ...examplesOf(version.variables as never), ...row.variables };
  const missing = version.variables.find(
    ({ name, required }) => required && row.variables[name] === undefined,
  );
  try {
    const rendered = renderRendition(rendition, {
      variables,
      recipient: { email: 'ana@example.com', name: 'Ana' },
      message: { id: row.id },
      now: new Date().toISOString(),
    });
    const findings = lintMail({ ...rendered, preheader: row.preheader ?? '', isMarketing: true });
    const grave = findings.find(({ level }) => level === 'error');
    if (grave) return [bad('content', `lint_${grave.code}`, grave.values)];
    if (missing) return [warn('content', 'variable_of_contacts', { variable: missing.name })];
    return [good('content', 'readable', { language: of.language })];
  } catch {
    return [bad('content', 'not_rendered', { language: of.language })];
  }
}

function checkBudget({ budgetMicros, budgetHard }: CampaignRow, costMicros: number | null): CampaignCheck {
  if (budgetMicros === null || costMicros === null) return good('budget', 'none');
  if (costMicros <= budgetMicros) return good('budget', 'enough', { cost: fromMicros(costMicros) });
  const values = { cost: fromMicros(costMicros), budget: fromMicros(budgetMicros) };
  return budgetHard ? warn('budget', 'will_pause', values) : warn('budget', 'beyond', values);
}

function checkTest({ test, variants }: CampaignRow, audience: number): CampaignCheck[] {
  if (!test) return [];
  const each = Math.floor((audience * test.percent) / 100 / variants.length);
  return [
    each < ENOUGH_PER_VARIANT && test.metric !== 'none'
      ? warn('test', 'few', { each })
      : good('test', 'enough', { each }),
  ];
}

/** So many a minute as its limits say; null: it has none. */
function rateOf(
  limits: { second?: number | null; minute?: number | null; hour?: number | null } | null | undefined,
): number | null {
  const rates = [
    limits?.minute,
    limits?.second && limits.second * 60,
    limits?.hour && limits.hour / 60,
  ].filter((each): each is number => typeof each === 'number');
  return rates.length > 0 ? Math.min(...rates) : null;
}
