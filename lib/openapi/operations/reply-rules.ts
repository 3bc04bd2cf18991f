import { TryInput } from '@/lib/bounces/try-text';
import { ReplyRuleInput, ReplyRulePatch } from '@/lib/replies/own/schema';
import { ReplyRuleAnswer, ReplyRulesAnswer, ReplyTablesAnswer, TriedAnswer } from '../answers/reply-rules';
import { named } from '../named';
import type { Operation } from '../operation';
import { VERSION } from './filters';

named('ReplyRuleInput', ReplyRuleInput, 'input');
named('ReplyRulePatch', ReplyRulePatch, 'input');
named('TryReplyInput', TryInput, 'input');

const fields = {
  phrase: 'Stands in what was said; case and spaces do not count. No regular expressions.',
  appliesTo: 'Replies at send time, mails that came back, or both.',
  stage: 'Which part of the conversation the reply ended; null: any.',
  code: 'Its first digit, its three, or the enhanced code; null: any.',
  means:
    'A family of refusals of the built-in tables; `complaint` and `auto_reply` of mails alone. What lies with a recipient holds at `recipient` and `data` alone.',
  permanent: 'Null: as the code says. Only where the family leaves it open.',
  waitSeconds: 'After which it may be tried again; null: as the reply says.',
  position: 'The lowest is asked first.',
};
const tag = 'suppressions';

/** What a technician knows of replies that the built-in tables do not. */
export const REPLY_RULES: Record<string, Operation> = {
  'GET /api/v1/reply-rules': {
    id: 'listReplyRules',
    tag,
    summary: 'List the reply rules of your own',
    description:
      'In the order in which they are asked, before the built-in tables. They hold for all companies.',
    answer: ReplyRulesAnswer,
  },
  'POST /api/v1/reply-rules': {
    id: 'createReplyRule',
    tag,
    summary: 'Add a reply rule',
    description: 'Every process judges by it within a second. What was judged before stays as it was judged.',
    answer: ReplyRuleAnswer,
    fields,
    errors: ['name_taken'],
    example: {
      body: { name: 'Moved', phrase: 'has moved to another planet', means: 'user_unknown', permanent: true },
    },
  },
  'GET /api/v1/reply-rules/[id]': {
    id: 'getReplyRule',
    tag,
    summary: 'Get a reply rule',
    answer: ReplyRuleAnswer,
    errors: ['not_found'],
  },
  'PATCH /api/v1/reply-rules/[id]': {
    id: 'updateReplyRule',
    tag,
    summary: 'Change a reply rule',
    answer: ReplyRuleAnswer,
    fields: { ...fields, version: VERSION },
    errors: ['not_found', 'name_taken', 'changed_meanwhile'],
    example: { body: { active: false } },
  },
  'DELETE /api/v1/reply-rules/[id]': {
    id: 'deleteReplyRule',
    tag,
    summary: 'Delete a reply rule',
    description: 'What was judged by it stays as it was judged.',
    answer: null,
    errors: ['not_found'],
  },
  'POST /api/v1/reply-rules/try': {
    id: 'tryReply',
    tag,
    summary: 'Try what a reply or a mail would mean',
    description: 'Says by which rule or by which row of which built-in table. Nothing of it is noted.',
    answer: TriedAnswer,
    fields: {
      text: 'A reply with its code, or a mail that came back: as it came, or its words.',
      stage: 'Which part of the conversation the reply ended.',
    },
    example: { body: { text: '550 5.1.1 User unknown' } },
  },
  'GET /api/v1/reply-rules/tables': {
    id: 'listReplyTables',
    tag,
    summary: 'Read the built-in tables',
    description: 'Row by row, in the order in which they are asked.',
    answer: ReplyTablesAnswer,
    fields: { search: "Stands in a row's words, its meaning or its table." },
  },
};
