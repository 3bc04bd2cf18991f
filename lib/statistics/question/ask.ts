import { z } from 'zod';
import type { AiAnswer } from '@/lib/ai/ask/answer';
import { askAi } from '@/lib/ai/ask/ask';
import { cleanUntrusted } from '@/lib/ai/words/clean';
import { listCampaigns } from '@/lib/campaigns/change';
import { settingsFor } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { MAX_DAYS } from '@/lib/metrics/schema';
import { listProviders } from '@/lib/providers/list';
import { answerFigures, type Picked } from './answer';
import { type FiguresAnswer, QUERIES, type QuestionInput } from './schema';

const Pick = z.strictObject({
  query: z.enum(QUERIES),
  from: z.string().nullable(),
  to: z.string().nullable(),
  provider: z.number().nullable(),
  category: z.enum(['transactional', 'marketing']).nullable(),
  campaign: z.number().nullable(),
});
type Pick = z.infer<typeof Pick>;

const INSTRUCTIONS = `You choose which figures answer a question about the messages of a company. Choose one query:
"messages": how many messages were sent, delivered, bounced, complained of, failed or parked in a period;
"cost": what they cost in a period; "providers": the same beside each other for each provider in a period;
"waiting": what waits at this moment; "campaign": what came of one campaign;
"none": the question is about something else, or none of these answers it.
"from" and "to" are the first and the last day of the period as YYYY-MM-DD, counted from "today"; null where the question names no period.
"provider" and "campaign" are numbers of the lists, null where the question names none; of campaigns 1 is the latest.
You see no figures and give none: never answer in words.`;

const MOST_LISTED = 20;
const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const DAY_MS = 86_400_000;
const USUAL_DAYS = 30;

/** A question in plain words. Whoever is asked sees it, names of providers and titles of campaigns, and picks from a fixed set; figures are looked up here. */
export async function askFigures(
  ctx: Context,
  { question }: z.output<typeof QuestionInput>,
): Promise<AiAnswer<FiguresAnswer>> {
  const [{ timeZone }, { data: providers }, { data: campaigns }] = await Promise.all([
    settingsFor(ctx.companyId),
    listProviders(ctx),
    listCampaigns(ctx, {}),
  ]);
  const known = providers.slice(0, MOST_LISTED);
  const begun = campaigns.filter(({ startedAt }) => startedAt !== null).slice(0, MOST_LISTED);
  const today = dayIn(timeZone, new Date());
  const picked = await askAi(ctx, {
    use: 'figures',
    name: 'figures',
    version: 1,
    instructions: INSTRUCTIONS,
    input: {
      question: cleanUntrusted(question, 300),
      today,
      providers: known.map(({ name }, at) => `${at + 1}: ${name}`),
      campaigns: begun.map(({ title }, at) => `${at + 1}: ${title}`),
    },
    schema: Pick,
    maxOutputTokens: 500,
    companyId: ctx.companyId,
    check: (pick) => flawOf(pick, { providers: known.length, campaigns: begun.length }),
  });
  if (!picked.ok) return picked;
  const { query, from, to, provider, category, campaign } = picked.output;
  const before = dayIn('UTC', new Date(Date.parse(today) - (USUAL_DAYS - 1) * DAY_MS));
  const one = provider === null ? undefined : known[provider - 1];
  const wanted: Picked = {
    ...{ query, category, from: from ?? before, to: to ?? today },
    provider: one ? { id: one.id, name: one.name } : null,
    campaignId: begun[(campaign ?? 1) - 1]?.id ?? null,
  };
  return { ...picked, output: await answerFigures(ctx, wanted) };
}

/** What a schema cannot say of it. */
function flawOf({ from, to, provider, campaign }: Pick, most: { providers: number; campaigns: number }) {
  const isOf = (n: number | null, many: number) => n === null || (Number.isInteger(n) && n >= 1 && n <= many);
  if (!isOf(provider, most.providers) || !isOf(campaign, most.campaigns)) return 'it is not in the list';
  if ((from === null) !== (to === null)) return 'half a period';
  if (from === null || to === null) return undefined;
  if (![from, to].every((day) => DAY.test(day) && !Number.isNaN(Date.parse(day)))) return 'no day';
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
  return days < 0 || days >= MAX_DAYS - 1 ? 'no period' : undefined;
}

function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
}
