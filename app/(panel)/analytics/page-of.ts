import { paths } from '@/lib/paths';
import type { FiguresAnswer } from '@/lib/statistics/question/schema';

/** Where what was asked stands with all that belongs to it. */
export function pageOf(answer: Exclude<FiguresAnswer, { query: 'none' }>): string {
  if (answer.query === 'waiting') return paths.queue();
  if (answer.query === 'campaign') return paths.campaign(answer.id);
  const { from, to } = answer;
  const of =
    answer.query === 'providers'
      ? {}
      : { provider: answer.provider?.name, category: answer.category ?? undefined };
  return paths.analytics({ span: 'custom', from, to, ...of });
}
