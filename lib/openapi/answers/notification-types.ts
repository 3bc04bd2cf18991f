import { z } from 'zod';
import { MODES, ORIGINS, TYPE_CHANNELS, type TypeView } from '@/lib/notifications/types/schema';
import { MAIL_CATEGORIES } from '@/lib/templates/categories';
import { answerOf, named } from '../named';
import { Id, listOf, PriorityName, Texts } from './parts';
import { VariableAnswer } from './templates';

export const TypeAnswer = answerOf<TypeView>()(
  'NotificationType',
  z.strictObject({
    id: Id.nullable().describe('Null: it is as it comes with Relevo.'),
    key: z.string(),
    title: z.string(),
    origin: z
      .enum(ORIGINS)
      .describe('`built_in`: as it comes with Relevo. `changed`: as it is wanted here. `own`: made here.'),
    category: z.enum(MAIL_CATEGORIES),
    marketing: z.boolean(),
    required: z.boolean(),
    collectable: z.boolean(),
    mode: z.enum(MODES),
    steps: z.array(z.strictObject({ channel: z.enum(TYPE_CHANNELS), waitMinutes: z.int() })),
    template: z.string().nullable(),
    texts: Texts.describe('By language.'),
    variables: z
      .array(VariableAnswer)
      .describe('What a notification of it takes, that of its template included.'),
    priority: PriorityName,
    dedupeHours: z.int(),
    active: z.boolean(),
    version: z.int().describe('To send with a PATCH.'),
    company: z.string().optional().describe('Absent: it is that of all companies.'),
  }),
);
export const TypesAnswer = named('NotificationTypes', listOf(TypeAnswer));
