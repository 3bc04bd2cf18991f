import { bigint, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, bytea, companyId, id } from '../columns';

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
    /** Its place in the chain, and what answers for it and all before it: the database writes both. Null: from before there was a chain. */
    number: bigint('number', { mode: 'number' }),
    hash: bytea('hash'),
  },
  (t) => [
    // The history of one thing, newest first.
    index('audit_log_subject_id_idx').on(t.subjectId, t.id),
    // The last of the chain, and the one before each.
    uniqueIndex('audit_log_number_key').on(t.number),
  ],
);
