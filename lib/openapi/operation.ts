import type { z } from 'zod';
import type { ErrorCode } from '@/lib/errors';

/** What is told of a method of a route beside what its handler says itself: scope, query, body and status are read there. */
export type Operation = {
  /** Its name in clients made from the document, and in the address of its page. */
  id: string;
  tag: Tag;
  summary: string;
  description?: string;
  /** What it answers: JSON of this schema, a file, or null for nothing. */
  answer: z.ZodType | File | null;
  /** Another answer than the usual one, by status. */
  answers?: Record<number, { description: string; schema: z.ZodType }>;
  /** What may be sent, where the handler reads it in a way that no schema tells. */
  body?: z.ZodType;
  /** What fields of query and body mean, by their path: `dedupe.key`. */
  fields?: Record<string, string>;
  headers?: HeaderName[];
  /** What it can be refused for, beyond what any request can. */
  errors?: ErrorCode[];
  example?: Example;
};

/** A request that is right as it stands, once `params` are those of something that there is. */
export type Example = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: unknown;
};

export type File = { file: string; description: string };

export type HeaderName = 'Idempotency-Key' | 'Prefer';

export const TAGS = {
  messages: 'Send messages, and see what became of each.',
  notifications: 'What people are told of, by which channels, and what became of it.',
  rules: 'What is known of cards, debts and vehicles, and who is told of which, by the clock.',
  campaigns: 'Mail to many: to whom, when, how fast, and what came of it.',
  lists: 'Who subscribed to what, and segments: who is meant, by rules.',
  contacts: 'People who are written to, with an address for each channel.',
  templates: 'What messages are made with: texts in each language, and the variables that they need.',
  suppressions: 'Who is not sent to any more, and why.',
  alerts: 'What is watched, and what was found.',
  webhooks: 'Who is told elsewhere what happens here.',
  domains: 'What mail is sent from: DKIM, SPF and DMARC, as DNS has them.',
  providers: 'Who carries the messages: connections, keys, tests and health.',
  ai: 'Optional help by AI: who gives it, and what it cost.',
  queue: 'What waits, and who works on it.',
  figures: 'What was sent, at what cost, and what needs somebody.',
  tokens: 'Who may call this API, and for what.',
  companies: 'Whose messages they are, where several companies share a system.',
  people: 'Who may sign in to the panel, what each may do, and who is invited.',
  audit: 'Who changed what.',
  settings: 'How messages are delivered.',
  drills: 'An outage played on purpose, to see that messages find another way.',
  system: 'Whether it lives, and this document.',
} as const;
export type Tag = keyof typeof TAGS;

export function isFile(answer: Operation['answer']): answer is File {
  return answer !== null && 'file' in answer;
}
