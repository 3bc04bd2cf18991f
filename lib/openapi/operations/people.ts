import { InvitationInput, PersonPatch } from '@/lib/people/schema';
import {
  InvitationsAnswer,
  InvitedAnswer,
  PeopleAnswer,
  PersonAnswer,
  ResetAnswer,
  SessionsAnswer,
} from '../answers/people';
import { named } from '../named';
import type { Operation } from '../operation';

named('InvitationInput', InvitationInput, 'input');
named('PersonPatch', PersonPatch, 'input');

const COMPANIES = 'Keys, names or ids of the companies that the person is limited to; null: all.';
const person = { id: 'luis@example.com' };
const invitation = { id: '01999999-0000-7000-8000-000000000000' };
const RIGHTS = 'All sessions of the person end. The last administrator for all companies stays one.';

export const PEOPLE_OPERATIONS: Record<string, Operation> = {
  'GET /api/v1/people': { id: 'listPeople', tag: 'people', summary: 'List people', answer: PeopleAnswer },
  'POST /api/v1/people': {
    id: 'invitePerson',
    tag: 'people',
    summary: 'Invite a person',
    description: 'By a link that works once, for 48 hours: mailed, and in the answer.',
    answer: InvitedAnswer,
    fields: { companies: COMPANIES, language: 'Of the message with the link.' },
    errors: ['conflict'],
    example: { body: { email: 'eva@example.com', role: 'viewer' } },
  },
  'GET /api/v1/people/[id]': {
    id: 'getPerson',
    tag: 'people',
    summary: 'Get a person',
    answer: PersonAnswer,
    example: { params: person },
  },
  'PATCH /api/v1/people/[id]': {
    id: 'updatePerson',
    tag: 'people',
    summary: 'Change what a person may do',
    description: RIGHTS,
    answer: PersonAnswer,
    fields: { companies: COMPANIES },
    errors: ['conflict'],
    example: { params: person, body: { role: 'technician' } },
  },
  'POST /api/v1/people/[id]/deactivate': {
    id: 'deactivatePerson',
    tag: 'people',
    summary: 'Deactivate a person',
    description: RIGHTS,
    answer: PersonAnswer,
    errors: ['conflict'],
    example: { params: person },
  },
  'POST /api/v1/people/[id]/activate': {
    id: 'activatePerson',
    tag: 'people',
    summary: 'Let a deactivated person sign in again',
    answer: PersonAnswer,
    example: { params: person },
  },
  'POST /api/v1/people/[id]/reset': {
    id: 'resetPassword',
    tag: 'people',
    summary: 'Mail a person a link to set a new password',
    description: 'It works once, for an hour. Until then the password from before works.',
    answer: ResetAnswer,
    errors: ['conflict'],
    example: { params: person },
  },
  'GET /api/v1/people/[id]/sessions': {
    id: 'listSessions',
    tag: 'people',
    summary: 'List where a person is signed in',
    answer: SessionsAnswer,
    example: { params: person },
  },
  'DELETE /api/v1/people/[id]/sessions': {
    id: 'signPersonOut',
    tag: 'people',
    summary: 'End all sessions of a person',
    description: 'The person can sign in again.',
    answer: null,
    example: { params: person },
  },
  'DELETE /api/v1/people/[id]/sessions/[sessionId]': {
    id: 'endSession',
    tag: 'people',
    summary: 'End one session of a person',
    answer: null,
    example: { params: { ...person, sessionId: invitation.id } },
  },
  'GET /api/v1/people/invitations': {
    id: 'listInvitations',
    tag: 'people',
    summary: 'List invitations without their answer',
    answer: InvitationsAnswer,
  },
  'DELETE /api/v1/people/invitations/[id]': {
    id: 'withdrawInvitation',
    tag: 'people',
    summary: 'Withdraw an invitation',
    answer: null,
    example: { params: invitation },
  },
  'POST /api/v1/people/invitations/[id]/renew': {
    id: 'renewInvitation',
    tag: 'people',
    summary: 'Make another link for an invitation',
    description: 'The one from before no longer works.',
    answer: InvitedAnswer,
    example: { params: invitation },
  },
};
