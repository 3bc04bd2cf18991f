export const CATEGORIES = ['transactional', 'marketing'] as const;
