'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { withdrawInvitation } from '@/lib/people/invitations';
import { invitePerson } from '@/lib/people/invite';
import { renewInvitation } from '@/lib/people/renew';
import { resetPassword } from '@/lib/people/reset';
import { InvitationInput, PersonPatch } from '@/lib/people/schema';
import { endPersonSession, signPersonOut } from '@/lib/people/sessions';
import { activatePerson, deactivatePerson, updatePerson } from '@/lib/people/update';

const Ref = z.strictObject({ id: z.uuid() });

export const invitePersonAction = action({ may: 'people.write' }, InvitationInput, invitePerson);

export const renewInvitationAction = action({ may: 'people.write' }, Ref, renewInvitation);

export const withdrawInvitationAction = action(
  { may: 'people.write', confirm: false },
  Ref,
  withdrawInvitation,
);

export const updatePersonAction = action(
  { may: 'people.write' },
  PersonPatch.extend({ id: z.uuid() }),
  updatePerson,
);

export const deactivatePersonAction = action({ may: 'people.write' }, Ref, deactivatePerson);

export const activatePersonAction = action({ may: 'people.write' }, Ref, activatePerson);

export const resetPasswordAction = action({ may: 'people.write' }, Ref, resetPassword);

export const endPersonSessionAction = action(
  { may: 'people.write', confirm: false },
  z.strictObject({ id: z.uuid(), sessionId: z.uuid() }),
  endPersonSession,
);

export const signPersonOutAction = action({ may: 'people.write', confirm: false }, Ref, signPersonOut);
