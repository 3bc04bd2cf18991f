import { NotificationInput } from '@/lib/notifications/schema';
import { FeedAnswer, FeedReadAnswer, FeedTokenAnswer } from '../answers/feed';
import {
  NotificationAnswer,
  NotificationsPage,
  NotifiedAnswer,
  NotifiedBatchAnswer,
  TypeFiguresAnswer,
} from '../answers/notifications';
import { named } from '../named';
import type { Operation } from '../operation';
import { FILTERS, PAGE } from './filters';

named('NotificationInput', NotificationInput, 'input');

/** That something happened, and whom it is told. */
export const NOTIFICATIONS: Record<string, Operation> = {
  'GET /api/v1/feed': {
    id: 'getFeed',
    tag: 'notifications',
    summary: 'Read the feed of one person',
    description: 'What they were told by the channel `feed`, newest first.',
    answer: FeedAnswer,
    fields: { contact: 'Id or key.', ...PAGE },
    errors: ['not_found'],
    example: { query: { contact: 'C-1042' } },
  },
  'POST /api/v1/feed/read': {
    id: 'markFeedRead',
    tag: 'notifications',
    summary: 'Mark what a person has read',
    answer: FeedReadAnswer,
    fields: { contact: 'Id or key.', ids: 'What they read; without it all of it.' },
    errors: ['not_found'],
    example: { body: { contact: 'C-1042' } },
  },
  'POST /api/v1/feed/tokens': {
    id: 'createFeedToken',
    tag: 'notifications',
    summary: 'Make a token for the browser of one person',
    description:
      'With it, as a bearer token, their browser reads `GET /api/feed`, `POST /api/feed/read` and the stream `GET /api/feed/live`, from pages of any address; nothing else.',
    answer: FeedTokenAnswer,
    fields: { contact: 'Id or key.', minutes: 'For how long; then your server makes another.' },
    errors: ['not_found'],
    example: { body: { contact: 'C-1042', minutes: 15 } },
  },
  'POST /api/v1/notifications': {
    id: 'notify',
    tag: 'notifications',
    summary: 'Tell one person that something happened',
    description:
      'By the channels of its type, all at once or one after another. Every variable that is missing is named at once. Accepted once this is answered; `GET /api/v1/notifications/{id}` tells what became of each channel.',
    answer: NotifiedAnswer,
    fields: {
      type: 'The key of a notification type, such as `low-balance`.',
      contact: 'Id or key of a contact. Either this or `to`.',
      to: 'An address of mail, or an address for each channel.',
      variables: 'What the type needs. What is missing is taken from the fields of the contact.',
      attachments: 'For the email.',
      company: 'Whose it is: id, key or name; null: of none.',
      dedupeKey: 'Your name for what happened: within the hours of the type it is told once.',
    },
    errors: ['variables_invalid', 'payload_too_large', 'insufficient_storage'],
    example: {
      body: {
        type: 'topup-received',
        to: 'ana@example.com',
        variables: {
          amount: 50000,
          new_balance: 53500,
          paid_at: '2026-11-27T16:40:00Z',
          movements_url: 'https://canteen.example.com/movements/18842',
        },
        dedupeKey: 'topup 8841',
      },
    },
  },
  'POST /api/v1/notifications/batch': {
    id: 'notifyMany',
    tag: 'notifications',
    summary: 'Tell of up to 1,000 things at once',
    description: 'Each is taken or refused by itself, as one alone would be.',
    answer: NotifiedBatchAnswer,
    fields: { notifications: 'Each as for one alone.' },
    example: {
      body: { notifications: [{ type: 'payment-pending', to: { email: 'ana@example.com' } }] },
    },
  },
  'GET /api/v1/notifications': {
    id: 'listNotifications',
    tag: 'notifications',
    summary: 'List notifications',
    description: 'Newest first, those that repeated an earlier one included.',
    answer: NotificationsPage,
    fields: {
      type: 'The key of a type.',
      contact: 'Id or key of a contact.',
      company: FILTERS.company,
      since: 'Told of at this moment or later.',
      until: 'Told of before this moment.',
      ...PAGE,
    },
    example: { query: { type: 'low-balance', limit: '10' } },
  },
  'GET /api/v1/notifications/figures': {
    id: 'getNotificationFigures',
    tag: 'notifications',
    summary: 'Count notifications by type and state',
    answer: TypeFiguresAnswer,
    fields: { company: FILTERS.company },
    example: { query: { span: '7d' } },
  },
  'GET /api/v1/notifications/[id]': {
    id: 'getNotification',
    tag: 'notifications',
    summary: 'Tell what became of a notification',
    answer: NotificationAnswer,
    errors: ['not_found'],
  },
  'POST /api/v1/notifications/[id]/cancel': {
    id: 'cancelNotification',
    tag: 'notifications',
    summary: 'Tell no more of it',
    description: 'Messages of it that wait are canceled; channels whose turn has not come are left out.',
    answer: NotificationAnswer,
    errors: ['not_found', 'not_cancelable'],
  },
};
