import type { FlawCode } from '@/lib/flaws';
import type { Problem } from '../problems';
import type { GraveCode } from './rules';

/** What keeps a template from being published is a flaw like every other: its code, and the part that it is in. */
export const GRAVE_FLAWS: Record<GraveCode, { code: FlawCode; field: Problem['field'] }> = {
  active: { code: 'template_active', field: 'source' },
  unsafe_link: { code: 'template_unsafe_link', field: 'source' },
  link_host: { code: 'template_link_host', field: 'source' },
  link_differs: { code: 'template_link_differs', field: 'source' },
  clipped: { code: 'template_clipped', field: 'source' },
  unsubscribe_missing: { code: 'template_unsubscribe_missing', field: 'source' },
  alt_missing: { code: 'template_alt_missing', field: 'source' },
  text_missing: { code: 'template_text_missing', field: 'text' },
  subject_long: { code: 'template_subject_long', field: 'subject' },
  subject_empty: { code: 'template_subject_empty', field: 'subject' },
  long_line: { code: 'template_long_line', field: 'text' },
};
