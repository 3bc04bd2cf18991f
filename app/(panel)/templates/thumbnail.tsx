import { apiPath } from '@/components/layout/api';
import type { TemplateRow } from '@/lib/templates/view-schema';
import classes from './templates.module.css';

/** The real rendering, made small: it never lags behind, and nobody can reach into it. */
export function Thumbnail({
  template: { id, latest, title },
}: {
  template: Pick<TemplateRow, 'id' | 'latest' | 'title'>;
}) {
  return (
    <span className={classes.thumbnail} aria-hidden inert>
      <iframe
        sandbox=""
        loading="lazy"
        tabIndex={-1}
        title={title}
        src={apiPath('templates/[id]/picture', { id, number: latest })}
      />
    </span>
  );
}
