import { CompanyInput, CompanyPatch } from '@/lib/companies/schema';
import { RotateInput, TokenInput, TokenPatch } from '@/lib/tokens/schema';
import {
  AuditPage,
  CompaniesAnswer,
  CompanyAnswer,
  CreatedTokenAnswer,
  RotatedAnswer,
  TokenAnswer,
  TokenDetailAnswer,
  TokensAnswer,
} from '../answers/access';
import { named } from '../named';
import type { Operation } from '../operation';
import { PAGE, VERSION } from './filters';

named('TokenInput', TokenInput, 'input');
named('TokenPatch', TokenPatch, 'input');
named('RotateInput', RotateInput, 'input');
named('CompanyInput', CompanyInput, 'input');
named('CompanyPatch', CompanyPatch, 'input');

const TOKEN = {
  name: 'The program that uses it.',
  note: 'What it is for, and who looks after that.',
  allowedIps: 'Where it may be used from: addresses or ranges; null: anywhere.',
  fromDomains: 'Domains that its messages may come from; null: any.',
  providers: 'Names or ids of providers that its messages may use; null: any.',
  limits: 'Requests; each message of a batch counts as one.',
  expiresAt: 'A moment to come; null: never.',
};
const NEW_TOKEN = {
  ...TOKEN,
  expiresInDays: 'The same in days from now; `expiresAt` counts where both are given.',
  kind: 'Messages of a `test` token stay in a sandbox.',
  company: 'It sees and makes what is of this company only.',
};

const GRACE = { graceHours: 'How long the secret from before still works.' };
const COMPANY = {
  key: 'What programs call it by, for good; without one it is made of the name.',
  brand: 'Replaced as a whole.',
  limits: 'Recipients over all its providers; replaced as a whole.',
};
const AUDIT = {
  actor: "A person's address, a token's name, or the id of either.",
  action: 'Such as `provider.update`; `provider` finds all of that noun.',
  subject: 'The id of what was changed.',
};
const company = { id: 'san-jose' };

export const ACCESS_OPERATIONS: Record<string, Operation> = {
  'GET /api/v1/tokens': {
    id: 'listTokens',
    tag: 'tokens',
    summary: 'List tokens',
    answer: TokensAnswer,
  },
  'POST /api/v1/tokens': {
    id: 'createToken',
    tag: 'tokens',
    summary: 'Make a token',
    description: 'A token can give what it has itself, and no more. The secret is told this once.',
    answer: CreatedTokenAnswer,
    fields: NEW_TOKEN,
    example: {
      body: {
        name: 'cash desk',
        note: 'Sends the receipts',
        scopes: ['messages:send', 'messages:read'],
        limits: { minute: 60 },
        expiresInDays: 365,
      },
    },
  },
  'GET /api/v1/tokens/[id]': {
    id: 'getToken',
    tag: 'tokens',
    summary: 'Get a token',
    description: 'With its secrets (never themselves) and what it did in the last thirty days.',
    answer: TokenDetailAnswer,
  },
  'PATCH /api/v1/tokens/[id]': {
    id: 'updateToken',
    tag: 'tokens',
    summary: 'Change a token',
    answer: TokenAnswer,
    fields: {
      ...TOKEN,
      previousValidUntil: 'When the secret from before the last rotation ends; now ends it.',
    },
    errors: ['conflict'],
    example: { body: { note: 'Sends the receipts of both desks', limits: { minute: 120 } } },
  },
  'DELETE /api/v1/tokens/[id]': {
    id: 'revokeToken',
    tag: 'tokens',
    summary: 'Revoke a token',
    description: 'At once, and with it all that it made.',
    answer: null,
  },
  'POST /api/v1/tokens/[id]/rotate': {
    id: 'rotateToken',
    tag: 'tokens',
    summary: 'Give a token a new secret',
    description: 'The one from before works on until `previousValidUntil`.',
    answer: RotatedAnswer,
    fields: GRACE,
    errors: ['conflict'],
    example: { body: { graceHours: 24 } },
  },
  'POST /api/v1/tokens/self/rotate': {
    id: 'rotateSelf',
    tag: 'tokens',
    summary: 'Give the token in use a new secret',
    description: 'Whatever else it may do: a program can rotate itself.',
    answer: RotatedAnswer,
    fields: GRACE,
    errors: ['conflict'],
    example: { body: { graceHours: 24 } },
  },
  'GET /api/v1/companies': {
    id: 'listCompanies',
    tag: 'companies',
    summary: 'List companies',
    answer: CompaniesAnswer,
  },
  'POST /api/v1/companies': {
    id: 'createCompany',
    tag: 'companies',
    summary: 'Add a company',
    answer: CompanyAnswer,
    fields: COMPANY,
    errors: ['name_taken'],
    example: {
      body: { name: 'Clínica San José', key: 'clinic', country: 'PY', timeZone: 'America/Asuncion' },
    },
  },
  'GET /api/v1/companies/[id]': {
    id: 'getCompany',
    tag: 'companies',
    summary: 'Get a company',
    description: 'By its id, key or name.',
    answer: CompanyAnswer,
    example: { params: company },
  },
  'PATCH /api/v1/companies/[id]': {
    id: 'updateCompany',
    tag: 'companies',
    summary: 'Change a company',
    answer: CompanyAnswer,
    fields: { brand: COMPANY.brand, limits: COMPANY.limits, version: VERSION },
    errors: ['changed_meanwhile', 'name_taken'],
    example: { params: company, body: { language: 'es', fromEmail: 'clinic@example.com' } },
  },
  'DELETE /api/v1/companies/[id]': {
    id: 'deleteCompany',
    tag: 'companies',
    summary: 'Delete a company',
    description: 'Not while anything belongs to it.',
    answer: null,
    errors: ['conflict'],
    example: { params: company },
  },
  'GET /api/v1/audit': {
    id: 'listAudit',
    tag: 'audit',
    summary: 'List who changed what',
    answer: AuditPage,
    fields: { ...AUDIT, ...PAGE },
    example: { query: { action: 'provider', limit: '10' } },
  },
  'GET /api/v1/audit.csv': {
    id: 'exportAudit',
    tag: 'audit',
    summary: 'Export who changed what',
    answer: { file: 'text/csv', description: 'A line for each change, below one with the names.' },
    fields: AUDIT,
    example: { query: { action: 'provider' } },
  },
};
