import { ColorSwatch } from '@mantine/core';
import type { CompanyView } from '@/lib/companies/schema';

/** The colour of its brand, to tell it from the others at a glance; beside its name, which says the same. */
export function CompanyMark({ company }: { company: CompanyView | undefined }) {
  const color = company?.brand.color;
  return color ? <ColorSwatch color={color} size={12} aria-hidden /> : null;
}
