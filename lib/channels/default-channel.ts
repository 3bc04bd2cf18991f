/** Which is meant where none is named. */
export const DEFAULT_CHANNEL = 'email';
