import { getContact } from '@/lib/contacts/get';
import { ContactPatch } from '@/lib/contacts/schema';
import { deleteContact, updateContact } from '@/lib/contacts/update';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'contacts:read' }, (ctx, { params }) =>
  getContact(ctx, { id: params.id! }),
);

export const PATCH = handle({ scope: 'contacts:write', body: ContactPatch }, (ctx, { params, body }) =>
  updateContact(ctx, { ...body, id: params.id! }),
);

export const DELETE = handle({ scope: 'contacts:write' }, (ctx, { params }) =>
  deleteContact(ctx, { id: params.id! }),
);
