/** Of a rendered text: where nothing was shown, no hole is left. */
export function tidyText(rendered: string): string {
  return rendered
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
