/** What of a company is put in when a document is compiled; its texts stay Liquid. */
export type Brand = {
  company: string;
  /** `#rrggbb`. */
  color: string;
  /** An address that a recipient's mail program can load. */
  logo: string | null;
};

/** The colour of a company that has none. */
export const PLAIN_COLOR = '#2f5bea';
