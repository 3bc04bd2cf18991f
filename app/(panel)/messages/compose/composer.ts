export type Composer = {
  ownAddress: string;
  companyId: string | null;
  /** The setting: a message without text gets one made of its HTML. */
  textFromHtml: boolean;
  /** Recipients can reach this system: it may see opens and clicks. */
  reachable: boolean;
};
