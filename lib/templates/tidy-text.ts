/** Of a rendered text: where nothing was shown, no hole is left. */
export function tidyText(rendered: string): string {
  // By lines: an expression that looks for blanks before each end of a line takes as long as there are many and none.
  const lines = rendered.split('\n').map(withoutBlanksAtItsEnd);
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function withoutBlanksAtItsEnd(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--;
  return line.slice(0, end);
}
