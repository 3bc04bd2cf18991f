import { IconCircleCheck, IconClockOff, IconMailFast, IconUserOff } from '@tabler/icons-react';
import type { InvitationView, PersonView } from '@/lib/people/schema';

export const PERSON_STATES = {
  active: { tone: 'good', icon: IconCircleCheck },
  invited: { tone: 'busy', icon: IconMailFast },
  expired: { tone: 'warn', icon: IconClockOff },
  inactive: { tone: 'quiet', icon: IconUserOff },
} as const;

/** Somebody who is there, or was asked to be. */
export type Row = { id: string; person: PersonView } | { id: string; invitation: InvitationView };

export function stateOf(row: Row): keyof typeof PERSON_STATES {
  if ('person' in row) return row.person.active ? 'active' : 'inactive';
  return row.invitation.expired ? 'expired' : 'invited';
}

/** Who waits stands first; then those who can sign in, then those who no longer can. */
export function toRows(people: PersonView[], invitations: InvitationView[]): Row[] {
  const toRow = (person: PersonView): Row => ({ id: person.id, person });
  return [
    ...invitations.map((invitation): Row => ({ id: invitation.id, invitation })),
    ...people.filter(({ active }) => active).map(toRow),
    ...people.filter(({ active }) => !active).map(toRow),
  ];
}

/** As the server counts: who is limited to some companies cannot look after the system. */
export function isLastAdministrator(person: PersonView, people: PersonView[]): boolean {
  const isOne = ({ role, active, companies }: PersonView) =>
    role === 'administrator' && active && companies === null;
  return isOne(person) && !people.some((other) => other.id !== person.id && isOne(other));
}
