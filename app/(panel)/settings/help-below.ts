/** Inputs beside each other stand on one line, however long the help of each. */
export const HELP_BELOW = ['label', 'input', 'error', 'description'] as const;
