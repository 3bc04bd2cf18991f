import { TypeInput, TypePatch } from '@/lib/notifications/types/schema';
import { TypeAnswer, TypesAnswer } from '../answers/notification-types';
import { named } from '../named';
import type { Operation } from '../operation';
import { VERSION } from './filters';

named('NotificationTypeInput', TypeInput, 'input');
named('NotificationTypePatch', TypePatch, 'input');

const scope = { company: 'For which company it holds: id, key or name.' };
const facts = {
  marketing: 'It is advertising, and goes out as marketing.',
  required: 'For what people must know: nobody can switch it off for themselves.',
  collectable: 'People may ask for one mail a day or a week with all of it.',
  mode: '`all`: by all channels at once. `until_delivered`: by one after the other, until it is delivered.',
  steps: 'The channels, in their order; replaced as a whole.',
  template: 'Key or id of the template of its mail.',
  texts: 'What all channels but mail say, by language, in Liquid; replaced as a whole.',
  variables: 'What its texts need besides what the template declares.',
  dedupeHours: 'For so long the same `dedupeKey` is told once.',
  active: 'Off: nothing of it is sent.',
  company: 'For whom: id, key or name; null: for all companies.',
};

/** What people are told of. */
export const NOTIFICATION_TYPES: Record<string, Operation> = {
  'GET /api/v1/notification-types': {
    id: 'listNotificationTypes',
    tag: 'notifications',
    summary: 'List what people are told of',
    description: 'As it holds for a company: its own, that of all companies, or as it comes with Relevo.',
    answer: TypesAnswer,
    fields: scope,
    example: {},
  },
  'POST /api/v1/notification-types': {
    id: 'createNotificationType',
    tag: 'notifications',
    summary: 'Make a type of your own',
    answer: TypeAnswer,
    fields: facts,
    errors: ['name_taken'],
    example: {
      body: {
        key: 'book-overdue',
        title: 'Book overdue',
        steps: [{ channel: 'sms' }],
        texts: { es: 'Devuelva {{ book }} a la biblioteca.' },
        variables: [{ name: 'book', required: true, example: 'Yo el Supremo' }],
      },
    },
  },
  'GET /api/v1/notification-types/[id]': {
    id: 'getNotificationType',
    tag: 'notifications',
    summary: 'Read a type',
    answer: TypeAnswer,
    fields: scope,
    errors: ['not_found'],
  },
  'PATCH /api/v1/notification-types/[id]': {
    id: 'updateNotificationType',
    tag: 'notifications',
    summary: 'Change a type, for one company or for all',
    description: 'One that comes with Relevo, or that all companies share, stays for the others as it is.',
    answer: TypeAnswer,
    fields: { ...facts, version: VERSION },
    errors: ['not_found', 'changed_meanwhile'],
    example: { body: { mode: 'until_delivered', active: true } },
  },
  'DELETE /api/v1/notification-types/[id]': {
    id: 'deleteNotificationType',
    tag: 'notifications',
    summary: 'Delete a type of your own, or take a change back',
    description: 'One that comes with Relevo is as it was again; a company has again what all have.',
    answer: null,
    fields: scope,
    errors: ['not_found'],
  },
};
