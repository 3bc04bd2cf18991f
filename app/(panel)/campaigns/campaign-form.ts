import { z } from 'zod';
import { type CampaignInput, type CampaignView, METRICS, WALL_CLOCK } from '@/lib/campaigns/schema';
import { flaw } from '@/lib/flaws';
import { displayName, emailAddress, matching, singleLine } from '@/lib/validation';

const ids = z.array(z.string()).optional();
const whole = (min: number, max: number) => z.number().int().min(min).max(max);

export const CampaignForm = z.strictObject({
  title: displayName(120),
  lists: ids,
  segments: ids,
  withoutLists: ids,
  withoutSegments: ids,
  template: z.string().min(1),
  variables: z.array(z.strictObject({ name: singleLine(40), value: z.string().max(10_000) })).optional(),
  language: z.string().max(10).optional(),
  subject: singleLine(200).optional(),
  preheader: singleLine(200).optional(),
  fromEmail: emailAddress.optional(),
  fromName: displayName(120).optional(),
  opens: z.boolean(),
  clicks: z.boolean(),
  startsAt: matching(WALL_CLOCK, flaw('looks_like', { example: '2026-12-24T09:00' })).optional(),
  zoned: z.boolean(),
  spreadHours: whole(0, 168).optional(),
  perMinute: whole(1, 100_000).optional(),
  budget: matching(/^\d{1,9}(\.\d{1,6})?$/, flaw('decimal')).optional(),
  isTest: z.boolean(),
  subjectB: singleLine(200).optional(),
  subjectC: singleLine(200).optional(),
  subjectD: singleLine(200).optional(),
  percent: whole(2, 100).optional(),
  metric: z.enum(METRICS),
  waitHours: whole(1, 72).optional(),
});
export type CampaignForm = z.output<typeof CampaignForm>;

export function formOf(campaign: CampaignView | null): z.input<typeof CampaignForm> {
  const { audience, test, variants = [] } = campaign ?? {};
  return {
    title: campaign?.title ?? '',
    lists: audience?.lists ?? [],
    segments: audience?.segments ?? [],
    withoutLists: audience?.without.lists ?? [],
    withoutSegments: audience?.without.segments ?? [],
    template: campaign?.template ?? '',
    variables: Object.entries(campaign?.variables ?? {}).map(([name, value]) => ({
      name,
      value: typeof value === 'string' ? value : JSON.stringify(value),
    })),
    language: campaign?.language ?? '',
    subject: campaign?.subject ?? '',
    preheader: campaign?.preheader ?? '',
    fromEmail: campaign?.fromEmail ?? '',
    fromName: campaign?.fromName ?? '',
    opens: campaign?.tracking.opens ?? true,
    clicks: campaign?.tracking.clicks ?? true,
    startsAt: campaign?.startsAt ?? '',
    zoned: campaign?.zoned ?? false,
    spreadHours: campaign?.spreadHours || undefined,
    perMinute: campaign?.perMinute ?? undefined,
    budget: campaign?.budget?.amount ?? '',
    isTest: Boolean(test),
    subjectB: variants[1]?.subject ?? '',
    subjectC: variants[2]?.subject ?? '',
    subjectD: variants[3]?.subject ?? '',
    percent: test?.percent ?? 20,
    metric: test?.metric ?? 'clicks',
    waitHours: test?.waitHours ?? 12,
  };
}

/** `stored`: what only programs say of it stays. */
export function inputOf(
  values: CampaignForm,
  stored: CampaignView | null,
): Omit<z.input<typeof CampaignInput>, 'company'> {
  const { lists = [], segments = [], withoutLists = [], withoutSegments = [], variables = [] } = values;
  return {
    title: values.title,
    audience: { lists, segments, without: { lists: withoutLists, segments: withoutSegments } },
    template: values.template,
    variables: Object.fromEntries(variables.map(({ name, value }) => [name, readValue(value)])),
    language: values.language ?? null,
    subject: values.subject ?? null,
    preheader: values.preheader ?? null,
    fromEmail: values.fromEmail ?? null,
    fromName: values.fromName ?? null,
    tracking: { opens: values.opens, clicks: values.clicks },
    startsAt: values.startsAt ?? null,
    zoned: values.zoned,
    spreadHours: values.spreadHours ?? 0,
    perMinute: values.perMinute ?? null,
    budget:
      values.budget === undefined ? null : { amount: values.budget, hard: stored?.budget?.hard ?? true },
    variants: values.isTest ? variantsOf(values, stored?.variants ?? []) : [],
    test: values.isTest
      ? { percent: values.percent ?? 20, metric: values.metric, waitHours: values.waitHours ?? 12 }
      : null,
  };
}

function variantsOf(
  { subjectB, subjectC, subjectD }: CampaignForm,
  [first = {}, ...known]: CampaignView['variants'],
): CampaignView['variants'] {
  const others = [subjectB, subjectC, subjectD].map((subject, at) => {
    const { subject: _former, ...own } = known[at] ?? {};
    return subject === undefined ? own : { ...own, subject };
  });
  return [first, ...others.filter((variant) => Object.keys(variant).length > 0)];
}

/** Lists and objects are written as JSON; all else is text, which is what a template takes for numbers and days, too. */
function readValue(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
