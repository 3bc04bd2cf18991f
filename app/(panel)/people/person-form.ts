import { z } from 'zod';
import { isSame } from '@/lib/changes';
import { flaw } from '@/lib/flaws';
import { InvitationInput, PersonPatch, type PersonView } from '@/lib/people/schema';

const reach = { reach: z.enum(['all', 'some']), companies: z.array(z.string()) };
type Reach = { reach: 'all' | 'some'; companies: string[] };

const isChosen = ({ reach, companies }: Reach) => reach === 'all' || companies.length > 0;
const choose = { ...flaw('required'), path: ['companies'] };
const companiesOf = ({ reach, companies }: Reach) => (reach === 'all' ? null : companies);

/** The form asks in two steps: all companies or only some, then which. */
export const InvitationForm = z
  .strictObject({
    email: InvitationInput.shape.email,
    role: InvitationInput.shape.role,
    language: InvitationInput.shape.language,
    ...reach,
  })
  .refine(isChosen, choose)
  .transform(({ email, role, language, ...rest }): InvitationInput => {
    return { email, role, language, companies: companiesOf(rest) };
  });

const { name, role } = PersonPatch.shape;

export const PersonForm = z
  .strictObject({ name: name.unwrap(), role: role.unwrap(), ...reach })
  .refine(isChosen, choose);
export type PersonForm = z.infer<typeof PersonForm>;

export function toForm({ name, role, companies }: PersonView): PersonForm {
  return { name, role, reach: companies ? 'some' : 'all', companies: companies ?? [] };
}

/** What was changed, and that only. */
export function toPatch(values: PersonForm, stored: PersonView): PersonPatch {
  const companies = companiesOf(values);
  return {
    ...(values.name !== stored.name && { name: values.name }),
    ...(values.role !== stored.role && { role: values.role }),
    ...(!isSame(companies?.toSorted(), stored.companies?.toSorted()) && { companies }),
  };
}
