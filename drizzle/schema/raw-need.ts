/**
 * Whether a mail goes as its program wrote it. `required`: signed or encrypted, it would be worth nothing otherwise. `whole`: with a signature
 * (DKIM) that is lost otherwise. `preferred`: where nothing is to be changed in it.
 */
export type RawNeed = 'required' | 'whole' | 'preferred';
