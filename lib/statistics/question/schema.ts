import { z } from 'zod';
import { shortText } from '@/lib/validation';

export const QuestionInput = z.strictObject({ question: shortText(300).trim().min(3) });

/** What can be asked: a model only picks one of these and what it is about; the answer is ours. */
export const QUERIES = ['messages', 'providers', 'cost', 'waiting', 'campaign', 'none'] as const;
export type Query = (typeof QUERIES)[number];

type Period = { from: string; to: string };
type About = {
  provider: { id: string; name: string } | null;
  category: 'transactional' | 'marketing' | null;
};
type Counts = Record<'sent' | 'delivered' | 'bounced' | 'complained' | 'failed' | 'parked', number>;

/** Money is in decimal strings, days are those of the company. */
export type FiguresAnswer =
  | ({ query: 'messages'; counts: Counts } & Period & About)
  | ({ query: 'cost'; cost: string; currency: string; sent: number } & Period & About)
  | ({
      query: 'providers';
      data: { name: string | null; sent: number; failed: number; cost: string }[];
      currency: string;
    } & Period)
  | ({ query: 'waiting' } & Record<'waiting' | 'scheduled' | 'retrying' | 'parked', number>)
  | {
      query: 'campaign';
      id: string;
      title: string;
      counts: Record<'sent' | 'opened' | 'clicked' | 'unsubscribed', number>;
    }
  /** Nothing of what can be asked answers it. */
  | { query: 'none' };
