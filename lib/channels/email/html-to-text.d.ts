/** The part of html-to-text that is used here; the package brings no types. */
declare module 'html-to-text' {
  type Selector = { selector: string; format?: string; options?: Record<string, unknown> };
  export function compile(options: {
    wordwrap: number | false;
    limits: { maxInputLength: number; maxDepth: number };
    selectors: Selector[];
  }): (html: string) => string;
}
