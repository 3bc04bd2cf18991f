import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at, companyId, id } from '../columns';

export const auditLog = pgTable(
  'audit_log',
  {
    id: id(),
    companyId: companyId(),
    at: at('at').notNull().defaultNow(),
    actorType: text('actor_type').notNull(),
    actorId: text('actor_id'),
    actorLabel: text('actor_label').notNull(),
    action: text('action').notNull(),
    subjectId: uuid('subject_id'),
    before: jsonb('before'),
    after: jsonb('after'),
    requestId: text('request_id').notNull(),
    ip: text('ip'),
  },
  // The history of one thing, newest first.
  (t) => [index('audit_log_subject_id_idx').on(t.subjectId, t.id)],
);
