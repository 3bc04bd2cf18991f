/** What a template is for: fifteen categories in five groups, as its readers know them. */
export const CATEGORY_GROUPS = {
  transactional: ['receipts', 'documents', 'payments', 'bookings', 'balance'],
  marketing: ['reactivation', 'newsletters'],
  notification: ['overdue', 'subscriptions', 'maintenance', 'inspections'],
  training: ['training'],
  system: ['welcome', 'security', 'alerts'],
} as const;

/** What is no mail by itself: a header, a footer, a table of data that templates show, each in its place. */
export const COMPONENT = 'component';

export type TemplateGroup = keyof typeof CATEGORY_GROUPS;
export type MailCategory = (typeof CATEGORY_GROUPS)[TemplateGroup][number];
export type TemplateCategory = MailCategory | typeof COMPONENT;

export const TEMPLATE_GROUPS = Object.keys(CATEGORY_GROUPS) as TemplateGroup[];
export const MAIL_CATEGORIES = Object.values(CATEGORY_GROUPS).flat() as MailCategory[];
export const TEMPLATE_CATEGORIES: TemplateCategory[] = [...MAIL_CATEGORIES, COMPONENT];

export function isComponent({ category }: { category: string }): boolean {
  return category === COMPONENT;
}

export function groupOf(category: string): TemplateGroup {
  const found = TEMPLATE_GROUPS.find((group) =>
    (CATEGORY_GROUPS[group] as readonly string[]).includes(category),
  );
  return found ?? 'transactional';
}

/** Its readers must be able to unsubscribe; those of all else must not. */
export function isMarketing(category: string): boolean {
  return groupOf(category) === 'marketing';
}
