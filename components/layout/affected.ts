import type { Topic } from '@/lib/announcements/topics';
import { nounKey } from './noun-key';

/** What every page shows of everything there is: the strip, and the first page. */
const ALWAYS = ['status', 'statistics'];

/** The nouns whose reads are no longer true; where it is not that of the topic itself. */
const READS: Partial<Record<Topic, string[]>> = {
  messages: [
    'messages',
    'notifications',
    'queue',
    'events',
    'bounces',
    'sandbox-messages',
    'providers',
    'routing',
    'drills',
    'warm-ups',
  ],
  ai: ['ai-providers', 'ai-calls'],
  alerts: ['alerts', 'alert-rules'],
  // Read by pages of others, not by the panel.
  feed: [],
  inbound: ['inbound', 'events', 'providers'],
  lists: ['lists', 'segments'],
  notifications: ['notifications', 'notification-types'],
  rules: ['rules', 'subjects', 'subject-kinds'],
  providers: ['providers', 'routing', 'queue', 'warm-ups'],
  recipients: ['recipients', 'messages', 'suppressions', 'events'],
  settings: ['settings', 'config', 'backups', 'routing', 'queue'],
  templates: ['templates', 'images'],
  suppressions: ['suppressions', 'bounces'],
};

/** The keys of what is to be read anew; `*`: all there is. */
export function affectedBy(topics: string[]): (readonly string[])[] {
  if (topics.includes('*')) return [['api']];
  // Comes as often as something is logged, and says nothing of mail.
  const always = topics.every((topic) => topic === 'logs') ? [] : ALWAYS;
  const nouns = topics.flatMap((topic) => READS[topic as Topic] ?? [topic]);
  return [...new Set([...always, ...nouns])].map(nounKey);
}
