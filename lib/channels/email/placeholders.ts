/** What a template language such as Brevo's (`{{ contact.EMAIL }}`, `{% if … %}`, `{# … #}`) would fill in or take away. */
export function hasPlaceholders(text: string): boolean {
  return /\{[{%#]/.test(text);
}

/** The same HTML to a reader, without them: the brace as its character reference, and within style sheets, where there is none, with a blank. */
export function withoutPlaceholders(html: string): string {
  if (!hasPlaceholders(html)) return html;
  let written = '';
  let read = 0;
  let isStyles = false;
  for (const { index, 1: closes } of html.matchAll(/<(\/?)style/gi)) {
    if (isStyles !== (closes === '/')) continue;
    written += (isStyles ? inStyles : inText)(html.slice(read, index));
    read = index;
    isStyles = !isStyles;
  }
  return written + (isStyles ? inStyles : inText)(html.slice(read));
}

function inText(html: string): string {
  return html.replace(/\{(?=[{%#])/g, '&#123;');
}

function inStyles(css: string): string {
  return css.replace(/\{(?=[{%#])/g, '{ ');
}
