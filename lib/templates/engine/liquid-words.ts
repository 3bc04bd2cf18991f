/** What the engine knows, for who writes: a test compares them with the engine itself, which a browser need not load. */
export const LIQUID_FILTERS =
  'abs append at_least at_most capitalize ceil cgi_escape compact concat date default divided_by downcase escape escape_once find find_index first floor has join last lstrip map mask minus modulo money newline_to_br nl2br normalize_whitespace number number_of_words phone plural plus prepend reject remove remove_first remove_last replace replace_first replace_last reverse round rstrip size slice slugify sort sort_natural split squish strip strip_html strip_newlines sum times to_integer truncate truncatewords uniq upcase uri_escape url_decode url_encode where xml_escape'.split(
    ' ',
  );

/** Those that close, `else` and the like stand with what opens them. */
export const LIQUID_TAGS =
  'assign break capture case comment continue cycle decrement echo for if increment liquid unless'.split(' ');
export const LIQUID_PARTS = 'else elsif when endcapture endcase endcomment endfor endif endunless'.split(' ');

/** Beneath what every template knows. */
export const SCOPE_PARTS: Record<string, string[]> = {
  recipient: ['email', 'name'],
  company: ['name', 'website', 'address', 'footer', 'logo', 'support_email', 'support_phone'],
  message: ['id'],
};
