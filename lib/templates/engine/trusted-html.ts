/** HTML that is printed as it is: what was sanitised when its message was accepted, and what a filter of ours makes. */
export class TrustedHtml {
  constructor(readonly html: string) {}

  toString(): string {
    return this.html;
  }
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (char) => ENTITIES[char]!) : text;
}
